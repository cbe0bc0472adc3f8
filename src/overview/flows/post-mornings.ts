// Sends each team's morning message to whoever leads the team today: the manager, the delegate, or the manager above.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { recordDigests } from '../../org/audit/flows/record-reading.ts'
import { membersOfTeams } from '../../org/db/members.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { MORNING, MORNING_LATE_HOURS, morningKey } from '../domain/morning.ts'

export const postMornings: DueHandler = async (tx, items, now, context) => {
  const isLate = ({ dueAt }: DueItem) =>
    Temporal.Instant.compare(now, dueAt.add({ hours: MORNING_LATE_HOURS })) > 0
  const teams = await loadTeams(
    tx,
    items.filter((item) => !isLate(item)),
  )
  const active = [...teams.values()].filter(({ archivedAt }) => archivedAt === null)
  const leaders = await leadersNow(tx, active, now)
  const isActive = (teamId: TeamId) => active.some((team) => team.teamId === teamId)
  const drafts: MessageDraft[] = []
  const outcomes = items.map((item) => {
    const { workspaceId, teamId, date } = item
    if (isLate(item)) return tooLate(item, `more than ${MORNING_LATE_HOURS} h after it was due`)
    if (!isActive(teamId)) return skipped(item, 'team-archived')
    const userId = leaders.get(teamId)
    if (!userId) return skipped(item, 'nobody-leads')
    drafts.push({
      ...{ workspaceId, key: morningKey(teamId, date), kind: MORNING, teamId },
      ...{ audience: { to: 'person', userId }, subject: { date: date.toString() } },
    })
    return done(item)
  })
  await recordSent(tx, context, drafts)
  await enqueueMessage(tx, context, drafts)
  return outcomes
}

/** Whom it is about can see who got it. */
export async function recordSent(
  tx: Transaction,
  context: Context,
  drafts: readonly MessageDraft[],
): Promise<void> {
  const viewerOf = new Map(
    drafts.map(({ teamId, audience }) => [teamId, audience.to === 'person' ? audience.userId : '']),
  )
  const refs = drafts.map(({ workspaceId, teamId }) => ({ workspaceId, teamId: teamId! }))
  const today = context.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const members = Map.groupBy(await membersOfTeams(tx, refs, today), ({ teamId }) => teamId)
  await recordDigests(
    tx,
    context,
    refs.map(({ workspaceId, teamId }) => ({
      ...{ workspaceId, viewers: [viewerOf.get(teamId)!] },
      parts: (members.get(teamId) ?? []).flatMap(({ userId }) =>
        (['numbers', 'report'] as const).map((what) => ({ userId, what })),
      ),
    })),
  )
}
