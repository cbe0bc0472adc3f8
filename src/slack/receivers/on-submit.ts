// Receives submitted modals; where saving fails, the modal stays open with an error message and everything typed.
import { reasonOf } from '../../core/fault-reason.ts'
import { withDeadline } from '../../core/with-deadline.ts'
import { limits } from '../limits.ts'
import { Submission } from '../payloads.ts'
import type { FormState, SubmitResult } from '../requests.ts'
import {
  type Acknowledge,
  baseRequest,
  findActingPerson,
  finishesInTime,
  logHandlerError,
  messageAsModal,
  type ReceiverContext,
  readPayload,
  redrawHome,
  textMessage,
  translateFor,
} from './receiver.ts'

/** In characters. */
const LONGEST_TYPED = limits.plainTextInput.maxLength.max

export async function onSubmit(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'submit', Submission, body)
  if (!payload) return ack()
  const t = translateFor(receiver, payload.user.id)
  const deadline = new AbortController()
  const work = runHandler(payload, {
    ...receiver,
    context: withDeadline(receiver.context, deadline.signal),
  })
  const done = await finishesInTime(work)
  if (!done) deadline.abort(new Error('deadline exceeded: the person was told that nothing was saved'))
  await ack(responseOf((done && (await work)) || notSaved(payload, t('common.notSaved'))))
  const result = await work
  if (result?.kind === 'close' && result.redrawHome) await redrawHomeAfterSubmit(payload, receiver)
}

/** The submit is already saved: an error here is only logged, and the Home tab is published again when it is opened. */
async function redrawHomeAfterSubmit({ user, team }: Submission, receiver: ReceiverContext): Promise<void> {
  try {
    const who = await findActingPerson(receiver, user, team.id)
    if (who) await redrawHome(receiver, who)
  } catch (fault) {
    const reason = reasonOf(fault)
    receiver.context.log.warn({ userId: user.id, reason }, 'cannot redraw the Home tab')
  }
}

/** Null: the handler failed or does not exist. */
async function runHandler(payload: Submission, receiver: ReceiverContext): Promise<SubmitResult | null> {
  const { view, user, team } = payload
  try {
    const handler = receiver.handlers.submits[view.callback_id]
    if (!handler) {
      receiver.context.log.warn({ name: view.callback_id }, 'no handler for this view')
      return null
    }
    const who = await findActingPerson(receiver, user, team.id)
    if (!who) return notSaved(payload, translateFor(receiver, user.id)('command.stranger'))
    const state = view.state?.values ?? {}
    const tooLong = blocksTooLong(state)
    if (tooLong.length > 0) {
      const text = receiver.translator(who.locale)('common.tooLong', { most: LONGEST_TYPED })
      return { kind: 'errors', errors: Object.fromEntries(tooLong.map((block) => [block, text])) }
    }
    return await handler(
      {
        ...baseRequest(receiver, who, payload.trigger_id),
        metadata: view.private_metadata,
        state,
        viewId: view.id,
      },
      receiver.context,
    )
  } catch (fault) {
    logHandlerError(receiver, 'submit', view.callback_id, fault)
    return null
  }
}

/** Blocks in which more was typed than Slack lets anyone type into a text field. Number fields have no limit of Slack's. */
const blocksTooLong = (state: FormState): string[] =>
  Object.entries(state)
    .filter(([, fields]) => Object.values(fields).some(({ value }) => isTooLong(value ?? '')))
    .map(([block]) => block)

const isTooLong = (text: string): boolean => text.length > LONGEST_TYPED && [...text].length > LONGEST_TYPED

/** Shows the text as an error at the first input; replaces a view that has no input. */
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
