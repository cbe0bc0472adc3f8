// Listens to the global shortcuts.
import { Shortcut } from '../payloads.ts'
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

export async function onShortcut(body: unknown, ack: Acknowledge, listening: Listening): Promise<void> {
  const payload = readPayload(listening, 'shortcut', Shortcut, body)
  if (!payload) return ack()
  await acknowledgeInTime(carryOut(payload, listening), ack)
}

async function carryOut(payload: Shortcut, listening: Listening): Promise<void> {
  const { user, team, callback_id: name, trigger_id } = payload
  const tell = (text: string) => listening.answers.open(team.id, trigger_id, asModal(sentence(text)))
  try {
    const handler = listening.handlers.shortcuts[name]
    if (!handler) return listening.context.log.debug({ name }, 'nobody listens to this shortcut')
    const who = await whoActs(listening, user, team.id)
    if (!who) return await tell(languageOf(listening, user.id)('command.stranger'))
    await handler(callOf(listening, who, trigger_id), listening.context)
  } catch (fault) {
    logFault(listening, 'shortcut', name, fault)
    const told = tell(languageOf(listening, user.id)('common.fault'))
    await told.catch((second: unknown) => logFault(listening, 'shortcut', name, second))
  }
}
