// Loads the facts of the message to a manager that a channel or member cannot be reached.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { settingsOn } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { DeliveryProblemFacts } from '../../domain/message-facts.ts'

/** Null: the team does not exist, or whether it is paused is not as the message says. */
export async function loadDeliveryProblem(
  db: Queryable,
  message: Message<'delivery-problem'>,
  now: Temporal.Instant,
): Promise<DeliveryProblemFacts | null> {
  const { workspaceId, teamId, subject } = message
  if (!teamId) return null
  const team = await loadTeam(db, workspaceId, teamId)
  if (!team || (team.archivedAt !== null) !== (subject.problem === 'paused')) return null
  const settings = await settingsOn(db, workspaceId, teamId, now.toZonedDateTimeISO('UTC').toPlainDate())
  return {
    kind: 'delivery-problem',
    teamName: settings?.name ?? '',
    channelId: subject.channelId,
    problem: subject.problem,
    userId: subject.userId ?? null,
  }
}
