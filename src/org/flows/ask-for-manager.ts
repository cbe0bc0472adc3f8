// Asks the manager of the team above, else an admin, who manages a team next whose manager is gone or on long leave.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import {
  deleteManagerQuestion,
  managerQuestionsOf,
  saveManagerQuestion,
  unaskedTeams,
} from '../db/open-questions.ts'
import { findPerson } from '../db/people.ts'
import { loadTeams, type TeamRef, teamsManagedOrDelegated } from '../db/teams.ts'
import { type ManagerQuestion, nextQuestionStep } from '../domain/manager-question.ts'
import { mayNameManager } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import type { Team } from '../domain/team.ts'
import { actorOf } from './actor.ts'
import { managerAbsences } from './manager-absence.ts'
import { whoIsAbove } from './who-acts-for.ts'

/** Asks, passes the question on to somebody else, or settles it, for each of these teams. Doing it again changes nothing. */
export async function askForManagers(
  tx: Transaction,
  context: Context,
  refs: readonly TeamRef[],
): Promise<void> {
  const teams = [...(await loadTeams(tx, refs)).values()].filter(({ archivedAt }) => archivedAt === null)
  const now = context.clock.now()
  const absences = await managerAbsences(tx, teams, now)
  const questions = await managerQuestionsOf(tx, teams)
  for (const team of teams) {
    const question = questions.get(team.teamId) ?? null
    const absence = absences.get(team.teamId) ?? { kind: 'here' as const }
    if (absence.kind === 'here' && !question) continue
    const canAnswer = question !== null && (await canName(tx, team, question.askedUserId, now))
    const next = nextQuestionStep(team.managerUserId, absence, question, canAnswer)
    if (next.step === 'settle') await settleManagerQuestion(tx, context, team)
    if (next.step === 'ask') await ask(tx, context, team, question, next.since)
  }
}

/** The teams that the person manages. */
export async function askForManagersOf(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<void> {
  const teams = await teamsManagedOrDelegated(tx, workspaceId, userId)
  await askForManagers(
    tx,
    context,
    teams.filter(({ managerUserId }) => managerUserId === userId),
  )
}

/** For a new admin: what could be asked of nobody until now. */
export async function askUnasked(tx: Transaction, context: Context, workspaceId: WorkspaceId): Promise<void> {
  await askForManagers(tx, context, await unaskedTeams(tx, workspaceId))
}

async function ask(
  tx: Transaction,
  context: Context,
  team: Team,
  before: ManagerQuestion | null,
  since: Temporal.PlainDate | null,
): Promise<void> {
  const { workspaceId, teamId, managerUserId } = team
  const now = context.clock.now()
  const askedUserId = await whoIsAbove(tx, team, now)
  const question = { managerUserId, since, askedUserId, askedAt: now, keptBy: null }
  if (!askedUserId) context.log.warn({ workspaceId, teamId }, 'nobody can be asked who manages the team')
  await saveManagerQuestion(tx, team, question)
  await enqueueMessage(tx, context, [...questionMessages(team, before), ...questionMessages(team, question)])
}

/** The question is answered, or the manager is back: the message that asks is edited to say so. */
export async function settleManagerQuestion(tx: Transaction, context: Context, team: Team): Promise<void> {
  const question = (await managerQuestionsOf(tx, [team])).get(team.teamId) ?? null
  if (!question) return
  await deleteManagerQuestion(tx, team)
  await enqueueMessage(tx, context, questionMessages(team, question))
}

/** Empty: nobody was asked. The same question to the same person again edits its message. */
export function questionMessages(
  { workspaceId, teamId }: TeamRef,
  question: ManagerQuestion | null,
): MessageDraft[] {
  if (!question?.askedUserId) return []
  const { managerUserId, since, askedUserId } = question
  return [
    {
      workspaceId,
      key: `manager-wanted:${teamId}:${managerUserId}:${since ?? 'gone'}:${askedUserId}`,
      kind: 'manager-wanted',
      audience: { to: 'person', userId: askedUserId },
      teamId: null,
      subject: { teamId, managerUserId, since: since?.toString() ?? null },
    },
  ]
}

async function canName(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  userId: UserId | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const person = userId && (await findPerson(tx, workspaceId, userId))
  return person ? may(await actorOf(tx, person, now), mayNameManager, { workspaceId, teamId }) : false
}
