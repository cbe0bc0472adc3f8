// Listens to buttons and menus: acknowledged when the work is done, or just before Slack's patience ends.
import type { RenderedMessage } from '../blocks.ts'
import { BlockAction, chosenValue } from '../payloads.ts'
import type { ActionCall } from '../requests.ts'
import {
  type Acknowledge,
  acknowledgeInTime,
  asModal,
  callOf,
  type Listening,
  languageOf,
  logFault,
  readPayload,
  sentence,
  whoActs,
} from './listening.ts'

export async function onAction(body: unknown, ack: Acknowledge, listening: Listening): Promise<void> {
  const payload = readPayload(listening, 'action', BlockAction, body)
  if (!payload) return ack()
  await acknowledgeInTime(carryOut(payload, listening), ack)
}

async function carryOut(payload: BlockAction, listening: Listening): Promise<void> {
  const { user, team, actions } = payload
  const name = actions[0]?.action_id.split('#')[0] ?? ''
  const tell = (message: RenderedMessage, replace = false) =>
    tellPrivately(payload, listening, message, replace)
  try {
    const handler = listening.handlers.actions[name]
    if (!handler) return listening.context.log.debug({ name }, 'nobody listens to this action')
    const who = await whoActs(listening, user, team.id)
    if (!who) return await tell(sentence(languageOf(listening, user.id)('command.stranger')))
    const { answers } = listening
    const call: ActionCall = {
      ...callOf(listening, who, payload.trigger_id),
      value: actions[0] ? chosenValue(actions[0]) : '',
      channelId: payload.channel?.id ?? null,
      view: viewOf(payload),
      whisper: (message) => tell(message),
      replace: (message) => tell(message, true),
      push: (view) => answers.push(who.workspaceId, payload.trigger_id, view),
      update: (view) =>
        answers.update(who.workspaceId, payload.view?.id ?? '', payload.view?.hash ?? '', view),
    }
    await handler(call, listening.context)
  } catch (fault) {
    logFault(listening, 'action', name, fault)
    const told = tell(sentence(languageOf(listening, user.id)('common.fault')))
    await told.catch((second: unknown) => logFault(listening, 'action', name, second))
  }
}

function viewOf({ view }: BlockAction): ActionCall['view'] {
  if (view?.type !== 'modal') return null
  return {
    viewId: view.id,
    hash: view.hash,
    metadata: view.private_metadata,
    state: view.state?.values ?? {},
  }
}

/** Beside the message that was clicked; a click in a modal or on the Home tab is answered with a modal. */
async function tellPrivately(
  payload: BlockAction,
  { answers }: Listening,
  message: RenderedMessage,
  replace: boolean,
): Promise<void> {
  const { team, trigger_id, view, response_url } = payload
  if (response_url) return answers.respond(response_url, message, replace)
  if (view?.type === 'modal') return answers.push(team.id, trigger_id, asModal(message))
  return answers.open(team.id, trigger_id, asModal(message))
}
