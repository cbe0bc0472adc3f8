// Message drafts about the parent team of a team: recipient, key and subject.
import type { TeamId, UserId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { ParentProposal } from '../db/open-questions.ts'
import type { Team } from '../domain/team.ts'

/** For each of the readers. The messages have no `teamId`: a failed delivery is not reported to the manager. */
export function parentChanged(
  { workspaceId, teamId }: Team,
  readers: readonly UserId[],
  change: { byUserId: UserId; parentTeamId: TeamId | null; formerTeamId: TeamId | null },
  now: Temporal.Instant,
): MessageDraft[] {
  return readers.map((userId) => ({
    workspaceId,
    key: `parent-changed:${teamId}:${now}:${userId}`,
    kind: 'parent-changed',
    audience: { to: 'person', userId },
    teamId: null,
    subject: { teamId, ...change },
  }))
}

/** Asks the team's manager. The same proposal again edits the message. */
export function parentProposed(
  { workspaceId, teamId, managerUserId }: Team,
  { parentTeamId, proposedBy, proposedAt }: ParentProposal,
): MessageDraft {
  return {
    workspaceId,
    key: `parent-proposed:${teamId}:${proposedAt}`,
    kind: 'parent-proposed',
    audience: { to: 'person', userId: managerUserId },
    teamId: null,
    subject: { teamId, parentTeamId, byUserId: proposedBy },
  }
}

/** Tells whoever proposed it. */
export function parentAnswer(
  { workspaceId, teamId }: Team,
  answer: ParentProposal & { byUserId: UserId; accepted: boolean },
): MessageDraft {
  const { parentTeamId, proposedBy, proposedAt, byUserId, accepted } = answer
  return {
    workspaceId,
    key: `parent-answer:${teamId}:${proposedAt}`,
    kind: 'parent-answer',
    audience: { to: 'person', userId: proposedBy },
    teamId: null,
    subject: { teamId, parentTeamId, byUserId, accepted },
  }
}
