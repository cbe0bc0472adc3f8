// The outbox: every message that the bot means to say, written in the transaction that decided it, and what of it has no job yet.
import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { NoticeKind, NoticeSubject } from '../domain/message-facts.ts'

export const notices = pgTable(
  'notices',
  {
    workspaceId: workspaceId(),
    noticeKey: text('notice_key').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    teamId: uuid('team_id'),
    /** One of the two: a person's direct message, or a channel. */
    toUserId: text('to_user_id'),
    toChannelId: text('to_channel_id'),
    subject: jsonb('subject').$type<NoticeSubject>().notNull(),
    /** Grows each time that what it shows has changed; delivered when both are equal. */
    version: integer('version').notNull().default(1),
    deliveredVersion: integer('delivered_version').notNull().default(0),
    state: text('state').$type<'waiting' | 'sending' | 'delivered' | 'dropped' | 'failed'>().notNull(),
    /** Set before the first call to Slack: from here a lost answer is possible, and the message is looked for. */
    sendingSince: instant('sending_since'),
    channelId: text('channel_id'),
    ts: text('ts'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.noticeKey] })],
)

/** Each time that a notice was said, until a delivery job stands for it. Only ever inserted and deleted: nobody waits for anybody. */
export const unqueuedNotices = pgTable(
  'unqueued_notices',
  {
    workspaceId: workspaceId(),
    /** In the order in which it was said. */
    place: bigint('place', { mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    noticeKey: text('notice_key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.place] })],
)
