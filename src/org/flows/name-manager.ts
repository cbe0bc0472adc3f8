// Answers the question who manages a team next: names a manager, or keeps the one on leave while a delegate acts.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { managerQuestionsOf, saveManagerQuestion } from '../db/open-questions.ts'
import { canManage } from '../domain/acting-manager.ts'
import type { ManagerQuestion } from '../domain/manager-question.ts'
import { mayNameManager } from '../domain/org-permissions.ts'
import type { Team } from '../domain/team.ts'
import { questionMessages } from './ask-for-manager.ts'
import { changeInTeam } from './change-in-team.ts'
import { ensurePeople } from './ensure-people.ts'
import { type IdentifiedTeam, loadIdentifiedTeam } from './facts/team-identity.ts'
import { changeDelegate, handOver } from './hand-over.ts'
import { isAllowedInTeam } from './resolve-team.ts'

export type ManagerNamed =
  | { ok: true; team: IdentifiedTeam }
  /** `over`: nobody has to be named any more. `unusable`: a guest, an app, gone, or the manager who is away. */
  | { ok: false; reason: 'not-allowed' | 'over' | 'unusable' | 'no-delegate' }

const SCREEN = 'message:manager-wanted'

/** The form's facts. Null: the person may not answer, or there is nothing to answer any more. */
export async function openManagerQuestion(
  context: Context,
  who: Person,
  teamId: TeamId,
): Promise<ManagerNamed> {
  const now = context.clock.now()
  if (!(await isAllowedInTeam(context.db, who, mayNameManager, teamId, now)))
    return { ok: false, reason: 'not-allowed' }
  const team = await loadIdentifiedTeam(context.db, who.workspaceId, teamId, now)
  const question = team && (await openQuestion(context.db, team.team))
  return question ? { ok: true, team } : { ok: false, reason: 'over' }
}

export async function nameManager(
  context: Context,
  who: Person,
  teamId: TeamId,
  userId: UserId,
): Promise<ManagerNamed> {
  const [person] = await ensurePeople(context, who.workspaceId, [userId])
  return answer(context, who, teamId, async (tx, team) => {
    if (!canManage(person) || userId === team.managerUserId) return 'unusable'
    await handOver(tx, context, team, userId, { byUserId: who.userId, screen: SCREEN })
    return null
  })
}

/** The manager stays, and this person acts during the leave. */
export async function nameDelegate(
  context: Context,
  who: Person,
  teamId: TeamId,
  userId: UserId,
): Promise<ManagerNamed> {
  const [person] = await ensurePeople(context, who.workspaceId, [userId])
  return answer(context, who, teamId, async (tx, team, question) => {
    if (question.since === null) return 'over'
    if (!canManage(person) || userId === team.managerUserId) return 'unusable'
    await changeDelegate(tx, context, team, userId, { byUserId: who.userId, screen: SCREEN })
    await keep(tx, context, who, team, question)
    return null
  })
}

/** The manager stays, and the delegate who is named already acts during the leave. */
export function keepManager(context: Context, who: Person, teamId: TeamId): Promise<ManagerNamed> {
  return answer(context, who, teamId, async (tx, team, question) => {
    if (question.since === null) return 'over'
    if (team.delegateUserId === null) return 'no-delegate'
    await keep(tx, context, who, team, question)
    return null
  })
}

type Refused = Exclude<ManagerNamed, { ok: true }>['reason']

function answer(
  context: Context,
  who: Person,
  teamId: TeamId,
  save: (tx: Transaction, team: Team, question: ManagerQuestion) => Promise<Refused | null>,
): Promise<ManagerNamed> {
  return changeInTeam(context, who, mayNameManager, teamId, async (tx, team): Promise<ManagerNamed> => {
    const question = await openQuestion(tx, team)
    if (!question) return { ok: false, reason: 'over' }
    const reason = await save(tx, team, question)
    if (reason) return { ok: false, reason }
    return { ok: true, team: (await loadIdentifiedTeam(tx, team.workspaceId, teamId, context.clock.now()))! }
  })
}

/** Null: answered, or never asked. */
async function openQuestion(q: Context['db'] | Transaction, team: Team): Promise<ManagerQuestion | null> {
  const question = (await managerQuestionsOf(q, [team])).get(team.teamId)
  return question && question.keptBy === null && question.managerUserId === team.managerUserId
    ? question
    : null
}

async function keep(
  tx: Transaction,
  context: Context,
  { userId: keptBy }: Person,
  team: Team,
  question: ManagerQuestion,
): Promise<void> {
  const { workspaceId, teamId, managerUserId } = team
  const kept = { ...question, keptBy }
  await saveManagerQuestion(tx, team, kept)
  await enqueueMessage(tx, context, questionMessages(team, kept))
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, kind: 'manager-kept', actorUserId: keptBy, userId: managerUserId, teamId },
      ...{ screen: SCREEN, before: null, after: null },
    },
  ])
}
