// The table of what whoever leads a team asks back about reports: one question at a time for a member, report and date.
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../../core/ids.ts'

export const reportQuestions = pgTable(
  'report_questions',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    /** The name of the kind of report. */
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    askedBy: text('asked_by').$type<UserId>().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Until then the member can change the report, though it is closed. */
    until: instant('until').notNull(),
    /** Null: it was taken back. */
    question: text('question'),
    /** Counts the questions: each is a message of its own. */
    version: integer('version').notNull(),
    /** What the member wrote to whoever asked; empty where only the report was changed. Null: nothing came yet. */
    reply: text('reply'),
    repliedAt: instant('replied_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date] }),
    index('report_questions_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
