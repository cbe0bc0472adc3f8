// What a person has on the screen, as JSON: channels and direct messages, the home tab, the modal.
import { Conversation, type Seen } from '../actor/conversation.ts'
import { fieldsOf } from '../actor/modal.ts'
import type { Person } from '../actor/person.ts'
import { wordsOf } from '../actor/words.ts'
import type { Json } from '../json.ts'
import { channelJson } from '../state/channels.ts'
import { messageJson } from '../state/messages.ts'
import { userJson } from '../state/users.ts'
import { modalStack, type View, viewJson } from '../state/views.ts'

export function see(person: Person): Json {
  const { platform, workspace, user } = person
  const conversations = [...workspace.channels.values()]
    .filter((channel) => channel.kind === 'public' || channel.members.has(user.id))
    .map((channel) => new Conversation(person, channel))
  const home = person.home.view
  return {
    user: userJson(platform, workspace, user, { locale: true }),
    now: new Date(platform.clock.now()).toISOString(),
    conversations: conversations.map((conversation) => seeConversation(person, conversation)),
    home: home === undefined ? null : seeView(person, home),
    /** The visible one last. */
    modals: modalStack(workspace, user.id).map((view) => seeView(person, view)),
    commands: platform.app.manifest.commands,
    shortcuts: platform.app.manifest.shortcuts,
  }
}

function seeConversation(person: Person, conversation: Conversation): Json {
  const { workspace, user } = person
  return {
    ...channelJson(workspace, conversation.channel, user.id),
    members: [...conversation.channel.members],
    unread: conversation.unread(),
    messages: conversation.sees().map((seen) => seeMessage(person, conversation, seen)),
  }
}

function seeMessage(person: Person, { channel }: Conversation, seen: Seen): Json {
  const { platform, workspace } = person
  const { message, ...read } = seen
  const values = new Conversation(person, channel).values(message)
  return { ...messageJson(platform, workspace, channel, message), ...read, values }
}

function seeView(person: Person, view: View): Json {
  return {
    ...viewJson(person.workspace, person.platform.app.id, view),
    words: wordsOf(person, view.blocks, view.values).join('\n'),
    fields: fieldsOf(person, view),
    errors: view.errors,
  }
}
