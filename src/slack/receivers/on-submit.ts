// Listens to submitted modals: what cannot be saved now stays in the modal, with a sentence and all that was typed.
import { reasonOf } from '../../core/fault-reason.ts'
import { withDeadline } from '../../core/with-deadline.ts'
import { Submission } from '../payloads.ts'
import type { SubmitResult } from '../requests.ts'
import {
  type Acknowledge,
  asModal,
  callOf,
  inTime,
  type Listening,
  languageOf,
  logFault,
  readPayload,
  redrawHome,
  sentence,
  whoActs,
} from './listening.ts'

export async function onSubmit(body: unknown, ack: Acknowledge, listening: Listening): Promise<void> {
  const payload = readPayload(listening, 'submit', Submission, body)
  if (!payload) return ack()
  const t = languageOf(listening, payload.user.id)
  const deadline = new AbortController()
  const work = handOver(payload, {
    ...listening,
    context: withDeadline(listening.context, deadline.signal),
  })
  const done = await inTime(work)
  if (!done) deadline.abort(new Error('too late: it was told as not saved'))
  await ack(responseOf((done && (await work)) || notSaved(payload, t('common.notSaved'))))
  const result = await work
  if (result?.kind === 'close' && result.redrawHome) await redrawAfterwards(payload, listening)
}

/** What was submitted is saved whether or not the Home tab can be redrawn now: opening it draws it again. */
async function redrawAfterwards({ user, team }: Submission, listening: Listening): Promise<void> {
  try {
    const who = await whoActs(listening, user, team.id)
    if (who) await redrawHome(listening, who)
  } catch (fault) {
    const reason = reasonOf(fault)
    listening.context.log.warn({ userId: user.id, reason }, 'the Home tab could not be redrawn')
  }
}

/** Null: it failed. */
async function handOver(payload: Submission, listening: Listening): Promise<SubmitResult | null> {
  const { view, user, team } = payload
  try {
    const handler = listening.handlers.submits[view.callback_id]
    if (!handler) {
      listening.context.log.warn({ name: view.callback_id }, 'nobody listens to this view')
      return null
    }
    const who = await whoActs(listening, user, team.id)
    if (!who) return notSaved(payload, languageOf(listening, user.id)('command.stranger'))
    return await handler(
      {
        ...callOf(listening, who, payload.trigger_id),
        metadata: view.private_metadata,
        state: view.state?.values ?? {},
        viewId: view.id,
      },
      listening.context,
    )
  } catch (fault) {
    logFault(listening, 'submit', view.callback_id, fault)
    return null
  }
}

/** At the first input. A view without any has nothing typed in it to keep. */
function notSaved({ view }: Submission, text: string): SubmitResult {
  const blockId = view.blocks.find((block) => block.type === 'input')?.block_id
  if (blockId) return { kind: 'errors', errors: { [blockId]: text } }
  return { kind: 'update', view: asModal(sentence(text)) }
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
