// Table of the channels of teams, as last fetched from Slack.

import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId } from '../../core/ids.ts'

export const channels = pgTable(
  'channels',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').$type<ChannelId>().notNull(),
    name: text('name').notNull(),
    /** Null: not fetched yet; it counts as private. */
    isPrivate: boolean('is_private'),
    isExternal: boolean('is_external').notNull().default(false),
    checkAt: instant('check_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.channelId] }),
    index('channels_check').on(table.checkAt),
  ],
)
