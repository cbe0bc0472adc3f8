// What every flow is handed: the database, the clock, and ports to what a test has to stand in for.

import type { Reaction } from './changes.ts'
import type { Database } from './db/client.ts'
import type { ChannelId, UserId, WorkspaceId } from './ids.ts'
import type { Person } from './person.ts'

export interface Clock {
  now(): Temporal.Instant
}

export interface NoticeRef {
  workspaceId: WorkspaceId
  noticeKey: string
}

/** Runs a statement in a transaction: see `statementsIn`. */
export type RunStatement = (text: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>

/** Durable jobs. A job enqueued in a transaction exists exactly when that transaction commits. */
export interface Queue {
  /** A notice that already waits for delivery is not queued a second time. */
  enqueueDeliveries(
    inTransaction: RunStatement,
    notices: readonly NoticeRef[],
    options?: { afterSeconds: number },
  ): Promise<void>
  /** The workspaces for which this many deliveries, or more, wait for nothing but their turn. */
  withWaiting(atLeast: number): Promise<WorkspaceId[]>
}

/** A channel as Slack knows it. */
export interface Channel {
  name: string
  /** False: the bot cannot post there until someone invites it. */
  botIsIn: boolean
  archived: boolean
}

/** What only Slack knows about people and channels. Null: Slack does not know them, or does not tell. */
export interface Directory {
  person(workspaceId: WorkspaceId, userId: UserId): Promise<Person | null>
  channel(workspaceId: WorkspaceId, channelId: ChannelId): Promise<Channel | null>
  channelMembers(workspaceId: WorkspaceId, channelId: ChannelId): Promise<readonly UserId[] | null>
}

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What the features bring that flows of lower rooms call; a room that asks for something declares it here. */
export interface Contributions {
  /** What features do when a lower one announces a change: see `announce`. */
  reactions: readonly Reaction[]
}

export interface Context {
  db: Database
  clock: Clock
  queue: Queue
  directory: Directory
  contributions: Contributions
  log: Log
}
