// Table of the questions to a manager about leave on days that are past.
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { LeavePart } from '../domain/calendar.ts'
import type { LeaveKind } from '../domain/leave-kind.ts'
import type { LeaveRequestState, LeaveWish } from '../domain/leave-request.ts'

export const leaveRequests = pgTable(
  'leave_requests',
  {
    workspaceId: workspaceId(),
    requestId: uuid('request_id').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    wish: text('wish').$type<LeaveWish>().notNull(),
    /** The leave to cancel, or the id of the one that is recorded when it is agreed to. */
    leaveId: uuid('leave_id').notNull(),
    fromDate: plainDate('from_date').notNull(),
    toDate: plainDate('to_date').notNull(),
    part: text('part').$type<LeavePart>().notNull(),
    kind: text('kind').$type<LeaveKind>().notNull(),
    /** ISO dates among them on which the person had reported numbers when they asked. */
    numberDays: jsonb('number_days').$type<readonly string[]>().notNull(),
    homeTeamId: uuid('home_team_id').$type<TeamId>().notNull(),
    askedUserId: text('asked_user_id').$type<UserId>().notNull(),
    /** Null: asked as an admin. */
    askedTeamId: uuid('asked_team_id').$type<TeamId>(),
    askedAt: instant('asked_at').notNull(),
    state: text('state').$type<LeaveRequestState>().notNull(),
    decidedBy: text('decided_by').$type<UserId>(),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.requestId] }),
    // A leave is asked about once at a time. Few wait, so this index also finds them by person and by whom was asked.
    uniqueIndex('leave_requests_waiting').on(table.workspaceId, table.leaveId).where(sql`state = 'waiting'`),
    // What was decided long ago is deleted by its time.
    index('leave_requests_decided').on(table.decidedAt).where(sql`state <> 'waiting'`),
  ],
)
