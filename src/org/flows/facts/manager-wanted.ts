// Loads the facts of the message that asks who manages a team next, and of the one to a new delegate.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { managerQuestionsOf } from '../../db/open-questions.ts'
import type { DelegateNamedFacts, ManagerWantedFacts } from '../../domain/message-facts.ts'
import type { Team } from '../../domain/team.ts'
import { managerAbsences } from '../manager-absence.ts'
import { loadIdentifiedTeam } from './team-identity.ts'

/** Null: the team is gone or paused, or it was settled before the message was posted. */
export async function loadManagerWanted(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Message<'manager-wanted'>,
  now: Temporal.Instant,
): Promise<ManagerWantedFacts | null> {
  const named = await loadIdentifiedTeam(db, workspaceId, subject.teamId, now)
  if (!named || named.team.archivedAt) return null
  const { team, teamName, channelId } = named
  const question = (await managerQuestionsOf(db, [team])).get(team.teamId)
  const same =
    question?.managerUserId === subject.managerUserId &&
    (question.since?.toString() ?? null) === subject.since
  const shown = {
    ...{ kind: 'manager-wanted' as const, teamId: team.teamId, teamName, channelId },
    awayUserId: subject.managerUserId,
  }
  const { delegateUserId, managerUserId } = team
  if (same && question.keptBy)
    return { ...shown, state: { kind: 'kept', byUserId: question.keptBy, delegateUserId } }
  if (same && question.askedUserId === toUserId)
    return { ...shown, state: { kind: 'open', delegateUserId, leaveUntil: await leaveUntil(db, team, now) } }
  if (!ts) return null
  if (same) return { ...shown, state: { kind: 'passed-on' } }
  return { ...shown, state: { kind: 'settled', managerUserId } }
}

async function leaveUntil(
  db: Queryable,
  team: Team,
  now: Temporal.Instant,
): Promise<Temporal.PlainDate | null> {
  const absence = (await managerAbsences(db, [team], now)).get(team.teamId)
  return absence?.kind === 'on-leave' ? absence.until : null
}

/** Null: the team does not exist. */
export async function loadDelegateNamed(
  db: Queryable,
  { workspaceId, subject }: Message<'delegate-named'>,
  now: Temporal.Instant,
): Promise<DelegateNamedFacts | null> {
  const named = await loadIdentifiedTeam(db, workspaceId, subject.teamId, now)
  if (!named) return null
  const { teamName, channelId, managerUserId } = named
  return { kind: 'delegate-named', teamName, channelId, managerUserId, byUserId: subject.byUserId }
}
