// Sets, clears and proposes the parent team of a team. The manager of the parent team directs it from then on.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { lockHierarchy, possibleParents, setParent } from '../db/hierarchy.ts'
import {
  deleteParentProposal,
  type ParentProposal,
  parentProposalOf,
  saveParentProposal,
} from '../db/open-questions.ts'
import { findPerson } from '../db/people.ts'
import { loadTeam } from '../db/teams.ts'
import { canManage } from '../domain/acting-manager.ts'
import { mayAcceptParent } from '../domain/org-permissions.ts'
import type { Actor } from '../domain/permissions.ts'
import type { NamedTeam, Team } from '../domain/team.ts'
import { type KnownNames, namesKnownTo } from '../domain/team-names.ts'
import { changeInTeam } from './change-in-team.ts'
import { parentAnswer, parentChanged, parentProposed } from './parent-messages.ts'

/** The most options that the menu offers. */
const MAX_OPTIONS = 500

/** Only the wanted team itself is looked for. */
const NOBODY: KnownNames = { all: false, open: false, teamIds: [] }

interface ChildTeam {
  workspaceId: WorkspaceId
  /** Null: a new team. */
  teamId: TeamId | null
  parentTeamId: TeamId | null
}

/** Those that the person may know, and the present one. */
export const possibleParentTeams = (q: Queryable, actor: Actor, team: ChildTeam): Promise<NamedTeam[]> =>
  possibleParents(q, team, namesKnownTo(actor), MAX_OPTIONS)

export async function canHaveParent(
  q: Queryable,
  child: Omit<ChildTeam, 'parentTeamId'>,
  parentTeamId: TeamId | null,
): Promise<boolean> {
  if (parentTeamId === null) return true
  const wanted = { ...child, parentTeamId }
  return (await possibleParents(q, wanted, NOBODY, 1)).length > 0
}

/**
 * Whether the team can be put under that one; to be asked before anything is written. `consents`: its manager does it.
 * `no-manager`: nobody could agree. Null: all is well.
 */
export async function parentProblem(
  tx: Transaction,
  team: Team,
  parentTeamId: TeamId | null,
  consents: boolean,
): Promise<'not-a-parent' | 'no-manager' | null> {
  if (team.parentTeamId === parentTeamId) return null
  await lockHierarchy(tx, team.workspaceId)
  if (!(await canHaveParent(tx, team, parentTeamId))) return 'not-a-parent'
  if (parentTeamId === null || consents) return null
  const manager = await findPerson(tx, team.workspaceId, team.managerUserId)
  return manager && !canManage(manager) ? 'no-manager' : null
}

/** `proposed`: the team's manager has been asked, and nothing has changed yet. */
export type ParentChange = 'unchanged' | 'changed' | 'proposed'

/**
 * The team's manager chooses the team above at once, and whoever may change settings may take the team out. Somebody
 * else who puts it under another needs the manager's consent: it shows the team's numbers to people whom the manager
 * did not choose.
 */
export async function changeParentTeam(
  tx: Transaction,
  context: Context,
  team: Team,
  parentTeamId: TeamId | null,
  { byUserId, consents }: { byUserId: UserId; consents: boolean },
): Promise<ParentChange> {
  if (team.parentTeamId === parentTeamId) return 'unchanged'
  if (parentTeamId !== null && !consents) {
    await propose(tx, context, team, { parentTeamId, proposedBy: byUserId, proposedAt: context.clock.now() })
    return 'proposed'
  }
  await putUnder(tx, context, team, parentTeamId, { byUserId, screen: '/kpi setup' })
  const before = await parentProposalOf(tx, team)
  if (before?.parentTeamId === parentTeamId) {
    await deleteParentProposal(tx, team)
    await enqueueMessage(tx, context, [parentProposed(team, before)])
  }
  return 'changed'
}

/** The same team again edits the message that asks; for another one the earlier message loses its buttons. */
async function propose(
  tx: Transaction,
  context: Context,
  team: Team,
  proposal: ParentProposal,
): Promise<void> {
  const before = await parentProposalOf(tx, team)
  const again = before?.parentTeamId === proposal.parentTeamId
  const { proposedAt } = again ? before : proposal
  await saveParentProposal(tx, team, { ...proposal, proposedAt })
  await enqueueMessage(tx, context, [
    parentProposed(team, { ...proposal, proposedAt }),
    ...(before && !again ? [parentProposed(team, before)] : []),
  ])
}

/** For a team that has just been set up under another. */
export async function announceFirstParent(
  tx: Transaction,
  context: Context,
  team: Team,
  byUserId: UserId,
): Promise<void> {
  if (team.parentTeamId === null) return
  const under = { ...team, parentTeamId: null }
  await announceParent(tx, context, under, team.parentTeamId, { byUserId, screen: '/kpi setup' })
}

export type ProposalAnswered = { ok: true } | { ok: false; reason: 'not-allowed' | 'gone' | 'not-a-parent' }

/** The team's manager accepts or declines the proposed team above. `gone`: it was answered or replaced. */
export function answerParentProposal(
  context: Context,
  who: Person,
  { teamId, parentTeamId, accepted }: { teamId: TeamId; parentTeamId: TeamId; accepted: boolean },
): Promise<ProposalAnswered> {
  return changeInTeam(context, who, mayAcceptParent, teamId, async (tx, team): Promise<ProposalAnswered> => {
    const proposal = await parentProposalOf(tx, team)
    if (proposal?.parentTeamId !== parentTeamId) return { ok: false, reason: 'gone' }
    if (accepted) {
      await lockHierarchy(tx, team.workspaceId)
      if (!(await canHaveParent(tx, team, parentTeamId))) return { ok: false, reason: 'not-a-parent' }
      const screen = 'message:parent-proposed'
      await putUnder(tx, context, team, parentTeamId, { byUserId: who.userId, screen })
    }
    await deleteParentProposal(tx, team)
    const answer = { ...proposal, byUserId: who.userId, accepted }
    await enqueueMessage(tx, context, [parentProposed(team, proposal), parentAnswer(team, answer)])
    return { ok: true }
  })
}

interface Doing {
  byUserId: UserId
  screen: AuditScreen
}

async function putUnder(
  tx: Transaction,
  context: Context,
  team: Team,
  parentTeamId: TeamId | null,
  doing: Doing,
): Promise<void> {
  await setParent(tx, team, parentTeamId)
  await announceParent(tx, context, team, parentTeamId, doing)
}

/** Tells the managers of the team and of the teams above, and records it. `team`: as it was before. */
async function announceParent(
  tx: Transaction,
  context: Context,
  team: Team,
  parentTeamId: TeamId | null,
  { byUserId, screen }: Doing,
): Promise<void> {
  const { workspaceId, teamId } = team
  const above = parentTeamId ? await loadTeam(tx, workspaceId, parentTeamId) : null
  const former = team.parentTeamId ? await loadTeam(tx, workspaceId, team.parentTeamId) : null
  const change = { byUserId, parentTeamId, formerTeamId: team.parentTeamId }
  const managers = [team, above, former].flatMap((one) => (one ? [one.managerUserId] : []))
  const readers = [...new Set(managers)].filter((userId) => userId !== byUserId)
  await enqueueMessage(tx, context, parentChanged(team, readers, change, context.clock.now()))
  const told = (one: Team | null) => one && { teamId: one.teamId, channelId: one.channelId }
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, kind: 'parent-changed', actorUserId: byUserId, userId: null, teamId, screen },
      ...{ before: told(former), after: told(above) },
    },
  ])
}
