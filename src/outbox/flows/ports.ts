// The ports of delivery: Slack, content, readers, and the report of a message that cannot be delivered.

import type { Clock, Log } from '../../core/context.ts'
import type { Database, Queryable, Transaction } from '../../core/db/client.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Messenger, OutgoingMessage } from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'
import type { UndeliveredReason } from '../domain/message.ts'

export interface OutboxContext {
  db: Database
  clock: Clock
  log: Log
}

export interface Content {
  /** Null: nothing is left to show (the day is over, the person left); the message is dropped. */
  load(db: Queryable, message: OutboxMessage, now: Temporal.Instant): Promise<Render | null>
  /** The next simpler form: first without tables and charts, then plain text. Null: it cannot get simpler. */
  degrade(message: OutgoingMessage): OutgoingMessage | null
}
export type Render = (locale: Locale) => OutgoingMessage

/** What delivery needs to know about a person. */
export interface Reader {
  locale: Locale
  deactivated: boolean
  /** Null: no direct message channel is known yet. */
  dmChannelId: string | null
}

export interface Readers {
  /** Null: unknown user. */
  find(workspaceId: string, userId: string): Promise<Reader | null>
  saveDmChannel(workspaceId: string, userId: string, channelId: string): Promise<void>
  /** The reader's language for a direct message, the team's for a channel. */
  localeOf(message: OutboxMessage, reader: Reader | null): Promise<Locale>
}

export interface DeliveryPorts {
  messenger: Messenger
  content: Content
  readers: Readers
  /** Called in the transaction that records the failure. */
  onUndelivered(tx: Transaction, message: OutboxMessage, problem: UndeliveredReason): Promise<void>
}
