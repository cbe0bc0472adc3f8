// Tables of workspaces and people, as last fetched from Slack.

import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { ChannelId, UserId } from '../../core/ids.ts'

export const workspaces = pgTable(
  'workspaces',
  {
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    botUserId: text('bot_user_id').$type<UserId>().notNull(),
    /** 1 to 12. */
    fiscalYearStartMonth: integer('fiscal_year_start_month').notNull().default(1),
    firstSeenAt: instant('first_seen_at').notNull(),
    /** What an admin chose for the workspace; parsed when it is read. */
    settings: jsonb('settings').notNull().default({}),
    /** Since when the app is uninstalled, or its token does not work. Null: it is installed. */
    disconnectedAt: instant('disconnected_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] })],
)

export const people = pgTable(
  'people',
  {
    workspaceId: workspaceId(),
    userId: text('user_id').$type<UserId>().notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    isBot: boolean('is_bot').notNull().default(false),
    isAdmin: boolean('is_admin').notNull().default(false),
    isGuest: boolean('is_guest').notNull().default(false),
    deactivated: boolean('deactivated').notNull().default(false),
    /** The direct message channel, once it was opened. */
    dmChannelId: text('dm_channel_id').$type<ChannelId>(),
    refreshedAt: instant('refreshed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
)
