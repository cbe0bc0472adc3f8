// Passes the open items of whoever leaves a team, leads it or stands in no longer, on to whoever acts for it; both are told.
import { announce, reactTo } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { recordRecipients } from '../../org/audit/flows/record-reading.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { workingFraction } from '../../org/domain/calendar.ts'
import type { Team } from '../../org/domain/team.ts'
import {
  delegateEnded,
  managerChanged,
  membershipChanged,
  personDeactivated,
} from '../../org/flows/changes.ts'
import { presentOf, whoActsFor } from '../../org/flows/who-acts-for.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { lockOpenActionsOf, openActionsOf, standInsOf, updateAction } from '../db/action-items.ts'
import { type ActionItem, askerOf } from '../domain/action-item.ts'
import { givenEdit, NAMED_ACTIONS, type PassedOnWhy } from '../domain/messages.ts'
import { canOwn } from './change-action.ts'
import { actionsChanged } from './changes.ts'
import { loadOwnerDays } from './owner-days.ts'
import { reachable } from './reachable.ts'
import { remindersOf } from './save-change.ts'

/** A manager who only stops reporting keeps theirs. Where nobody can act, they stay with the leaver. */
export const onLeavers = reactTo(membershipChanged, async (tx, context, { team: ref, left, byUserId }) => {
  if (left.length === 0) return
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  if (!team) return
  for (const { member } of left)
    if (member.userId !== team.managerUserId || byUserId === null)
      await passOnAll(tx, context, team, member.userId, byUserId === null ? 'deactivated' : 'left')
})

/** Managers and directors have items in teams in which they do not report. */
export const onDeactivated = reactTo(personDeactivated, async (tx, context, { workspaceId, userId }) => {
  const open = await openActionsOf(tx, workspaceId, userId)
  for (const teamId of [...new Set(open.map((action) => action.teamId))].sort()) {
    const team = await loadTeam(tx, workspaceId, teamId)
    if (team) await passOnAll(tx, context, team, userId, 'deactivated')
  }
})

/** Of the team and those below it. Who belongs to a team or is above it still keeps theirs. Nobody stands in for a new manager who is here. */
export const onHandedOver = reactTo(managerChanged, async (tx, context, { team: ref, fromUserId }) => {
  const handedOver = await loadTeam(tx, ref.workspaceId, ref.teamId)
  if (!handedOver) return
  const standIns = await standInsFor(tx, handedOver)
  if (standIns.length > 0 && (await isHere(tx, context, handedOver)))
    for (const userId of standIns) await passOnAll(tx, context, handedOver, userId, 'stood-in', isAsStandIn)
  const open = await openActionsOf(tx, ref.workspaceId, fromUserId)
  if (open.length === 0) return
  const led = [handedOver, ...(await teamsBelow(tx, ref))]
  for (const team of led) {
    if (!open.some(({ teamId }) => teamId === team.teamId) || team.delegateUserId === fromUserId) continue
    if (await canOwn(tx, team, fromUserId, 'support-request')) continue
    await passOnAll(tx, context, team, fromUserId, 'handed-over')
  }
})

/** Whoever belongs to the team keeps what is their own, and hands back what they had as the stand-in; whoever leads it now keeps all. */
export const onStoodIn = reactTo(delegateEnded, async (tx, context, { team: ref, userId }) => {
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  if (!team) return
  if (userId === team.managerUserId) return keepAll(tx, team, userId)
  const keepsOwn = await canOwn(tx, team, userId, 'support-request')
  await passOnAll(tx, context, team, userId, 'stood-in', keepsOwn ? isAsStandIn : undefined)
})

/** On their first working day a manager who is back gets what the stand-in had meanwhile. */
export async function handBack(tx: Transaction, context: Context, teams: readonly Team[]): Promise<void> {
  const stoodIn = new Set((await standInsOf(tx, teams)).map(({ teamId }) => teamId))
  for (const team of teams.filter(({ teamId }) => stoodIn.has(teamId))) {
    const standIns = await standInsFor(tx, team)
    if (!(await isHere(tx, context, team)) || !(await managerWorks(tx, context, team))) continue
    for (const userId of standIns) await passOnAll(tx, context, team, userId, 'back', isAsStandIn)
  }
}

/** Those who have items in the manager's place. Whoever leads the team by now keeps them, and is none of those. */
async function standInsFor(tx: Transaction, team: Team): Promise<UserId[]> {
  const userIds = (await standInsOf(tx, [team])).map(({ userId }) => userId)
  if (userIds.includes(team.managerUserId)) await keepAll(tx, team, team.managerUserId)
  return userIds.filter((userId) => userId !== team.managerUserId)
}

const keepAll = async (tx: Transaction, team: Team, userId: UserId): Promise<void> => {
  for (const action of (await lockOpenActionsOf(tx, team, userId)).filter(isAsStandIn))
    await updateAction(tx, { ...action, asStandIn: false })
}

const isHere = async (tx: Transaction, { clock }: Context, { workspaceId, managerUserId }: Team) =>
  (await presentOf(tx, workspaceId, [managerUserId], clock.now())).length > 0

/** Where nothing is known of the manager's days, every day is one. */
async function managerWorks(tx: Transaction, { clock }: Context, team: Team): Promise<boolean> {
  const manager = { workspaceId: team.workspaceId, teamId: team.teamId, ownerUserId: team.managerUserId }
  const day = (await loadOwnerDays(tx, [manager], clock.now())).of(manager)
  return !day || workingFraction(day.calendar, day.today) > 0
}

const isAsStandIn = ({ asStandIn }: ActionItem): boolean => asStandIn

async function passOnAll(
  tx: Transaction,
  context: Context,
  team: Team,
  fromUserId: UserId,
  why: PassedOnWhy,
  which: (action: ActionItem) => boolean = () => true,
): Promise<void> {
  const open = (await lockOpenActionsOf(tx, team, fromUserId)).filter(which)
  const now = context.clock.now()
  const byTaker = new Map<UserId, Passing[]>()
  for (const action of open) {
    const about = await aboutOrFrom(tx, context, action)
    const toUserId = await whoActsFor(tx, team, now, about ? [fromUserId, about] : [fromUserId])
    // What is about the manager is not the manager's to have again.
    const asStandIn = toUserId === team.delegateUserId && about !== team.managerUserId
    // It came to be about whoever leads the team now: the stand-in keeps it.
    if (why === 'back' && toUserId !== team.managerUserId) continue
    if (toUserId) byTaker.set(toUserId, [...(byTaker.get(toUserId) ?? []), { action, asStandIn }])
  }
  for (const [toUserId, own] of byTaker)
    await passOn(tx, context, team, { open: own, fromUserId, toUserId, why })
}

/** Whom the item is about, or who asked for it: nobody answers their own warning or request. */
async function aboutOrFrom(
  tx: Transaction,
  { contributions }: Context,
  action: ActionItem,
): Promise<UserId | null> {
  const origin = contributions.actionOrigins.find(({ kind }) => kind === action.origin.kind)
  return origin ? origin.about(tx, action) : askerOf(action)
}

interface Passing {
  action: ActionItem
  /** Whoever gets it stands in for the manager. */
  asStandIn: boolean
}

interface Passed {
  open: readonly Passing[]
  fromUserId: UserId
  toUserId: UserId
  why: PassedOnWhy
}

async function passOn(
  tx: Transaction,
  context: Context,
  team: Team,
  { open, why, ...between }: Passed,
): Promise<void> {
  const { fromUserId, toUserId } = between
  const actions = open.map(({ action: before, asStandIn }) => ({
    before,
    after: {
      ...before,
      ...{ ownerUserId: toUserId, assignedBy: fromUserId, asStandIn },
      helperUserIds: before.helperUserIds.filter((userId) => userId !== toUserId),
    },
  }))
  for (const { after } of actions) await updateAction(tx, after)
  const { workspaceId, teamId } = team
  const now = context.clock.now()
  const subject = {
    ...{ fromUserId, toUserId, why, count: open.length },
    actionIds: open.slice(0, NAMED_ACTIONS).map(({ action }) => action.actionId),
  }
  const concerned = actions.flatMap(({ after }) => [fromUserId, ...after.helperUserIds, askerOf(after)])
  const here = new Set(await reachable(tx, workspaceId, [...concerned, toUserId]))
  const told = [fromUserId, toUserId]
    .filter((userId) => here.has(userId))
    .map(
      (userId): MessageDraft => ({
        ...{
          workspaceId,
          key: `actions-passed-on:${teamId}:${fromUserId}:${toUserId}:${userId}:${now}`,
          teamId,
        },
        ...{ kind: 'actions-passed-on', audience: { to: 'person', userId }, subject },
      }),
    )
  const edits = actions.flatMap(({ after }) =>
    [fromUserId, ...after.helperUserIds, askerOf(after)].flatMap((userId) =>
      userId && here.has(userId) ? givenEdit(after, userId) : [],
    ),
  )
  const reminders = await remindersOf(tx, open[0]!.action, [fromUserId, toUserId], now)
  await enqueueMessage(tx, context, [...told, ...edits, ...reminders])
  const parts = [{ userId: fromUserId, what: 'plan' as const }]
  await recordRecipients(tx, context, { workspaceId, viewers: [toUserId], parts })
  await announce(tx, context, actionsChanged, { actions, byUserId: null })
}
