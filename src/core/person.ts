// A person as the chat platform knows them: every room that acts for somebody is handed one.
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
