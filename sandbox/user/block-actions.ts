// A user presses a button or chooses something in a message, a modal or their home tab: the app gets block_actions.
import { eventTs } from '../delivery/events.ts'
import type { Json } from '../json.ts'
import type { Block, Element } from '../state/block-kit.ts'
import type { Channel, Message, View } from '../state/entities.ts'
import { messageJson } from '../state/messages.ts'
import { makeResponseUrl } from '../state/response-urls.ts'
import { makeTrigger } from '../state/triggers.ts'
import type { Values } from '../state/values.ts'
import { viewJson } from '../state/views.ts'
import { channelNameFor, commonPayload, deliverInteraction, failureSentence } from './payload.ts'
import type { UserContext } from './user-context.ts'

/** The message or view that contains the element. */
export type Place = { message: Message; channel: Channel; values: Values } | { view: View }

export type ActionResult = { acked: true } | { acked: false; error: string }

/** @param chosen what was chosen, in the action's own keys: `{ selected_option }`, `{ selected_date }` … */
export async function act(
  context: UserContext,
  place: Place,
  block: Block,
  element: Element,
  chosen: Json,
): Promise<ActionResult> {
  const { platform, workspace, user } = context
  const inModal = 'view' in place && place.view.type === 'modal'
  const action = {
    action_id: element.action_id,
    block_id: block.block_id,
    ...shownParts(element),
    ...chosen,
    type: element.type,
    action_ts: eventTs(platform),
  }
  const payload: Json = {
    type: 'block_actions',
    ...commonPayload(context),
    trigger_id: makeTrigger(workspace, user.id, inModal),
    ...('view' in place ? fromView(context, place.view) : fromMessage(context, place)),
    actions: [action],
  }
  const outcome = await deliverInteraction(context, payload)
  return outcome.acked ? { acked: true } : { acked: false, error: failureSentence(outcome.reason) }
}

/** The only keys of the element that Slack sends back. */
function shownParts(element: Element): Json {
  const keys = element.type === 'button' ? ['text', 'value', 'style', 'url'] : ['placeholder']
  return Object.fromEntries(
    keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]),
  )
}

function fromView({ platform, workspace }: UserContext, view: View): Json {
  return { container: { type: 'view', view_id: view.id }, view: viewJson(workspace, platform.app.id, view) }
}

/** The payload does not contain an ephemeral message: the app cannot read it. */
function fromMessage(
  { platform, workspace, user }: UserContext,
  { message, channel, values }: Exclude<Place, { view: View }>,
): Json {
  const ephemeral = message.onlyFor !== undefined
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelNameFor(channel) },
    ...(ephemeral ? {} : { message: messageJson(platform, workspace, channel, message) }),
    state: { values: structuredClone(values) },
    response_url: makeResponseUrl(platform, workspace, 'actions', {
      userId: user.id,
      channelId: channel.id,
      messageTs: message.ts,
    }),
  }
}
