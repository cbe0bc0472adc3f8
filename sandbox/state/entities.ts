// What a workspace holds: users, channels, messages, files, views, and the short-lived ids that belong to them.
import type { Json } from '../json.ts'
import type { Block, Text } from './block-kit.ts'
import type { Values } from './values.ts'

export interface User {
  id: string
  /** The handle, such as `anna`. */
  name: string
  realName: string
  /** What they do, such as `Sales manager`. */
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
  /** Without #; for a direct message made of the handles. */
  name: string
  kind: ChannelKind
  creatorId: string
  createdSeconds: number
  archived: boolean
  members: Set<string>
  /** Oldest first; change it only through messages.ts, which keeps the two indexes below. */
  messages: Message[]
  messageByTs: Map<string, Message>
  /** By the ts of the thread's first message, oldest first. */
  replies: Map<string, Message[]>
  /** What only one user sees, oldest first; never part of the history. */
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
  /** A thread's reply that the channel shows as well. */
  broadcast?: boolean
  metadata?: { event_type: string; event_payload: Json }
  edited?: { userId: string; ts: string }
  reactions: Array<{ name: string; users: string[] }>
  subtype?: string
  pinned?: true
  /** The app still adds to it. */
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
  /** A text that Slack shows in place, such as `python`. */
  snippetType?: string
  createdSeconds: number
  sizeBytes: number
  /** Absent until they were uploaded. */
  bytes?: Buffer
  /** The last part of the address that takes the bytes; absent once the upload is complete. */
  uploadKey?: string
  /** Where it can be seen, by the messages that show it. */
  shares: Array<{ channelId: string; ts: string }>
  /** A user put it into a form of the app. */
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
  /** What the user has entered so far, by block and action. */
  values: Values
  /** What the app or the client said about a field, by block. */
  errors: Record<string, string>
}

export interface Trigger {
  userId: string
  /** Real time; a moved clock does not age it. */
  madeAtMs: number
  exchanged: boolean
  /** Made inside an open modal: only such a trigger can push. */
  inModal: boolean
}

export interface ResponseUrl {
  userId: string
  channelId: string
  /** The message whose button was pressed; absent for a command until its first answer. */
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
