// Tables of the standup: one row for each member and date, planned lines, blockers.

import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../../core/ids.ts'
import type { StoredState } from '../../domain/member-day.ts'
import type { Outcome } from '../domain/standup.ts'

/** Exists once the day was answered, or closed without an answer. Before that the state follows from the clock. */
export const standups = pgTable(
  'standups',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    state: text('state').$type<StoredState>().notNull(),
    answeredAt: instant('answered_at'),
    /** When it was answered first, whatever was edited since: what came afterwards is told by the next report. */
    firstAnsweredAt: instant('first_answered_at'),
    /** 0 for a day without an answer; each saved edit adds one. */
    revision: integer('revision').notNull().default(0),
    doneNote: text('done_note').notNull().default(''),
    numbersDate: plainDate('numbers_date'),
    /** Working days in a row answered in time, this one included. */
    streakDays: integer('streak_days').notNull().default(0),
    /** Key of the last saved submit: the same submit again changes nothing. */
    lastSubmitKey: text('last_submit_key'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.date] }),
    index('standups_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)

export const planItems = pgTable(
  'plan_items',
  {
    workspaceId: workspaceId(),
    itemId: uuid('item_id').notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    /** The standup in which the line was planned. */
    date: plainDate('date').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    /** The line of the previous standup that this one continues. */
    carriedFrom: uuid('carried_from'),
    outcome: text('outcome').$type<Outcome>(),
    /** Date of the standup that set the outcome; null until then. */
    settledOn: plainDate('settled_on'),
    /** When the member ticked it off during the day. Null: not, or taken back. */
    tickedAt: instant('ticked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId] }),
    // Finds the lines of a date, and those that it settled, for a member or the whole team, whatever the size of the history.
    uniqueIndex('plan_items_day').on(
      table.workspaceId,
      table.teamId,
      table.date,
      table.memberId,
      table.position,
    ),
    index('plan_items_settled').on(table.workspaceId, table.teamId, table.settledOn, table.memberId),
  ],
)

export const blockers = pgTable(
  'blockers',
  {
    workspaceId: workspaceId(),
    blockerId: uuid('blocker_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    text: text('text').notNull(),
    helperUserId: text('helper_user_id').$type<UserId>(),
    state: text('state').$type<'open' | 'helped' | 'closed'>().notNull(),
    raisedOn: plainDate('raised_on').notNull(),
    /** Null until it is closed. */
    closedOn: plainDate('closed_on'),
    /** True when an edit of the standup that raised it removed it. */
    withdrawn: boolean('withdrawn').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.blockerId] }),
    // Finds open blockers, and those closed on a date.
    index('blockers_closed').on(table.workspaceId, table.teamId, table.closedOn, table.memberId),
  ],
)
