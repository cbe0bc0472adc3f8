// Tables of the deals that were won, and of colleagues' reactions to the messages about them.
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, scaled, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'

/** One row for an act of the ledger that tells of a deal. */
export const wins = pgTable(
  'wins',
  {
    workspaceId: workspaceId(),
    /** The act in the ledger. */
    sourceId: uuid('source_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    /** The day that the number is for. */
    date: plainDate('date').notNull(),
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    /** Scaled, with all corrections; 0 where it was taken back. */
    amount: scaled('amount').notNull(),
    /** As it was entered. */
    enteredAmount: scaled('entered_amount').notNull(),
    enteredAt: instant('entered_at').notNull(),
    /** As typed. Null: nobody was named. */
    customer: text('customer'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId] }),
    index('wins_member').on(table.workspaceId, table.memberId, table.date),
    index('wins_team').on(table.workspaceId, table.teamId, table.date),
  ],
)

/** Who reacted to the message about a win, and how. */
export const winReactions = pgTable(
  'win_reactions',
  {
    workspaceId: workspaceId(),
    sourceId: uuid('source_id').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    reaction: text('reaction').notNull(),
    reactedAt: instant('reacted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceId, table.userId, table.reaction] }),
    index('win_reactions_old').on(table.reactedAt),
  ],
)
