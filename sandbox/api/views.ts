// views.open, push, update, publish: triggers are exchanged, payloads checked, hashes compared.
import { checkView } from '../checker/view.ts'
import { isObject, type Json } from '../json.ts'
import type { View } from '../state/entities.ts'
import { exchangeTrigger } from '../state/triggers.ts'
import { homeOf, openModal, publishHome, pushModal, replaceView, viewJson } from '../state/views.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Answer, type Call, grant, refuse, refusePayload } from './answer.ts'
import { structureArgument, textArgument } from './arguments.ts'
import { refuseArguments } from './check-call.ts'
import { unsupportedTypes } from './message-content.ts'

export type ReadView = { ok: true; view: Json } | (Answer & { ok: false })

/** Parses and validates the view argument. @param type the view type that this method accepts */
export function readView(sent: unknown, type: 'modal' | 'home', unsupported: ReadonlySet<string>): ReadView {
  if (!isObject(sent)) return refuseArguments(['failed to match all allowed schemas [json-pointer:/view]'])
  if (sent.type !== type)
    return refuseArguments([`must provide a view of type ${type} [json-pointer:/view/type]`])
  const problems = [...checkView(sent), ...unsupportedTypes(sent.blocks, unsupported, '/view/blocks')]
  if (problems.some(({ rule }) => rule === 'modal.size.max_bytes'))
    return refuse('view_too_large', { problems })
  return problems.length > 0 ? refusePayload('invalid_arguments', problems) : { ok: true, view: sent }
}

export function viewsOpen(call: Call): Answer {
  const read = prepare(call)
  if (!read.ok) return read
  return shown(call, openModal(call.platform, call.workspace, read.userId, read.view))
}

export function viewsPush(call: Call): Answer {
  const read = prepare(call)
  if (!read.ok) return read
  if (!read.inModal) return refuse('not_found')
  const pushed = pushModal(call.platform, call.workspace, read.userId, read.view)
  return pushed.ok ? shown(call, pushed.view) : refuse(pushed.reason)
}

/** The view is validated first: an invalid view does not use up the trigger. */
function prepare(call: Call) {
  const triggerId = textArgument(call.args, 'trigger_id') ?? textArgument(call.args, 'interactivity_pointer')
  if (triggerId === undefined) return refuseArguments(['missing required field: trigger_id'])
  const read = readView(given(call), 'modal', call.platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  if (takenExternalId(call.workspace, read.view)) return refuse('duplicate_external_id')
  const exchange = exchangeTrigger(call.workspace, triggerId)
  if (!exchange.ok) return refuse(exchange.reason)
  return {
    ok: true as const,
    view: read.view,
    userId: exchange.trigger.userId,
    inModal: exchange.trigger.inModal,
  }
}

export function viewsUpdate(call: Call): Answer {
  const view = existing(call)
  if (view === undefined) return refuse('not_found')
  const read = readView(given(call), view.type, call.platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  if (takenExternalId(call.workspace, read.view, view)) return refuse('duplicate_external_id')
  if (stale(call, view)) return refuse('hash_conflict')
  return shown(call, replaceView(call.platform, call.workspace, view, read.view))
}

export function viewsPublish(call: Call): Answer {
  const { platform, workspace } = call
  if (!platform.app.manifest.homeTab) return refuse('not_enabled')
  const userId = textArgument(call.args, 'user_id') ?? ''
  if (workspace.users.get(userId)?.isBot !== false) return refuseArguments(['invalid `user_id`'])
  const read = readView(given(call), 'home', platform.faults.unsupportedBlocks)
  if (!read.ok) return read
  const old = homeOf(workspace, userId)
  if (takenExternalId(workspace, read.view, old)) return refuse('duplicate_external_id')
  if (old && stale(call, old)) return refuse('hash_conflict')
  return shown(call, publishHome(platform, workspace, userId, read.view))
}

function given(call: Call): unknown {
  const argument = structureArgument(call.args, 'view')
  return argument.given ? argument.value : undefined
}

function existing({ workspace, args }: Call): View | undefined {
  const id = textArgument(args, 'view_id')
  if (id !== undefined) return workspace.views.get(id)
  const externalId = textArgument(args, 'external_id')
  return externalId === undefined
    ? undefined
    : [...workspace.views.values()].find((view) => view.externalId === externalId)
}

function stale({ args }: Call, view: View): boolean {
  const hash = textArgument(args, 'hash')
  return hash !== undefined && hash !== view.hash
}

function takenExternalId(workspace: Workspace, sent: Json, self?: View): boolean {
  const externalId = sent.external_id
  if (typeof externalId !== 'string' || externalId === '') return false
  return [...workspace.views.values()].some((view) => view !== self && view.externalId === externalId)
}

function shown(call: Call, view: View): Answer {
  return grant({ view: viewJson(call.workspace, call.platform.app.id, view) })
}
