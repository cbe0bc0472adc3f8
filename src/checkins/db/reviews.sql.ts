// The tables of what whoever leads a team has read of answers, one row for a member, kind of check-in and date, and what each of them wrote about one.
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'

export const answerReviews = pgTable(
  'answer_reviews',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    /** The name of the kind of check-in. */
    kind: text('kind').notNull().default('standup'),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    readBy: text('read_by').$type<UserId>().notNull(),
    readAt: instant('read_at').notNull(),
    /** Of the answer, as it was read: a later edit is not. */
    readRevision: integer('read_revision').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date] }),
    index('answer_reviews_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)

export const answerComments = pgTable(
  'answer_comments',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    /** The name of the kind of check-in. */
    kind: text('kind').notNull().default('standup'),
    date: plainDate('date').notNull(),
    byUserId: text('by_user_id').$type<UserId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    /** Null: it was taken back. */
    comment: text('comment'),
    /** Counts the texts: each is a message of its own, so that a change is heard. */
    version: integer('version').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date, table.byUserId] }),
    index('answer_comments_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
