// The outbox table: every message to be sent, with its version, attempts and claim.

import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { MessageState } from '../domain/message.ts'

export const messages = pgTable(
  'messages',
  {
    workspaceId: workspaceId(),
    messageKey: text('message_key').notNull(),
    kind: text('kind').notNull(),
    teamId: uuid('team_id').$type<TeamId>(),
    /** Exactly one is set: a user (direct message) or a channel. */
    toUserId: text('to_user_id').$type<UserId>(),
    toChannelId: text('to_channel_id').$type<ChannelId>(),
    subject: jsonb('subject').$type<unknown>().notNull(),
    /** Incremented each time the content changes. Delivered when `deliveredVersion` is equal. */
    version: integer('version').notNull().default(1),
    deliveredVersion: integer('delivered_version').notNull().default(0),
    state: text('state').$type<MessageState>().notNull(),
    /** Null: nothing to do. While claimed: when the lease ends and others may claim it. By the database's clock. */
    nextAttemptAt: instant('next_attempt_at'),
    /** Failed attempts since the last delivery. */
    attempts: integer('attempts').notNull().default(0),
    /** The current claim; a new id for each claim. */
    claimId: uuid('claim_id'),
    /** When Slack was last called. Set without a `ts`: the message may have been posted, so the channel is searched before posting again. */
    sendingSince: instant('sending_since'),
    channelId: text('channel_id').$type<ChannelId>(),
    ts: text('ts'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.messageKey] }),
    index('messages_due').on(table.workspaceId, table.nextAttemptAt).where(sql`next_attempt_at is not null`),
    // What was shown long ago is deleted; what failed is looked up by operators, newest first.
    index('messages_over').on(sql`coalesce(delivered_at, created_at)`).where(sql`next_attempt_at is null`),
    index('messages_failed').on(table.createdAt).where(sql`state = 'failed'`),
    // A reaction or a reply names a message by its place.
    index('messages_in_channel')
      .on(table.workspaceId, table.channelId, table.ts)
      .where(sql`to_channel_id is not null and ts is not null`),
    // How many a person got today.
    index('messages_to_person')
      .on(table.workspaceId, table.toUserId, table.createdAt)
      .where(sql`to_user_id is not null`),
    index('messages_claimed').on(table.workspaceId, table.nextAttemptAt).where(sql`claim_id is not null`),
  ],
)
