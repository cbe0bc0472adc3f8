// Table of set-ups that were submitted and take longer than a person waits: they are finished in the background.
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'

/** Exists until the team is set up, or the person was told why not. */
export const pendingSetups = pgTable(
  'pending_setups',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').$type<ChannelId>().notNull(),
    /** The team to be changed. Null: a new one. */
    teamId: uuid('team_id').$type<TeamId>(),
    /** Who submitted the form. */
    userId: text('user_id').$type<UserId>().notNull(),
    input: jsonb('input').$type<unknown>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** While somebody works on it: when others may take it over. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.channelId] })],
)
