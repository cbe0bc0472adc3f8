// Tables of check-ins of every kind: which members were prompted and reminded on a date, and which teams' dates are closed.
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'

/** Exists once the member was prompted or reminded. */
export const checkinPrompts = pgTable(
  'checkin_prompts',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    promptedAt: instant('prompted_at'),
    remindedAt: instant('reminded_at'),
    /** When the member wants to be reminded instead of answering the prompt. Null: did not ask for it. */
    snoozedUntil: instant('snoozed_until'),
    /** When somebody who leads the team asked for the answer, once. */
    nudgedAt: instant('nudged_at'),
    nudgedBy: text('nudged_by').$type<UserId>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date] }),
    index('checkin_prompts_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)

/** Exists once the team's check-in of the date is closed. */
export const checkinDays = pgTable(
  'checkin_days',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    closedAt: instant('closed_at').notNull(),
    /** When something that its summary shows last changed after the close. */
    revisedAt: instant('revised_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.kind, table.date] })],
)
