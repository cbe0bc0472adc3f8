// What every flow is handed: the database, the clock, and ports to what a test has to stand in for.

import type { Database, Transaction } from './db/client.ts'
import type { ChannelId, UserId, WorkspaceId } from './ids.ts'
import type { Person } from './person.ts'

export interface Clock {
  now(): Temporal.Instant
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

/** What a feature does when a lower one announces a change: see `core/changes`. */
export interface Reaction {
  change: string
  react(tx: Transaction, context: Context, facts: never): Promise<void>
}

/** What the features bring that flows of lower rooms call; a room that asks for something declares it here. */
export interface Contributions {
  /** What features do when a lower one announces a change: see `announce`. */
  reactions: readonly Reaction[]
}

export interface Context {
  db: Database
  clock: Clock
  directory: Directory
  contributions: Contributions
  log: Log
}
