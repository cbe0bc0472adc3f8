// The implementation of every Web API method, by name.
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import { functionsComplete, setStatus, setSuggestedPrompts, setTitle } from './agents.ts'
import type { Answer, Handler } from './answer.ts'
import { authTeamsList, authTest, connectionsOpen, teamInfo } from './auth.ts'
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
import { completeUploadExternal, filesDelete, getUploadURLExternal } from './files.ts'
import { conversationsHistory, conversationsReplies } from './history.ts'
import { appsUninstall, authRevoke, oauthAccess, oauthExchange } from './oauth.ts'
import { bookmarksAdd, pinsAdd } from './pins-and-bookmarks.ts'
import { dndInfo, dndTeamInfo, getPresence, usergroupsUsersList } from './presence.ts'
import { reactionsAdd, reactionsRemove } from './reactions.ts'
import { deleteScheduledMessage, scheduledMessagesList, scheduleMessage } from './scheduled.ts'
import { appendStream, startStream, stopStream } from './streams.ts'
import { usersConversations, usersInfo, usersList } from './users.ts'
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts'

export const BOT_METHODS: Readonly<Record<string, Handler>> = {
  'apps.uninstall': appsUninstall,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setTitle': setTitle,
  'auth.revoke': authRevoke,
  'auth.teams.list': authTeamsList,
  'auth.test': authTest,
  'bookmarks.add': bookmarksAdd,
  'chat.appendStream': appendStream,
  'chat.delete': deleteMessage,
  'chat.deleteScheduledMessage': deleteScheduledMessage,
  'chat.getPermalink': getPermalink,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.scheduleMessage': scheduleMessage,
  'chat.scheduledMessages.list': scheduledMessagesList,
  'chat.startStream': startStream,
  'chat.stopStream': stopStream,
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
  'dnd.info': dndInfo,
  'dnd.teamInfo': dndTeamInfo,
  'files.completeUploadExternal': completeUploadExternal,
  'files.delete': filesDelete,
  'files.getUploadURLExternal': getUploadURLExternal,
  'functions.completeError': functionsComplete,
  'functions.completeSuccess': functionsComplete,
  'oauth.v2.exchange': oauthExchange,
  'pins.add': pinsAdd,
  'reactions.add': reactionsAdd,
  'reactions.remove': reactionsRemove,
  'team.info': teamInfo,
  'usergroups.users.list': usergroupsUsersList,
  'users.conversations': usersConversations,
  'users.getPresence': getPresence,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
}

type AppHandler = (platform: Platform, args: Json) => Answer

/** Methods of the app-level token. */
export const APP_METHODS: Readonly<Record<string, AppHandler>> = {
  'apps.connections.open': connectionsOpen,
}

/** Methods that are called without a token. */
export const TOKENLESS_METHODS: Readonly<Record<string, AppHandler>> = {
  'oauth.v2.access': oauthAccess,
}
