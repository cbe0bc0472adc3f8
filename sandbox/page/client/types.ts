// The JSON of the control interface, as far as the page uses it.
import type { Block } from '../../state/block-kit.ts'
import type { Values } from '../../state/values.ts'
import type { Tour } from '../../tour.ts'

export interface Person {
  id: string
  /** Handle. */
  name: string
  realName: string
  title: string
  tz: string
  locale: string
  isBot: boolean
  deleted: boolean
}

export interface Workspace {
  id: string
  name: string
  people: Person[]
  channels: Array<{ id: string; name: string; kind: 'public' | 'private' | 'im' | 'mpim'; members: string[] }>
}

export interface Unread {
  workspace: string
  user: string
  channel: string
  count: number
  latest: { ts: string; from: string; text: string } | null
}

export interface Message {
  ts: string
  user: string
  bot_id?: string
  subtype?: string
  text: string
  blocks?: Block[]
  attachments?: Attachment[]
  files?: SharedFile[]
  reactions?: Array<{ name: string; users: string[]; count: number }>
  thread_ts?: string
  reply_count?: number
  reply_users?: string[]
  latest_reply?: string
  ephemeral: boolean
  edited: boolean
  values: Values
}

export interface SharedFile {
  id: string
  title: string
  name: string
  pretty_type: string
  /** In bytes. */
  size: number
}

export interface Attachment {
  color?: string
  pretext?: string
  author_name?: string
  title?: string
  title_link?: string
  text?: string
  fallback?: string
  footer?: string
  image_url?: string
  fields?: Array<{ title: string; value: string; short?: boolean }>
  blocks?: Block[]
}

export interface Conversation {
  id: string
  name?: string
  is_im: boolean
  is_private?: boolean
  is_member?: boolean
  is_archived: boolean
  /** The other one, in a direct message. */
  user?: string
  members: string[]
  unread: number
  messages: Message[]
}

export interface View {
  id: string
  type: 'modal' | 'home'
  hash: string
  title: { text: string }
  submit: { text: string } | null
  close: { text: string } | null
  blocks: Block[]
  state: { values: Values }
  /** By block. */
  errors: Record<string, string>
}

export interface Screen {
  user: { id: string; locale: string; tz: string }
  now: string
  /** When the user's next working morning begins. */
  nextMorning: string
  /** Null: there is none. */
  tour: Tour | null
  conversations: Conversation[]
  home: View | null
  modals: View[]
  commands: Array<{ command: string; description: string; usageHint?: string }>
  shortcuts: Array<{ name: string; type: 'global' | 'message'; callbackId: string }>
}

/** What a user puts into a field, as the control interface takes it. */
export type Entry = string | number | boolean | null | string[]
