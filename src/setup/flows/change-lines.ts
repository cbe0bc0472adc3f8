// Changes who leads a team: its manager, its delegate, and the team above.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { canManage } from '../../org/domain/acting-manager.ts'
import { mayHandOver } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { ensurePeople } from '../../org/flows/ensure-people.ts'
import { changeLeads } from '../../org/flows/hand-over.ts'
import { changeParentTeam, parentProblem } from '../../org/flows/parent-team.ts'
import type { SetupInput } from './set-up-team.ts'

export type LinesProblem =
  /** A delegate who acts may change neither the manager, nor the delegate, nor the team above. */
  | { ok: false; reason: 'not-your-lines' }
  | { ok: false; reason: 'not-a-manager' | 'not-a-delegate' | 'not-a-parent' | 'no-manager' }

/** The people whom the form chose as manager and delegate. Call it outside a transaction: it may wait for Slack. */
export async function chosenLeads(
  context: Context,
  { workspaceId }: Person,
  { managerUserId, delegateUserId }: SetupInput,
): Promise<Map<UserId, Person>> {
  const wanted = new Set([managerUserId, ...(delegateUserId ? [delegateUserId] : [])])
  const people = await ensurePeople(context, workspaceId, [...wanted])
  return new Map(people.map((person) => [person.userId, person]))
}

/** Null: all is well. What stays as it is, is not checked: a delegate who left must not block the form. */
export async function linesProblem(
  tx: Transaction,
  context: Context,
  who: Person,
  team: Team,
  input: SetupInput,
  leads: ReadonlyMap<UserId, Person>,
): Promise<LinesProblem | null> {
  const { managerUserId, delegateUserId, parentTeamId } = input
  const manager = managerUserId !== team.managerUserId
  const delegate = delegateUserId !== team.delegateUserId && delegateUserId !== null
  const changed = manager || delegateUserId !== team.delegateUserId || parentTeamId !== team.parentTeamId
  if (changed && !may(await actorOf(tx, who, context.clock.now()), mayHandOver, team))
    return { ok: false, reason: 'not-your-lines' }
  if (manager && !canManage(leads.get(managerUserId))) return { ok: false, reason: 'not-a-manager' }
  if (delegate && !canManage(leads.get(delegateUserId))) return { ok: false, reason: 'not-a-delegate' }
  if (delegate && delegateUserId === managerUserId) return { ok: false, reason: 'not-a-delegate' }
  const led = { ...team, managerUserId }
  const problem = await parentProblem(tx, led, parentTeamId, consents(who, team, input))
  return problem && { ok: false, reason: problem }
}

/** `linesProblem` was asked before. True: the team's manager has been asked about the team above. */
export async function changeLines(
  tx: Transaction,
  context: Context,
  who: Person,
  team: Team,
  input: SetupInput,
): Promise<boolean> {
  const { managerUserId, delegateUserId, parentTeamId } = input
  const byUserId = who.userId
  const doing = { byUserId, screen: '/kpi setup' as const }
  await changeLeads(tx, context, team, { managerUserId, delegateUserId }, doing)
  const led = { ...team, managerUserId, delegateUserId }
  const how = { byUserId, consents: consents(who, team, input) }
  return (await changeParentTeam(tx, context, led, parentTeamId, how)) === 'proposed'
}

/** The former and the new manager may choose the team above by themselves. */
const consents = ({ userId }: Person, team: Team, { managerUserId }: SetupInput): boolean =>
  userId === team.managerUserId || userId === managerUserId
