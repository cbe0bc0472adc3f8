// Reads and writes action items.
import { and, asc, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { ActionItem, OriginKind } from '../domain/action-item.ts'
import { actionItems } from './action-items.sql.ts'

type Row = typeof actionItems.$inferSelect
type Ref = Pick<ActionItem, 'workspaceId' | 'actionId'>

const itemOf = ({ originKind, originReference, ...row }: Row): ActionItem => ({
  ...row,
  origin: { kind: originKind, reference: originReference },
})

const rowOf = ({ origin, ...item }: ActionItem): Row => ({
  ...item,
  originKind: origin.kind,
  originReference: origin.reference,
})

export async function insertActions(q: Queryable, items: readonly ActionItem[]): Promise<void> {
  if (items.length > 0) await q.insert(actionItems).values(items.map(rowOf))
}

/** Saves what can change of an item: who has it, when it is due, and how it ended. */
export async function updateAction(q: Queryable, item: ActionItem): Promise<void> {
  const { ownerUserId, helperUserIds, weight, dueOn, state, assignedBy, asStandIn } = item
  const { closedBy, closedAt, reason } = item
  await q
    .update(actionItems)
    .set({
      ...{ ownerUserId, helperUserIds, weight, dueOn, state, assignedBy, asStandIn },
      ...{ closedBy, closedAt, reason },
    })
    .where(isAction(item))
}

const isAction = ({ workspaceId, actionId }: Ref) =>
  and(eq(actionItems.workspaceId, workspaceId), eq(actionItems.actionId, actionId))

export async function loadAction(q: Queryable, ref: Ref): Promise<ActionItem | null> {
  const [row] = await q.select().from(actionItems).where(isAction(ref))
  return row ? itemOf(row) : null
}

/** The same, locked until the transaction ends. */
export async function lockAction(tx: Transaction, ref: Ref): Promise<ActionItem | null> {
  const [row] = await tx.select().from(actionItems).where(isAction(ref)).for('update')
  return row ? itemOf(row) : null
}

/** A literal, so that the partial indexes apply. */
const isOpen = sql`${actionItems.state} = 'open'`

async function openWhere(q: Queryable, condition: SQL | undefined, limit?: number): Promise<ActionItem[]> {
  const query = q
    .select()
    .from(actionItems)
    .where(and(isOpen, condition))
    .orderBy(asc(actionItems.dueOn), asc(actionItems.actionId))
  return (limit === undefined ? await query : await query.limit(limit)).map(itemOf)
}

/** The earliest due first, whatever the team. */
export const openActionsOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<ActionItem[]> =>
  openWhere(q, and(eq(actionItems.workspaceId, workspaceId), eq(actionItems.ownerUserId, userId)))

/** Open ones of others with which the person helps, the earliest due first. */
export const openActionsHelpedBy = (
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<ActionItem[]> =>
  openWhere(
    q,
    and(
      eq(actionItems.workspaceId, workspaceId),
      sql`${actionItems.helperUserIds} @> ${JSON.stringify([userId])}::jsonb`,
    ),
  )

/** The person's milestones that are open, due since the date, or done since it began. `teamId` null: whatever the team. */
export async function milestonesOf(
  q: Queryable,
  { workspaceId, userId, teamId }: { workspaceId: WorkspaceId; userId: UserId; teamId: TeamId | null },
  since: Temporal.PlainDate,
  begun: Temporal.Instant,
): Promise<Pick<ActionItem, 'weight' | 'state'>[]> {
  const { weight, state, ownerUserId, dueOn, closedAt } = actionItems
  return q
    .select({ weight, state })
    .from(actionItems)
    .where(
      and(
        ...[eq(actionItems.workspaceId, workspaceId), eq(ownerUserId, userId), sql`${weight} is not null`],
        teamId === null ? undefined : eq(actionItems.teamId, teamId),
        or(isOpen, gte(dueOn, since), and(sql`${state} = 'done'`, gte(closedAt, begun))),
      ),
    )
}

/** What the person has done in the time, the oldest first, whatever the team. */
export async function actionsDoneBy(
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
  { from, before }: { from: Temporal.Instant; before: Temporal.Instant },
): Promise<ActionItem[]> {
  const { ownerUserId, closedAt } = actionItems
  const rows = await q
    .select()
    .from(actionItems)
    .where(
      and(
        ...[eq(actionItems.workspaceId, workspaceId), eq(ownerUserId, userId), sql`state = 'done'`],
        ...[gte(closedAt, from), lt(closedAt, before)],
      ),
    )
    .orderBy(asc(closedAt))
  return rows.map(itemOf)
}

/** The earliest due first. */
export const openActionsIn = (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
): Promise<ActionItem[]> =>
  teamIds.length === 0
    ? Promise.resolve([])
    : openWhere(q, and(eq(actionItems.workspaceId, workspaceId), inArray(actionItems.teamId, [...teamIds])))

/** Open ones of these teams that are due on the date or before it. */
export const dueActionsOf = (
  q: Queryable,
  teams: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<ActionItem[]> =>
  teams.length === 0
    ? Promise.resolve([])
    : openWhere(q, and(amongTeams(teams), lte(actionItems.dueOn, date)))

/** Of these teams, who has open ones in the manager's place. */
export async function standInsOf(
  q: Queryable,
  of: readonly TeamRef[],
): Promise<(TeamRef & { userId: UserId })[]> {
  if (of.length === 0) return []
  const { workspaceId, teamId, ownerUserId: userId } = actionItems
  return q
    .selectDistinct({ workspaceId, teamId, userId })
    .from(actionItems)
    .where(and(isOpen, sql`${actionItems.asStandIn}`, amongTeams(of)))
    .orderBy(asc(teamId), asc(userId))
}

const amongTeams = (teams: readonly TeamRef[]): SQL =>
  amongPairs(
    { workspaceId: actionItems.workspaceId, id: actionItems.teamId, idType: 'uuid' },
    teams.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId })),
  )

/** The person's open ones of the team, locked in a fixed order. */
export async function lockOpenActionsOf(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  userId: UserId,
): Promise<ActionItem[]> {
  const { ownerUserId } = actionItems
  const rows = await tx
    .select()
    .from(actionItems)
    .where(
      and(
        isOpen,
        eq(actionItems.workspaceId, workspaceId),
        eq(actionItems.teamId, teamId),
        eq(ownerUserId, userId),
      ),
    )
    .orderBy(asc(actionItems.actionId))
    .for('update')
  return rows.map(itemOf)
}

/** The open ones that were made of these, locked in a fixed order. */
export async function lockOpenActionsFrom(
  tx: Transaction,
  kind: OriginKind,
  origins: readonly (TeamRef & { reference: string })[],
): Promise<ActionItem[]> {
  if (origins.length === 0) return []
  const { originKind, originReference, actionId } = actionItems
  const references = origins.map(({ reference }) => reference)
  const rows = await tx
    .select()
    .from(actionItems)
    .where(and(isOpen, amongTeams(origins), eq(originKind, kind), inArray(originReference, references)))
    .orderBy(asc(actionId))
    .for('update')
  return rows.map(itemOf)
}

/** By when they were closed. */
export const pruneActions = pruneRows('action_items', sql`closed_at`, { only: sql`state <> 'open'` })

/** In the order in which they were added. */
export async function textsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  actionIds: readonly string[],
): Promise<string[]> {
  if (actionIds.length === 0) return []
  const rows = await q
    .select({ text: actionItems.text })
    .from(actionItems)
    .where(and(eq(actionItems.workspaceId, workspaceId), inArray(actionItems.actionId, [...actionIds])))
    .orderBy(asc(actionItems.actionId))
  return rows.map(({ text }) => text)
}
