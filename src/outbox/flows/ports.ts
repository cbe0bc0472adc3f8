// What delivery asks of others: Slack, what a message shows, who reads it, and who is told when it cannot arrive.

import type { Clock, Log } from '../../core/context.ts'
import type { Database, Queryable, Transaction } from '../../core/db/client.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { DeliveryProblem, Messenger, OutgoingMessage } from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'

export interface OutboxContext {
  db: Database
  clock: Clock
  log: Log
}

export interface Content {
  /** Null: there is nothing to show any more (the day is over, the person left); the message is dropped. */
  load(db: Queryable, message: OutboxMessage, now: Temporal.Instant): Promise<Render | null>
  /** The same with less: first without tables and charts, then words alone. Null: nothing is left to take away. */
  degrade(message: OutgoingMessage): OutgoingMessage | null
}
export type Render = (locale: Locale) => OutgoingMessage

/** A person as far as delivery has to know them. */
export interface Reader {
  locale: Locale
  deactivated: boolean
  /** Null: no direct message was opened yet. */
  dmChannelId: string | null
}

export interface Readers {
  /** Null: the bot does not know them. */
  find(workspaceId: string, userId: string): Promise<Reader | null>
  saveDmChannel(workspaceId: string, userId: string, channelId: string): Promise<void>
  /** A direct message is in the language of its reader, a channel's in that of its team. */
  localeOf(message: OutboxMessage, reader: Reader | null): Promise<Locale>
}

export interface DeliveryPorts {
  messenger: Messenger
  content: Content
  readers: Readers
  /** In the transaction that records the failure. */
  onUnreachable(tx: Transaction, message: OutboxMessage, problem: DeliveryProblem): Promise<void>
}
