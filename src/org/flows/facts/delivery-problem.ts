// Loads what a manager is told when a channel or a member cannot be reached.
import type { Queryable } from '../../../core/db/client.ts'
import type { Notice } from '../../../outbox/db/messages.ts'
import type { TroubleFacts } from '../../../outbox/domain/message-facts.ts'
import { settingsOn } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'

/** Null: the team is gone, so nobody has to do anything. */
export async function loadTrouble(
  db: Queryable,
  notice: Notice,
  now: Temporal.Instant,
): Promise<TroubleFacts | null> {
  const { workspaceId, teamId, subject } = notice
  if (!teamId) return null
  const team = await loadTeam(db, workspaceId, teamId)
  if (!team || team.archivedAt) return null
  const settings = await settingsOn(db, workspaceId, teamId, now.toZonedDateTimeISO('UTC').toPlainDate())
  return {
    kind: 'trouble',
    teamName: settings?.name ?? '',
    channelId: subject.channelId ?? team.channelId,
    problem: subject.problem as TroubleFacts['problem'],
    userId: subject.userId ?? null,
  }
}
