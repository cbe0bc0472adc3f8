// What a workspace holds: users, channels, messages, files, views, and the short-lived ids that belong to them.
import type { Json } from '../json.ts'
import type { Block, Text } from './block-kit.ts'
import type { Values } from './values.ts'

export interface User {
  id: string
  /** The handle, such as `anna`. */
  name: string
  realName: string
  /** Job title, such as `Sales manager`. */
  title: string
  /** IANA zone, such as Asia/Shanghai. */
  tz: string
  /** IETF tag, such as zh-CN. */
  locale: string
  isBot: boolean
  deleted: boolean
  isAdmin: boolean
  isOwner: boolean
  /** A guest of several channels. */
  isRestricted: boolean
  /** A guest of one channel. */
  isUltraRestricted: boolean
  updatedSeconds: number
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim'

export interface Channel {
  id: string
  /** Without #; for a direct message, made of the two ids. */
  name: string
  kind: ChannelKind
  creatorId: string
  createdSeconds: number
  archived: boolean
  /** With another organisation; `pending`: invited, and not accepted yet. */
  shared?: 'pending' | 'external'
  members: Set<string>
  /** Oldest first; change it only through messages.ts, which keeps the two indexes below. */
  messages: Message[]
  messageByTs: Map<string, Message>
  /** By the ts of the thread's first message, oldest first. */
  replies: Map<string, Message[]>
  /** Ephemeral messages, oldest first; never part of the history. */
  ephemerals: Message[]
  lastTs: string
  bookmarks: Json[]
  /** By the thread's ts. */
  agentThreads: Map<string, AgentThread>
}

export interface Message {
  ts: string
  userId: string
  text: string
  blocks?: Block[]
  attachments?: Json[]
  files?: StoredFile[]
  /** Set when an app wrote it. */
  botId?: string
  threadTs?: string
  /** A thread reply that is also shown in the channel. */
  broadcast?: boolean
  metadata?: { event_type: string; event_payload: Json }
  edited?: { userId: string; ts: string }
  reactions: Array<{ name: string; users: string[] }>
  subtype?: string
  pinned?: true
  /** The app is still streaming into it. */
  streaming?: true
  clientMessageId?: string
  /** The one user who sees it, if it is ephemeral. */
  onlyFor?: string
}

export type NewMessage = Omit<Message, 'ts' | 'reactions'>

export interface AgentThread {
  status?: { text: string; madeAtMs: number }
  title?: string
  prompts?: Array<{ title: string; message: string }>
}

export interface StoredFile {
  id: string
  ownerId: string
  name: string
  title: string
  altText: string
  /** Syntax of a snippet, such as `python`. */
  snippetType?: string
  createdSeconds: number
  sizeBytes: number
  /** Absent until the upload. */
  bytes?: Buffer
  /** Last part of the upload URL; absent once the upload is complete. */
  uploadKey?: string
  /** The messages that show it. */
  shares: Array<{ channelId: string; ts: string }>
  /** A user submitted it in a form of the app. */
  submitted: boolean
}

export interface View {
  id: string
  userId: string
  type: 'modal' | 'home'
  title?: Text
  submit?: Text
  close?: Text
  blocks: Block[]
  privateMetadata: string
  callbackId: string
  externalId: string
  clearOnClose: boolean
  notifyOnClose: boolean
  hash: string
  rootViewId: string
  previousViewId: string | null
  /** The values entered so far, by block id and action id. */
  values: Values
  /** Error messages of the app or the client, by block id. */
  errors: Record<string, string>
}

export interface Trigger {
  userId: string
  /** In real time, not by the sandbox's clock. */
  madeAtMs: number
  exchanged: boolean
  /** Created inside an open modal: only such a trigger allows views.push. */
  inModal: boolean
}

export interface ResponseUrl {
  userId: string
  channelId: string
  /** The message whose button was clicked; absent for a command until its first response. */
  messageTs?: string
  madeAtMs: number
  uses: number
}

export interface ScheduledMessage {
  id: string
  channelId: string
  postAtSeconds: number
  createdSeconds: number
  message: NewMessage
}
