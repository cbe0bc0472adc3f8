// Sends a report's digest, when the report closes by the team's clock, to whoever leads the team then: the manager, the delegate, or the manager above.
// Who got it before the close keeps it.
import { loadTeams } from '../../org/db/teams.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { DIGEST_LATE_HOURS, reportOfDigest } from '../domain/report-digest.ts'
import { type DigestWanted, digestsFor } from './digest-for.ts'
import { recordSent } from './post-mornings.ts'

export const postReportDigests: DueHandler = async (tx, items, now, context) => {
  const isLate = ({ dueAt }: DueItem) =>
    Temporal.Instant.compare(now, dueAt.add({ hours: DIGEST_LATE_HOURS })) > 0
  const teams = await loadTeams(
    tx,
    items.filter((item) => !isLate(item)),
  )
  const active = [...teams.values()].filter(({ archivedAt }) => archivedAt === null)
  const leaders = await leadersNow(tx, active, now)
  const wanted: DigestWanted[] = []
  const outcomes = items.map((item) => {
    const { workspaceId, teamId, dueKey } = item
    if (isLate(item)) return tooLate(item, `more than ${DIGEST_LATE_HOURS} h after it was due`)
    if (!active.some((team) => team.teamId === teamId)) return skipped(item, 'team-archived')
    const leader = leaders.get(teamId)
    if (!leader) return skipped(item, 'nobody-leads')
    wanted.push({ workspaceId, teamId, leader, ...reportOfDigest(dueKey) })
    return done(item)
  })
  const drafts = (await digestsFor(tx, wanted)).map(({ draft }) => draft)
  await recordSent(tx, context, drafts)
  await enqueueMessage(tx, context, drafts)
  return outcomes
}
