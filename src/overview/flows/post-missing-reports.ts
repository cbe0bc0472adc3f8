// Sends a report's digest before the close where somebody has not reported: whoever leads the team can nudge them all with one press.
import { promptedOn } from '../../checkins/db/checkin-days.ts'
import { openMembers } from '../../checkins/domain/open-members.ts'
import { answeredOf } from '../../checkins/flows/close-checkins.ts'
import { byReport } from '../../checkins/reports/flows/report-checkin.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { type DigestWanted, digestsFor } from './digest-for.ts'
import { recordSent } from './post-mornings.ts'

/** The close edits the same message; where nobody is missing it is posted only then. */
export const postMissingReports: DueHandler = async (tx, items, now, context) => {
  const outcomes: DueOutcome[] = []
  const wanted: DigestWanted[] = []
  for (const { checkin, date, items: sameDate } of byReport(items)) {
    const { kind } = checkin
    const days = await loadTeamDays(tx, sameDate, date)
    const answered = answeredOf(await checkin.entriesOfTeams(tx, sameDate, date))
    const { prompted } = await promptedOn(tx, kind.name, sameDate, date)
    const teams = [...days.values()].map(({ team }) => team)
    const leaders = await leadersNow(tx, teams, now)
    for (const item of sameDate) {
      const { workspaceId, teamId } = item
      const [day, userId] = [days.get(teamId), leaders.get(teamId)]
      const open = day ? openMembers(kind, day, now) : []
      const missing = open.filter(
        ({ member }) =>
          prompted.has(member.memberId) && !answered.has(member.memberId) && member.userId !== userId,
      )
      if (!day) outcomes.push(skipped(item, 'team-archived'))
      else if (open.length === 0) outcomes.push(tooLate(item, 'closed-before'))
      else if (missing.length === 0) outcomes.push(skipped(item, 'answered'))
      else if (!userId) outcomes.push(skipped(item, 'nobody-leads'))
      else {
        wanted.push({ workspaceId, teamId, leader: userId, name: kind.name, date })
        outcomes.push(done(item))
      }
    }
  }
  const drafts = (await digestsFor(tx, wanted)).map(({ draft }) => draft)
  await recordSent(tx, context, drafts)
  await enqueueMessage(tx, context, drafts)
  return outcomes
}
