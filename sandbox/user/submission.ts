// A user submits or closes a modal: the client's own validation, then the app's response_action.
import { readView } from '../api/views.ts'
import type { Problem } from '../checker/problem.ts'
import { isObject, type Json } from '../json.ts'
import { elementsOf } from '../state/block-kit.ts'
import type { View } from '../state/entities.ts'
import { makeTrigger } from '../state/triggers.ts'
import { contentOfValue, isEmptyValue } from '../state/values.ts'
import { announceModal, closeModal, popModal, pushModal, replaceView, viewJson } from '../state/views.ts'
import { complaint } from './fields.ts'
import { commonPayload, deliverInteraction, failureSentence } from './payload.ts'
import type { UserContext } from './user-context.ts'

export type SubmitResult =
  /** Accepted; `open` tells whether a view below is shown again. */
  | { closed: true; open: boolean }
  /** Error messages by the field's label. */
  | { errors: Record<string, string>; by: 'client' | 'app' }
  | { updated: View }
  | { pushed: View }
  | { cleared: true }
  /** The app did not ack, or with an invalid response; the modal stays open with what was entered. */
  | { failed: string }

/** @param unchecked skips the client's checks, as a forged request would */
export async function submitView(
  context: UserContext,
  view: View,
  unchecked: boolean,
): Promise<SubmitResult> {
  const { platform, workspace, user } = context
  const own = unchecked ? {} : clientErrors(view)
  if (Object.keys(own).length > 0) return showErrors(context, view, own, 'client')
  view.errors = {}
  const payload: Json = {
    type: 'view_submission',
    ...commonPayload(context),
    trigger_id: makeTrigger(workspace, user.id, true),
    view: viewJson(workspace, platform.app.id, view),
    response_urls: [],
  }
  const outcome = await deliverInteraction(context, payload)
  if (!outcome.acked) return { failed: failureSentence(outcome.reason) }
  return follow(context, view, outcome.payload)
}

/** Errors of the client's own validation, by block id. */
function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { block, element } of elementsOf(view.blocks)) {
    if (block.type !== 'input') continue
    const value = view.values[block.block_id]?.[element.action_id!]
    if (isEmptyValue(value)) {
      if (block.optional !== true) errors[block.block_id] = 'Complete this required field.'
      continue
    }
    const wrong = complaint(element, contentOfValue(value!))
    if (wrong !== undefined) errors[block.block_id] = wrong
  }
  return errors
}

function follow(context: UserContext, view: View, ack: unknown): SubmitResult {
  const { platform, workspace, user } = context
  const action = isObject(ack) ? ack.response_action : undefined
  if (action === undefined) {
    popIfShown(context, view)
    return { closed: true, open: (workspace.modals.get(user.id) ?? []).length > 0 }
  }
  const response = ack as Json
  switch (action) {
    case 'clear':
      closeModal(platform, workspace, user.id)
      return { cleared: true }
    case 'errors':
      return appErrors(context, view, response.errors)
    case 'update':
    case 'push': {
      const read = readView(response.view, 'modal', platform.faults.unsupportedBlocks)
      if (!read.ok) return refusedAck(context, response, read.error, read.problems)
      if (action === 'update') return { updated: replaceView(platform, workspace, view, read.view) }
      const pushed = pushModal(platform, workspace, user.id, read.view)
      return pushed.ok ? { pushed: pushed.view } : refusedAck(context, response, pushed.reason)
    }
    default:
      return refusedAck(context, response, `invalid response_action: ${String(action)}`)
  }
}

/** After two submits at once, the second response finds no view. */
function popIfShown({ platform, workspace, user }: UserContext, view: View): void {
  if (workspace.modals.get(user.id)?.at(-1) === view.id) popModal(platform, workspace, user.id)
}

function appErrors(context: UserContext, view: View, sent: unknown): SubmitResult {
  const errors = isObject(sent) ? (sent as Record<string, string>) : {}
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  const unknown = Object.keys(errors).filter((blockId) => !inputs.has(blockId))
  if (Object.keys(errors).length === 0 || unknown.length > 0) {
    const why =
      unknown.length > 0 ? `no input block has the id ${unknown.join(', ')}` : 'errors name no block'
    return refusedAck(context, { response_action: 'errors', errors }, why)
  }
  return showErrors(context, view, errors, 'app')
}

function showErrors(
  { platform, workspace }: UserContext,
  view: View,
  errors: Record<string, string>,
  by: 'client' | 'app',
): SubmitResult {
  view.errors = errors
  announceModal(platform, workspace, view.userId)
  const labels = Object.entries(errors).map(([blockId, sentence]): [string, string] => {
    const block = view.blocks.find((one) => one.block_id === blockId)
    return [block?.label?.text ?? blockId, sentence]
  })
  return { errors: Object.fromEntries(labels), by }
}

/** The user sees a general error; the call log has the reason. */
function refusedAck(
  { platform, workspace }: UserContext,
  args: Json,
  error: string,
  problems?: Problem[],
): SubmitResult {
  platform.calls.add({
    atMs: Date.now(),
    workspaceId: workspace.id,
    method: 'ack',
    args,
    ok: false,
    status: 200,
    error,
    ...(problems === undefined ? {} : { problems }),
    tookMs: 0,
  })
  return { failed: error }
}

/**
 * Closes the visible view (`all`: the whole modal). The app receives view_closed for views with notify_on_close.
 * A view with clear_on_close closes the views below as well.
 */
export function closeView(context: UserContext, all: boolean): void {
  const { platform, workspace, user } = context
  const stack = workspace.modals.get(user.id) ?? []
  const top = workspace.views.get(stack.at(-1) ?? '')
  if (top === undefined) return
  const cleared = all || top.clearOnClose
  const closed = cleared
    ? closeModal(platform, workspace, user.id)
    : [popModal(platform, workspace, user.id)!]
  for (const view of closed.filter((one) => one.notifyOnClose)) {
    const payload: Json = {
      type: 'view_closed',
      ...commonPayload(context),
      view: viewJson(workspace, platform.app.id, view),
      is_cleared: cleared,
    }
    void deliverInteraction(context, payload)
  }
}
