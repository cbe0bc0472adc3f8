// Listens to submitted modals: what cannot be saved now stays in the modal, with a sentence and all that was typed.
import { reasonOf } from '../../core/fault-reason.ts'
import { withDeadline } from '../../core/with-deadline.ts'
import { Submission } from '../payloads.ts'
import type { SubmitResult } from '../requests.ts'
import {
  type Acknowledge,
  baseRequest,
  findActingPerson,
  finishesInTime,
  logFault,
  messageAsModal,
  type ReceiverContext,
  readPayload,
  redrawHome,
  textMessage,
  translateFor,
} from './receiver.ts'

export async function onSubmit(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'submit', Submission, body)
  if (!payload) return ack()
  const t = translateFor(receiver, payload.user.id)
  const deadline = new AbortController()
  const work = handOver(payload, {
    ...receiver,
    context: withDeadline(receiver.context, deadline.signal),
  })
  const done = await finishesInTime(work)
  if (!done) deadline.abort(new Error('too late: it was told as not saved'))
  await ack(responseOf((done && (await work)) || notSaved(payload, t('common.notSaved'))))
  const result = await work
  if (result?.kind === 'close' && result.redrawHome) await redrawAfterwards(payload, receiver)
}

/** What was submitted is saved whether or not the Home tab can be redrawn now: opening it draws it again. */
async function redrawAfterwards({ user, team }: Submission, receiver: ReceiverContext): Promise<void> {
  try {
    const who = await findActingPerson(receiver, user, team.id)
    if (who) await redrawHome(receiver, who)
  } catch (fault) {
    const reason = reasonOf(fault)
    receiver.context.log.warn({ userId: user.id, reason }, 'the Home tab could not be redrawn')
  }
}

/** Null: it failed. */
async function handOver(payload: Submission, receiver: ReceiverContext): Promise<SubmitResult | null> {
  const { view, user, team } = payload
  try {
    const handler = receiver.handlers.submits[view.callback_id]
    if (!handler) {
      receiver.context.log.warn({ name: view.callback_id }, 'nobody listens to this view')
      return null
    }
    const who = await findActingPerson(receiver, user, team.id)
    if (!who) return notSaved(payload, translateFor(receiver, user.id)('command.stranger'))
    return await handler(
      {
        ...baseRequest(receiver, who, payload.trigger_id),
        metadata: view.private_metadata,
        state: view.state?.values ?? {},
        viewId: view.id,
      },
      receiver.context,
    )
  } catch (fault) {
    logFault(receiver, 'submit', view.callback_id, fault)
    return null
  }
}

/** At the first input. A view without any has nothing typed in it to keep. */
function notSaved({ view }: Submission, text: string): SubmitResult {
  const blockId = view.blocks.find((block) => block.type === 'input')?.block_id
  if (blockId) return { kind: 'errors', errors: { [blockId]: text } }
  return { kind: 'update', view: messageAsModal(textMessage(text)) }
}

function responseOf(result: SubmitResult): object | undefined {
  switch (result.kind) {
    case 'close':
      return undefined
    case 'clear':
      return { response_action: 'clear' }
    case 'errors':
      return { response_action: 'errors', errors: result.errors }
    case 'update':
      return { response_action: 'update', view: result.view }
  }
}
