// The state of the sandbox: its workspaces and everything in them.
import type { Changes } from '../changes.ts'
import type { Clock } from '../clock.ts'
import type { App, Installation } from './app.ts'
import type { Channel, ResponseUrl, ScheduledMessage, StoredFile, Trigger, User, View } from './entities.ts'

export interface Workspace {
  id: string
  name: string
  domain: string
  users: Map<string, User>
  channels: Map<string, Channel>
  /** Channel ids of direct messages, by the two user ids in alphabetical order. */
  directMessages: Map<string, string>
  /** Absent before the app is installed and after it was removed. */
  installation: Installation | undefined
  /** The app's bot user while the app is not installed. */
  removed: Pick<Installation, 'botUserId' | 'botId'> | undefined
  /** Modals that are open, and home tabs, by view id. */
  views: Map<string, View>
  /** For each user the ids of the open modal's views, the visible one last. */
  modals: Map<string, string[]>
  homes: Map<string, string>
  triggers: Map<string, Trigger>
  responseUrls: Map<string, ResponseUrl>
  scheduled: Map<string, ScheduledMessage>
  files: Map<string, StoredFile>
  deletedFiles: Set<string>
  /** Unread messages by `user channel`. */
  unread: Map<string, number>
}

export interface PlatformState {
  clock: Clock
  changes: Changes
  app: App
  workspaces: Map<string, Workspace>
  /** Address of the sandbox's own server, such as http://127.0.0.1:41000, without a slash at the end. */
  origin: string
  /** The number in the last generated id. */
  lastNumber: number
}

export function addWorkspace(
  state: PlatformState,
  about: { id?: string; name: string; domain?: string },
): Workspace {
  const id = about.id ?? makeId(state, 'T')
  const workspace: Workspace = {
    id,
    name: about.name,
    domain: about.domain ?? about.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    users: new Map(),
    channels: new Map(),
    directMessages: new Map(),
    installation: undefined,
    removed: undefined,
    views: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    scheduled: new Map(),
    files: new Map(),
    deletedFiles: new Set(),
    unread: new Map(),
  }
  state.workspaces.set(id, workspace)
  return workspace
}

/** Ids count up, so that they are the same in every run of a test: U0000000A1, C0000000A2 … */
export function makeId(state: PlatformState, prefix: string): string {
  state.lastNumber += 1
  return `${prefix}0${state.lastNumber.toString(36).toUpperCase().padStart(8, '0')}`
}

export function nowSeconds(state: PlatformState): number {
  return Math.floor(state.clock.now() / 1000)
}
