// Table of the direct messages that are answered: Slack may deliver one again, also to another process.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId } from '../../core/ids.ts'

export const answeredMessages = pgTable(
  'answered_messages',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').$type<ChannelId>().notNull(),
    /** Slack's id of the message in its channel. */
    ts: text('ts').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.channelId, table.ts] })],
)
