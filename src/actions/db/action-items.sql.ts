// Table of action items: what one person is accountable for by a date.
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { ActionState, OriginKind } from '../domain/action-item.ts'

export const actionItems = pgTable(
  'action_items',
  {
    workspaceId: workspaceId(),
    actionId: uuid('action_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    /** The one who is accountable. */
    ownerUserId: text('owner_user_id').$type<UserId>().notNull(),
    helperUserIds: jsonb('helper_user_ids').$type<readonly UserId[]>().notNull(),
    text: text('text').notNull(),
    /** Of a milestone, against the owner's others. Null: it is none. */
    weight: integer('weight'),
    /** Counts in the owner's working days. */
    dueOn: plainDate('due_on').notNull(),
    state: text('state').$type<ActionState>().notNull(),
    originKind: text('origin_kind').$type<OriginKind>().notNull(),
    /** The id of what it came from. Null: a person added it. */
    originReference: text('origin_reference'),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Who made the owner accountable. */
    assignedBy: text('assigned_by').$type<UserId>().notNull(),
    /** The owner stands in for the manager, and hands it back. */
    asStandIn: boolean('as_stand_in').notNull().default(false),
    closedBy: text('closed_by').$type<UserId>(),
    closedAt: instant('closed_at'),
    /** As typed. */
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.actionId] }),
    index('action_items_owner')
      .on(table.workspaceId, table.ownerUserId, table.dueOn)
      .where(sql`state = 'open'`),
    index('action_items_team').on(table.workspaceId, table.teamId, table.dueOn).where(sql`state = 'open'`),
    // Looked for each morning, and hardly any.
    index('action_items_stand_in')
      .on(table.workspaceId, table.teamId)
      .where(sql`state = 'open' and as_stand_in`),
    // Who helps is in few of them.
    index('action_items_helpers')
      .using('gin', table.helperUserIds.op('jsonb_path_ops'))
      .where(sql`state = 'open'`),
    // A report shows its requests for support also when they are done.
    index('action_items_support')
      .on(table.workspaceId, table.teamId, table.originReference)
      .where(sql`origin_kind = 'support-request'`),
    // What somebody did in a week stands in their report.
    index('action_items_done')
      .on(table.workspaceId, table.ownerUserId, table.closedAt)
      .where(sql`state = 'done'`),
    // Milestones that are done count in their owner's progress.
    index('action_items_milestones')
      .on(table.workspaceId, table.ownerUserId, table.dueOn)
      .where(sql`weight is not null`),
    // What was closed long ago is deleted by its time.
    index('action_items_closed').on(table.closedAt).where(sql`state <> 'open'`),
  ],
)
