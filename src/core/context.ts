// The context that every flow gets: the database, the clock, and ports that tests replace.

import type { Database, Transaction } from './db/client.ts'
import type { ChannelId, UserId, WorkspaceId } from './ids.ts'
import type { Person } from './person.ts'

export interface Clock {
  now(): Temporal.Instant
}

/** A Slack channel. */
export interface Channel {
  name: string
  /** False: someone has to invite the bot before it can post. */
  botIsIn: boolean
  archived: boolean
}

/** Looks up people and channels in Slack. Null: Slack does not know them, or the bot may not see them. */
export interface Directory {
  /** Null too where they are not of the team `alsoOf`: another workspace, or the organisation of several. */
  person(workspaceId: WorkspaceId, userId: UserId, alsoOf?: string): Promise<Person | null>
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

/** What features contribute and flows of lower rooms call; a room that needs something declares it here. */
export interface Contributions {
  /** Called by `announce`. */
  reactions: readonly Reaction[]
}

export interface Context {
  db: Database
  clock: Clock
  directory: Directory
  contributions: Contributions
  log: Log
}
