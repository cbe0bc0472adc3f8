// Lists the Web API methods that the bot calls; a test derives the manifest's OAuth scopes from them.

export const CALLED_METHODS = [
  // At start: the bot's identity, and the Socket Mode connection that Bolt opens.
  'apps.connections.open',
  'auth.test',
  // Messages: post, update, and search the history after a crash.
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.history',
  // What was answered to an agenda, when somebody takes the minutes.
  'conversations.replies',
  // Channels, their members, and people with their time zones.
  'conversations.info',
  'conversations.members',
  'users.info',
  'users.list',
  // Files that a person asked for, in their direct messages with the bot.
  'files.getUploadURLExternal',
  'files.completeUploadExternal',
  // Forms and the Home tab.
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
] as const

export type CalledMethod = (typeof CALLED_METHODS)[number]
type ConversationKind = 'channels' | 'groups' | 'im'

/** The conversation types in which each method is called: Slack has a separate scope for each type. `groups` are private channels. */
export const CALLED_IN: Partial<Record<CalledMethod, readonly ConversationKind[]>> = {
  'conversations.open': ['im'],
  'conversations.history': ['channels', 'groups', 'im'],
  'conversations.replies': ['channels', 'groups', 'im'],
  'conversations.info': ['channels', 'groups'],
  'conversations.members': ['channels', 'groups'],
}
