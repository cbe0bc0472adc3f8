// Views: the stack of modals that a user has open (three at most), and their home tab.
import { randomBytes } from 'node:crypto'
import type { Json } from '../json.ts'
import { withBlockDefaults } from './block-defaults.ts'
import type { Text } from './block-kit.ts'
import type { View } from './entities.ts'
import { initialValues, keptValues } from './values.ts'
import { makeId, nowSeconds, type PlatformState, type Workspace } from './workspace.ts'

const STACK_LIMIT = 3

/** The content of a view as an app sends it, after the check. */
type Content = Omit<View, 'id' | 'userId' | 'rootViewId' | 'previousViewId' | 'values' | 'errors'>

export function modalStack(workspace: Workspace, userId: string): View[] {
  return (workspace.modals.get(userId) ?? []).map((id) => workspace.views.get(id)!)
}

/** Opens a modal with one view and closes the one that was open. */
export function openModal(state: PlatformState, workspace: Workspace, userId: string, sent: Json): View {
  closeModal(state, workspace, userId)
  return stack(state, workspace, userId, sent)
}

export type Push = { ok: true; view: View } | { ok: false; reason: 'push_limit_reached' | 'not_found' }

export function pushModal(state: PlatformState, workspace: Workspace, userId: string, sent: Json): Push {
  const open = modalStack(workspace, userId)
  if (open.length === 0) return { ok: false, reason: 'not_found' }
  if (open.length >= STACK_LIMIT) return { ok: false, reason: 'push_limit_reached' }
  return { ok: true, view: stack(state, workspace, userId, sent) }
}

function stack(state: PlatformState, workspace: Workspace, userId: string, sent: Json): View {
  const below = modalStack(workspace, userId)
  const content = contentOf(state, sent)
  const id = makeId(state, 'V')
  const view: View = {
    ...content,
    id,
    userId,
    rootViewId: below[0]?.id ?? id,
    previousViewId: below.at(-1)?.id ?? null,
    values: initialValues(content.blocks),
    errors: {},
  }
  workspace.views.set(id, view)
  workspace.modals.set(userId, [...below.map((open) => open.id), id])
  announceModal(state, workspace, userId)
  return view
}

/** Replaces the content; values are kept where block id and action id are the same. */
export function replaceView(state: PlatformState, workspace: Workspace, view: View, sent: Json): View {
  const content = contentOf(state, sent)
  const before = { blocks: view.blocks, values: view.values }
  delete view.submit
  delete view.close
  delete view.title
  Object.assign(view, content, { errors: {}, values: keptValues(before, content.blocks) })
  if (view.type === 'modal') announceModal(state, workspace, view.userId)
  else state.changes.announce({ kind: 'home', workspaceId: workspace.id, userId: view.userId })
  return view
}

export function publishHome(state: PlatformState, workspace: Workspace, userId: string, sent: Json): View {
  const old = homeOf(workspace, userId)
  if (old) return replaceView(state, workspace, old, sent)
  const content = contentOf(state, sent)
  const id = makeId(state, 'V')
  const view: View = {
    ...content,
    id,
    userId,
    rootViewId: id,
    previousViewId: null,
    values: initialValues(content.blocks),
    errors: {},
  }
  workspace.views.set(id, view)
  workspace.homes.set(userId, id)
  state.changes.announce({ kind: 'home', workspaceId: workspace.id, userId })
  return view
}

export function homeOf(workspace: Workspace, userId: string): View | undefined {
  const id = workspace.homes.get(userId)
  return id === undefined ? undefined : workspace.views.get(id)
}

/** Closes the visible view; the one below is shown again. */
export function popModal(state: PlatformState, workspace: Workspace, userId: string): View | undefined {
  const open = workspace.modals.get(userId) ?? []
  const top = open.at(-1)
  if (top === undefined) return undefined
  const view = workspace.views.get(top)
  workspace.views.delete(top)
  workspace.modals.set(userId, open.slice(0, -1))
  announceModal(state, workspace, userId)
  return view
}

/** Closes all views of the modal and returns them, the visible one first. */
export function closeModal(state: PlatformState, workspace: Workspace, userId: string): View[] {
  const open = modalStack(workspace, userId).reverse()
  for (const view of open) workspace.views.delete(view.id)
  workspace.modals.delete(userId)
  if (open.length > 0) announceModal(state, workspace, userId)
  return open
}

export function announceModal(state: PlatformState, workspace: Workspace, userId: string): void {
  state.changes.announce({ kind: 'modal', workspaceId: workspace.id, userId })
}

function contentOf(state: PlatformState, sent: Json): Content {
  const text = (key: string) =>
    sent[key] === undefined ? {} : { [key]: { emoji: true, ...(sent[key] as Text) } }
  return {
    type: sent.type as View['type'],
    ...text('title'),
    ...text('submit'),
    ...text('close'),
    blocks: withBlockDefaults(sent.blocks as unknown[]),
    privateMetadata: (sent.private_metadata as string | undefined) ?? '',
    callbackId: (sent.callback_id as string | undefined) ?? '',
    externalId: (sent.external_id as string | undefined) ?? '',
    clearOnClose: sent.clear_on_close === true,
    notifyOnClose: sent.notify_on_close === true,
    hash: `${nowSeconds(state)}.${randomBytes(6).toString('base64url')}`,
  }
}

export function viewJson(workspace: Workspace, appId: string, view: View): Json {
  return {
    id: view.id,
    team_id: workspace.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: structuredClone(view.values) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.id,
    bot_id: workspace.installation?.botId ?? '',
  }
}
