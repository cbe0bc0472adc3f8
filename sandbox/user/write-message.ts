// A user writes a message into a channel or a direct message, or opens the app's home tab.
import { randomUUID } from 'node:crypto'
import { eventTs, sendEvent } from '../delivery/events.ts'
import { sendMessageEvent } from '../delivery/message-events.ts'
import { withBlockDefaults } from '../state/block-defaults.ts'
import { directMessage } from '../state/channels.ts'
import type { Channel, Message } from '../state/entities.ts'
import { addMessage } from '../state/messages.ts'
import { homeOf, viewJson } from '../state/views.ts'
import { richTextOf } from './rich-text.ts'
import type { UserContext } from './user-context.ts'

/** @param text as Slack stores it: `<@U…>` for mentions. Throws when the user cannot write there. */
export function writeMessage(
  { platform, workspace, user }: UserContext,
  channel: Channel,
  text: string,
  threadTs?: string,
): Message {
  if (channel.archived) throw new Error(`#${channel.name} is archived.`)
  if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in #${channel.name}.`)
  const section = { type: 'rich_text_section', elements: richTextOf(text) }
  const message = addMessage(platform, workspace, channel, {
    userId: user.id,
    text,
    blocks: withBlockDefaults([{ type: 'rich_text', elements: [section] }]),
    clientMessageId: randomUUID(),
    ...(threadTs === undefined ? {} : { threadTs }),
  })
  sendMessageEvent(platform, workspace, channel, message)
  return message
}

export function openHome({ platform, workspace, user }: UserContext): void {
  const installation = workspace.installation
  if (installation === undefined) return
  const view = homeOf(workspace, user.id)
  sendEvent(platform, workspace, {
    subscription: 'app_home_opened',
    event: {
      type: 'app_home_opened',
      user: user.id,
      channel: directMessage(platform, workspace, installation.botUserId, user.id).id,
      tab: 'home',
      event_ts: eventTs(platform),
      ...(view === undefined ? {} : { view: viewJson(workspace, platform.app.id, view) }),
    },
  })
}
