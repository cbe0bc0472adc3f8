// What a user has on the screen, as JSON: channels and direct messages, the home tab, the modal.
import type { Json } from '../json.ts'
import { channelJson } from '../state/channels.ts'
import type { View } from '../state/entities.ts'
import { messageJson } from '../state/messages.ts'
import { userJson } from '../state/users.ts'
import { modalStack, viewJson } from '../state/views.ts'
import { Conversation, type Seen } from '../user/conversation.ts'
import { fieldsOf } from '../user/modal.ts'
import type { UserSession } from '../user/user-session.ts'
import { wordsOf } from '../user/words.ts'

export function screenOf(session: UserSession): Json {
  const { platform, workspace, user } = session
  const conversations = [...workspace.channels.values()]
    .filter((channel) => channel.kind === 'public' || channel.members.has(user.id))
    .map((channel) => new Conversation(session, channel))
  const home = session.home.view
  return {
    user: userJson(platform, workspace, user, { locale: true }),
    now: new Date(platform.clock.now()).toISOString(),
    conversations: conversations.map((conversation) => conversationJson(session, conversation)),
    home: home === undefined ? null : viewOnScreen(session, home),
    /** The visible one last. */
    modals: modalStack(workspace, user.id).map((view) => viewOnScreen(session, view)),
    commands: platform.app.manifest.commands,
    shortcuts: platform.app.manifest.shortcuts,
  }
}

function conversationJson(session: UserSession, conversation: Conversation): Json {
  const { workspace, user } = session
  return {
    ...channelJson(workspace, conversation.channel, user.id),
    members: [...conversation.channel.members],
    unread: conversation.unread(),
    messages: conversation.sees().map((seen) => messageOnScreen(session, conversation, seen)),
  }
}

function messageOnScreen(session: UserSession, { channel }: Conversation, seen: Seen): Json {
  const { platform, workspace } = session
  const { message, ...read } = seen
  const values = new Conversation(session, channel).values(message)
  return { ...messageJson(platform, workspace, channel, message), ...read, values }
}

function viewOnScreen(session: UserSession, view: View): Json {
  return {
    ...viewJson(session.workspace, session.platform.app.id, view),
    words: wordsOf(session, view.blocks, view.values).join('\n'),
    fields: fieldsOf(session, view),
    errors: view.errors,
  }
}
