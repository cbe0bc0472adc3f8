// Sends a report's digest, when the report closes, to whoever leads the team then: the manager, the delegate, or the manager above.
import { loadTeams } from '../../org/db/teams.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { DIGEST_LATE_HOURS, digestKeys, digestMessage, reportOfDigest } from '../domain/report-digest.ts'
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
  const drafts: MessageDraft[] = []
  const outcomes = items.map((item) => {
    const { workspaceId, teamId, dueKey } = item
    if (isLate(item)) return tooLate(item, `more than ${DIGEST_LATE_HOURS} h after it was due`)
    if (!active.some((team) => team.teamId === teamId)) return skipped(item, 'team-archived')
    const userId = leaders.get(teamId)
    if (!userId) return skipped(item, 'nobody-leads')
    const of = { teamId, ...reportOfDigest(dueKey) }
    drafts.push(digestMessage(workspaceId, of, digestKeys(of)[0]!, userId))
    return done(item)
  })
  await recordSent(tx, context, drafts)
  await enqueueMessage(tx, context, drafts)
  return outcomes
}
