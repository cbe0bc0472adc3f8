// The type of a person, which all rooms share.
import type { Locale } from './i18n/locale.ts'
import type { UserId, WorkspaceId } from './ids.ts'

/** A person as Slack knows them. */
export interface Person {
  workspaceId: WorkspaceId
  userId: UserId
  name: string
  zone: string
  locale: Locale
  isBot: boolean
  isAdmin: boolean
  isGuest: boolean
  deactivated: boolean
}
