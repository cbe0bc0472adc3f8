// Which Web API methods the bot calls, so that the manifest asks for the scopes that they need and for no others.

export const CALLED_METHODS = [
  // Starting: who are we, where, and over which socket.
  'apps.connections.open',
  'auth.test',
  'team.info',
  // Saying something, changing it, taking it back; history finds what was said before a crash.
  'chat.postMessage',
  'chat.update',
  'chat.delete',
  'conversations.open',
  'conversations.history',
  // Who is in a team's channel, and when they are awake.
  'conversations.info',
  'conversations.members',
  'users.info',
  'users.list',
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
