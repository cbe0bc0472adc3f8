// Which Web API methods the bot calls, so that the manifest asks for the scopes that they need and for no others.

export const CALLED_METHODS = [
  // At the start: who the bot is; Bolt opens the socket.
  'apps.connections.open',
  'auth.test',
  // Messages: posted, updated, and found again after a crash.
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.history',
  // Channels, their members, and people with their time zones.
  'conversations.info',
  'conversations.members',
  'users.info',
  // Forms and the Home tab.
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
] as const

export type CalledMethod = (typeof CALLED_METHODS)[number]
type ConversationKind = 'channels' | 'groups' | 'im'

/** The kinds of conversation in which a method is called: each kind has a scope of its own. `groups` are private channels. */
export const CALLED_IN: Partial<Record<CalledMethod, readonly ConversationKind[]>> = {
  'conversations.open': ['im'],
  'conversations.history': ['channels', 'groups', 'im'],
  'conversations.info': ['channels', 'groups'],
  'conversations.members': ['channels', 'groups'],
}
