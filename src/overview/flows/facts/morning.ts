// Loads a manager's morning message, and checks that its reader leads the team still.
import type { Queryable } from '../../../core/db/client.ts'
import { findPerson } from '../../../org/db/people.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { MorningFacts } from '../../domain/morning.ts'
import { maySeeTeam } from '../../domain/permissions.ts'
import { loadTeamMorning } from '../team-morning.ts'

/** Null: there is nothing to say, or nobody to say it to any more. */
export async function loadMorning(
  db: Queryable,
  { workspaceId, teamId, toUserId, subject, ts }: Message<'morning'>,
  now: Temporal.Instant,
): Promise<MorningFacts | null> {
  const team = teamId && (await loadTeam(db, workspaceId, teamId))
  if (!team || team.archivedAt || !toUserId) return null
  const { managerUserId } = team
  const reader = await findPerson(db, workspaceId, toUserId)
  const subjectOf = { workspaceId, teamId: team.teamId, userId: toUserId }
  const leads = reader && may(await actorOf(db, reader, now), maySeeTeam, subjectOf)
  if (!leads) return ts === null ? null : { kind: 'morning', morning: null, managerUserId }
  const morning = await loadTeamMorning(db, team, Temporal.PlainDate.from(subject.date), toUserId, now)
  return morning && { kind: 'morning', morning, managerUserId }
}
