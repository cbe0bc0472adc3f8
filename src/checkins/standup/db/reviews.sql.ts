// The table of what whoever leads a team has read of answers and written about them: one row for a member and date.
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../../core/ids.ts'

export const answerReviews = pgTable(
  'answer_reviews',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    readBy: text('read_by').$type<UserId>().notNull(),
    readAt: instant('read_at').notNull(),
    /** Of the answer, as it was read: a later edit is not. */
    readRevision: integer('read_revision').notNull(),
    /** Null: there is none, or it was taken back. */
    comment: text('comment'),
    /** Kept when the comment is taken back. */
    commentedBy: text('commented_by').$type<UserId>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.date] }),
    index('answer_reviews_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
