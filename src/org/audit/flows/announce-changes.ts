// Tells a team's channel what was changed for everyone: one message a day, which fills up.
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import { localDate } from '../../../core/time.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam, type TeamRef, teamCreatedAt } from '../../db/teams.ts'
import type { AuditDraft } from '../domain/audit-event.ts'

/** Not on the day on which the team was set up: then everything changes, and the channel gets the introduction. */
export async function announceChanges(
  tx: Transaction,
  context: Pick<Context, 'clock' | 'contributions'>,
  events: readonly AuditDraft[],
): Promise<void> {
  const { auditKinds } = context.contributions
  const announced = events.filter(({ kind }) => auditKinds.get(kind)?.announced)
  const teams = new Map<TeamId, TeamRef>(
    announced.flatMap(({ workspaceId, teamId }) => (teamId ? [[teamId, { workspaceId, teamId }]] : [])),
  )
  const drafts: MessageDraft[] = []
  for (const ref of teams.values()) drafts.push(...(await draftFor(tx, ref, context.clock.now())))
  await enqueueMessage(tx, context, drafts)
}

async function draftFor(tx: Transaction, ref: TeamRef, now: Temporal.Instant): Promise<MessageDraft[]> {
  const { workspaceId, teamId } = ref
  const team = await loadTeam(tx, workspaceId, teamId)
  const settings = team && (await settingsNow(tx, ref, now))
  if (!settings || team.archivedAt) return []
  const date = localDate(now, settings.zone)
  if (localDate(await teamCreatedAt(tx, ref), settings.zone).equals(date)) return []
  return [
    {
      ...{ workspaceId, key: `changes:${teamId}:${date}`, kind: 'team-changes', teamId },
      ...{ audience: { to: 'channel', channelId: team.channelId }, subject: { date: date.toString() } },
    },
  ]
}
