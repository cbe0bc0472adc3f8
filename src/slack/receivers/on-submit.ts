// Receives submitted modals; where saving fails, the modal stays open with an error message and everything typed.
import type { Directory } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import { withDeadline } from '../../core/with-deadline.ts'
import { limits } from '../limits.ts'
import { Submission } from '../payloads.ts'
import { isSlackFault } from '../refusals.ts'
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

/** What a person is told whose submit failed. */
const FAILURES = { failed: 'common.notSaved', 'slack-failed': 'common.notSavedSlack' } as const

export async function onSubmit(body: unknown, ack: Acknowledge, receiver: ReceiverContext): Promise<void> {
  const payload = readPayload(receiver, 'submit', Submission, body)
  if (!payload) return ack()
  const t = translateFor(receiver, payload.user.id)
  const deadline = new AbortController()
  const asking = countDirectoryCalls(receiver.context.directory)
  const context = withDeadline({ ...receiver.context, directory: asking.directory }, deadline.signal)
  const work = runHandler(payload, { ...receiver, context })
  const inTime = await finishesInTime(work)
  const failure = asking.isWaiting() ? 'slack-failed' : 'failed'
  if (!inTime) deadline.abort(new Error('deadline exceeded: the person was told that nothing was saved'))
  const outcome = inTime ? await work : failure
  await ack(responseOf(typeof outcome === 'string' ? notSaved(payload, t(FAILURES[outcome])) : outcome))
  await work
  if (typeof outcome === 'string') return
  if (outcome.kind === 'update') await runAfterwards(payload, outcome.afterwards, receiver)
  const closed = outcome.kind === 'close' || outcome.kind === 'clear'
  if (closed && outcome.redrawHome) await redrawHomeAfterSubmit(payload, receiver)
}

/** A fault is only logged: what is left to do is in the database, and done later. */
async function runAfterwards(
  { view }: Submission,
  afterwards: (() => Promise<void>) | undefined,
  receiver: ReceiverContext,
): Promise<void> {
  try {
    await afterwards?.()
  } catch (fault) {
    logHandlerError(receiver, 'submit', view.callback_id, fault)
  }
}

/** So that a slow Slack is not told as a slow database. */
function countDirectoryCalls(directory: Directory): { directory: Directory; isWaiting(): boolean } {
  let waiting = 0
  const counted =
    (call: (...args: never[]) => Promise<unknown>) =>
    (...args: never[]) => {
      waiting += 1
      return call(...args).finally(() => {
        waiting -= 1
      })
    }
  const calls = Object.entries(directory).map(([name, call]) => [name, counted(call)])
  return { directory: Object.fromEntries(calls) as Directory, isWaiting: () => waiting > 0 }
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

/** `failed`: the handler failed or does not exist. `slack-failed`: it failed because Slack did not answer. */
async function runHandler(
  payload: Submission,
  receiver: ReceiverContext,
): Promise<SubmitResult | keyof typeof FAILURES> {
  const { view, user, team } = payload
  try {
    const handler = receiver.handlers.submits[view.callback_id]
    if (!handler) {
      receiver.context.log.warn({ name: view.callback_id }, 'no handler for this view')
      return 'failed'
    }
    const who = await findActingPerson(receiver, user, team.id, view.callback_id)
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
    return isSlackFault(fault) ? 'slack-failed' : 'failed'
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
    case 'push':
      return { response_action: result.kind, view: result.view }
  }
}
