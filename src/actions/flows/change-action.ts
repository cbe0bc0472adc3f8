// Closes an action item, hands it on, or changes its date: its owner, the manager of the team and whoever is above.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { AuditScreen } from '../../org/audit/domain/audit-event.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { activeMembers } from '../../org/db/members.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadAction, lockAction } from '../db/action-items.ts'
import type { ActionItem, OriginKind } from '../domain/action-item.ts'
import { type ActionWish, decideChange } from '../domain/decide-change.ts'
import { mayChangeAction } from '../domain/permissions.ts'
import { loadOwnerDays } from './owner-days.ts'
import { saveChange } from './save-change.ts'
import type { ActionDates } from './sources.ts'

export type ActionChanged =
  | { ok: true; action: ActionItem }
  /** `past`: it is put to a day that is over where the owner is. */
  | { ok: false; reason: 'not-allowed' | 'no-reason' | 'not-in-team' | 'past' }
  | { ok: false; reason: 'closed-already'; action: ActionItem }
  /** It was promised to another feature, which looks at it on its date. */
  | ({ ok: false; reason: 'date' } & ActionDates)

export const changeAction = (
  context: Context,
  who: Person,
  actionId: string,
  wish: ActionWish,
  screen: AuditScreen,
): Promise<ActionChanged> =>
  context.db.transaction((tx) => changeActionIn(tx, context, who, actionId, wish, screen))

/** The same as a part of what else a person submits. */
export async function changeActionIn(
  tx: Transaction,
  context: Context,
  who: Person,
  actionId: string,
  wish: ActionWish,
  screen: AuditScreen,
): Promise<ActionChanged> {
  const now = context.clock.now()
  const ref = { workspaceId: who.workspaceId, actionId }
  const dates = await datesOf(tx, context, await loadAction(tx, ref))
  const before = await lockAction(tx, ref)
  if (!before || !(await mayChange(tx, who, before, now))) return { ok: false, reason: 'not-allowed' }
  const decided = decideChange(before, wish, who.userId, now)
  if (!decided.ok)
    return decided.reason === 'closed-already'
      ? { ok: false, reason: 'closed-already', action: before }
      : { ok: false, reason: decided.reason }
  const { after, isChanged } = decided
  if (!isChanged) return { ok: true, action: before }
  if (!after.dueOn.equals(before.dueOn)) {
    if (dates && !isWithin(after.dueOn, dates)) return { ok: false, reason: 'date', ...dates }
    if (await isOver(tx, after, now)) return { ok: false, reason: 'past' }
  }
  const isHandedOn = after.ownerUserId !== before.ownerUserId
  if (isHandedOn && !(await canOwn(tx, after, after.ownerUserId, after.origin.kind)))
    return { ok: false, reason: 'not-in-team' }
  await saveChange(tx, context, { before, after }, { userId: who.userId, screen })
  return { ok: true, action: after }
}

const datesOf = async (
  tx: Transaction,
  { contributions, clock }: Context,
  action: ActionItem | null,
): Promise<ActionDates | null> => {
  const origin = contributions.actionOrigins.find(({ kind }) => kind === action?.origin.kind)
  return action && origin ? origin.dates(tx, clock.now(), action) : null
}

async function isOver(tx: Transaction, action: ActionItem, now: Temporal.Instant): Promise<boolean> {
  const day = (await loadOwnerDays(tx, [action], now)).of(action)
  return day !== null && Temporal.PlainDate.compare(action.dueOn, day.today) < 0
}

const isWithin = (date: Temporal.PlainDate, { first, last }: ActionDates): boolean =>
  Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, last) <= 0

/** An item that the person may change. Null: it is not there, or not theirs to change. */
export async function openableAction(
  { db, clock }: Context,
  who: Person,
  actionId: string,
): Promise<ActionItem | null> {
  const action = await loadAction(db, { workspaceId: who.workspaceId, actionId })
  return action && (await mayChange(db, who, action, clock.now())) ? action : null
}

async function mayChange(
  q: Queryable,
  who: Person,
  { workspaceId, teamId, ownerUserId }: ActionItem,
  now: Temporal.Instant,
): Promise<boolean> {
  return may(await actorOf(q, who, now), mayChangeAction, { workspaceId, teamId, userId: ownerUserId })
}

/** Whoever is in the team, its manager and who stands in for them; of a request for support whoever is above as well. */
export async function canOwn(
  q: Queryable,
  { workspaceId, teamId }: Pick<ActionItem, 'workspaceId' | 'teamId'>,
  userId: UserId,
  origin: OriginKind,
): Promise<boolean> {
  const team = await loadTeam(q, workspaceId, teamId)
  if (!team || team.archivedAt) return false
  if (team.managerUserId === userId || team.delegateUserId === userId) return true
  if ((await activeMembers(q, team)).some((member) => member.userId === userId)) return true
  if (origin !== 'support-request') return false
  return (await teamsAbove(q, team)).some(({ managerUserId }) => managerUserId === userId)
}
