// One user's Slack client, for tests and the control interface: what they do and what they see.
import type { Platform } from '../platform.ts'
import { addChannel, directMessage, findChannel } from '../state/channels.ts'
import type { Channel, User } from '../state/entities.ts'
import { addFile } from '../state/files.ts'
import { findUser } from '../state/users.ts'
import type { Workspace } from '../state/workspace.ts'
import type { ActionResult } from './block-actions.ts'
import { type CommandResult, typeCommand } from './command.ts'
import { Conversation } from './conversation.ts'
import { Home } from './home.ts'
import {
  archiveChannel,
  convertChannel,
  joinChannel,
  leaveChannel,
  renameChannel,
  shareChannel,
  unarchiveChannel,
} from './membership.ts'
import { Modal } from './modal.ts'
import { changeProfile, type ProfileChange } from './profile.ts'
import { addReaction, removeReaction } from './reaction.ts'
import { startShortcut } from './shortcut.ts'
import type { WaitingUser } from './user-context.ts'

export class UserSession implements WaitingUser {
  readonly platform: Platform
  readonly workspace: Workspace
  readonly user: User
  /** The modal that is open at the moment, if any. */
  readonly modal: Modal
  readonly home: Home

  constructor(platform: Platform, workspace: Workspace, user: User) {
    this.platform = platform
    this.workspace = workspace
    this.user = user
    this.modal = new Modal(this)
    this.home = new Home(this)
  }

  get id(): string {
    return this.user.id
  }

  /** A channel by name or id, or another user's direct message by @name. */
  in(where: string): Conversation {
    if (where.startsWith('@')) {
      const other = findUser(this.workspace, where)
      if (other === undefined) throw new Error(`Nobody is called ${where}.`)
      return new Conversation(this, directMessage(this.platform, this.workspace, this.user.id, other.id))
    }
    const channel = findChannel(this.workspace, where)
    if (channel === undefined) throw new Error(`No channel is called ${where}.`)
    return new Conversation(this, channel)
  }

  /** The direct message with the app. */
  dm(): Conversation {
    const bot = this.workspace.installation?.botUserId
    if (bot === undefined) throw new Error('The app is not installed in this workspace.')
    return new Conversation(this, directMessage(this.platform, this.workspace, bot, this.user.id))
  }

  /** Types a slash command; `in` is a channel's name [the direct message with the app]. */
  command(command: string, text = '', options: { in?: string } = {}): Promise<CommandResult> {
    return typeCommand(this, this.where(options.in), command, text)
  }

  /** Starts a global shortcut by its name in the menu, or by callback id. */
  shortcut(name: string): Promise<ActionResult> {
    return startShortcut(this, name)
  }

  createChannel(name: string, options: { private?: boolean; id?: string } = {}): Conversation {
    const kind = options.private ? 'private' : 'public'
    const id = options.id === undefined ? {} : { id: options.id }
    const about = { name, kind, creatorId: this.user.id, members: [this.user.id], ...id } as const
    return new Conversation(this, addChannel(this.platform, this.workspace, about))
  }

  join(channel: string): void {
    joinChannel(this.platform, this.workspace, this.where(channel), this.user.id)
  }

  leave(channel: string): void {
    leaveChannel(this.platform, this.workspace, this.where(channel), this.user.id)
  }

  /** Adds users by name, or the app as `the app`. */
  invite(channel: string, ...names: string[]): void {
    for (const name of names)
      joinChannel(this.platform, this.workspace, this.where(channel), this.idOf(name), this.user.id)
  }

  addApp(channel: string): void {
    this.invite(channel, 'the app')
  }

  removeApp(channel: string): void {
    leaveChannel(this.platform, this.workspace, this.where(channel), this.idOf('the app'))
  }

  archive(channel: string): void {
    archiveChannel(this.platform, this.workspace, this.where(channel), this.user.id)
  }

  unarchive(channel: string): void {
    unarchiveChannel(this.platform, this.workspace, this.where(channel), this.user.id)
  }

  rename(channel: string, name: string): void {
    renameChannel(this.platform, this.workspace, this.where(channel), name)
  }

  /** Shares a channel with another organisation. */
  share(channel: string, shared: 'external' | 'pending' | 'no' = 'external'): void {
    shareChannel(this.platform, this.workspace, this.where(channel), shared)
  }

  /** Makes a channel public or private. */
  convert(channel: string, kind: 'public' | 'private'): void {
    convertChannel(this.platform, this.workspace, this.where(channel), kind)
  }

  /** Provides a file, which a form's file_input takes by its name. @returns its id */
  provideFile(name: string, content: string | Uint8Array): string {
    const bytes = Buffer.from(content as string)
    return addFile(this.platform, this.workspace, { ownerId: this.user.id, name, bytes }).id
  }

  /** Adds a reaction to a message, or removes it. */
  react(channel: string, ts: string, name: string, options: { remove?: boolean } = {}): void {
    const change = options.remove ? removeReaction : addReaction
    const changed = change(this.platform, this.workspace, this.where(channel), {
      ts,
      name,
      userId: this.user.id,
    })
    if (!changed.ok) throw new Error(`${this.user.name} cannot do that: ${changed.reason}.`)
  }

  /** Changes zone, language, name and so on, and what an admin sets: `deleted`, `isAdmin`, `isRestricted`. */
  change(change: ProfileChange): void {
    changeProfile(this.platform, this.workspace, this.user, change)
  }

  deactivate(): void {
    this.change({ deleted: true })
  }

  /** Resolves with the first value of `query` that is there; see Changes. */
  waitFor<T>(query: () => T, timeoutMs = this.platform.waitTimeoutMs) {
    return this.platform.changes.waitFor(query, () => this.describe(), timeoutMs)
  }

  /** What is on the screen, for the error message of a wait that timed out. */
  describe(): string {
    const dm = this.workspace.installation ? this.dm().words() : ''
    const modal = this.modal.isOpen ? `\nModal:\n${this.modal.words()}` : '\nNo modal is open.'
    return `${this.user.name} sees in the direct message:\n${dm || '(nothing)'}${modal}`
  }

  private where(name: string | undefined): Channel {
    return name === undefined ? this.dm().channel : this.in(name).channel
  }

  private idOf(name: string): string {
    const id =
      name === 'the app' ? this.workspace.installation?.botUserId : findUser(this.workspace, name)?.id
    if (id === undefined) throw new Error(`Nobody is called ${name}.`)
    return id
  }
}
