// Loads the facts of the messages about the parent team of a team.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { parentProposalOf } from '../../db/open-questions.ts'
import type {
  ParentAnswerFacts,
  ParentChangedFacts,
  ParentProposedFacts,
} from '../../domain/message-facts.ts'
import { loadIdentifiedTeam } from './team-identity.ts'

/** Null: the team does not exist. */
export async function loadParentChanged(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'parent-changed'>,
  now: Temporal.Instant,
): Promise<ParentChangedFacts | null> {
  const { teamId, parentTeamId, formerTeamId, byUserId } = subject
  const named = (id: string | null) => (id ? loadIdentifiedTeam(db, workspaceId, id, now) : null)
  const [team, above, former] = await Promise.all([named(teamId), named(parentTeamId), named(formerTeamId)])
  if (!team) return null
  const reader =
    toUserId === team.managerUserId ? 'manager' : toUserId === above?.managerUserId ? 'above' : 'former'
  return { kind: 'parent-changed', team, above, former, byUserId, reader }
}

/** Null: one of the teams does not exist, or it was answered before the message was posted. */
export async function loadParentProposed(
  db: Queryable,
  { workspaceId, subject, ts }: Message<'parent-proposed'>,
  now: Temporal.Instant,
): Promise<ParentProposedFacts | null> {
  const { teamId, parentTeamId, byUserId } = subject
  const [team, above] = await Promise.all([
    loadIdentifiedTeam(db, workspaceId, teamId, now),
    loadIdentifiedTeam(db, workspaceId, parentTeamId, now),
  ])
  if (!team || !above) return null
  const proposal = await parentProposalOf(db, { workspaceId, teamId })
  const open = proposal?.parentTeamId === parentTeamId
  if (!open && !ts) return null
  const answered = team.team.parentTeamId === parentTeamId ? 'accepted' : 'settled'
  return {
    ...{ kind: 'parent-proposed', teamId, parentTeamId, team, above, byUserId },
    state: open ? 'open' : answered,
  }
}

/** Null: one of the teams does not exist. */
export async function loadParentAnswer(
  db: Queryable,
  { workspaceId, subject }: Message<'parent-answer'>,
  now: Temporal.Instant,
): Promise<ParentAnswerFacts | null> {
  const { teamId, parentTeamId, byUserId, accepted } = subject
  const [team, above] = await Promise.all([
    loadIdentifiedTeam(db, workspaceId, teamId, now),
    loadIdentifiedTeam(db, workspaceId, parentTeamId, now),
  ])
  return team && above ? { kind: 'parent-answer', team, above, byUserId, accepted } : null
}
