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
  isPrivate: boolean
  /** Shared with another organisation, or about to be. */
  isExternal: boolean
}

export interface PeoplePage {
  people: readonly Person[]
  /** Null: this is the last page. */
  next: string | null
}

/** What a person wrote in a thread. */
export interface Reply {
  userId: UserId
  /** As Slack has it: escaped, with mentions as ids. */
  text: string
  at: Temporal.Instant
}

/** Looks up people and channels in Slack. Throws `SlackUnavailable` where Slack's limits do not allow it now. Null: Slack does not know them, or the bot may not see them. */
export interface Directory {
  /** Null too where they are not of the team `alsoOf`: another workspace, or the organisation of several. */
  person(workspaceId: WorkspaceId, userId: UserId, alsoOf?: string): Promise<Person | null>
  /** One page of all people of the workspace: fewer calls than asking for each where many are wanted. */
  peoplePage(workspaceId: WorkspaceId, cursor: string | null): Promise<PeoplePage>
  channel(workspaceId: WorkspaceId, channelId: ChannelId): Promise<Channel | null>
  channelMembers(workspaceId: WorkspaceId, channelId: ChannelId): Promise<readonly UserId[] | null>
  /** What people, not apps, have answered to the message, the oldest first: as many as Slack gives at once. */
  replies(workspaceId: WorkspaceId, channelId: ChannelId, ts: string): Promise<readonly Reply[] | null>
}

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Work in the background: does all that is due, and ends. */
export type Job = (context: Context) => Promise<void>

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
