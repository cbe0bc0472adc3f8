// Every Web API method that the sandbox plays, by name.
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Answer, Handler } from './answer.ts'
import { authTest, connectionsOpen, teamInfo } from './auth.ts'
import { deleteMessage, getPermalink, postEphemeral, postMessage, update } from './chat.ts'
import {
  conversationsCreate,
  conversationsInfo,
  conversationsInvite,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts'
import { conversationsHistory, conversationsReplies } from './history.ts'
import { reactionsAdd, reactionsRemove } from './reactions.ts'
import { deleteScheduledMessage, scheduledMessagesList, scheduleMessage } from './scheduled.ts'
import { usersConversations, usersInfo, usersList } from './users.ts'
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts'

export const BOT_METHODS: Readonly<Record<string, Handler>> = {
  'auth.test': authTest,
  'chat.delete': deleteMessage,
  'chat.deleteScheduledMessage': deleteScheduledMessage,
  'chat.getPermalink': getPermalink,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.scheduleMessage': scheduleMessage,
  'chat.scheduledMessages.list': scheduledMessagesList,
  'chat.update': update,
  'conversations.create': conversationsCreate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.invite': conversationsInvite,
  'conversations.join': conversationsJoin,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.replies': conversationsReplies,
  'reactions.add': reactionsAdd,
  'reactions.remove': reactionsRemove,
  'team.info': teamInfo,
  'users.conversations': usersConversations,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
}

/** Methods of the app-level token. */
export const APP_METHODS: Readonly<Record<string, (platform: Platform, args: Json) => Answer>> = {
  'apps.connections.open': connectionsOpen,
}
