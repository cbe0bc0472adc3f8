// Views: the stack of modals that a user has open (three at most), and their home tab.
import { randomBytes } from 'node:crypto'
import type { Json } from '../json.ts'
import { withBlockDefaults } from './block-defaults.ts'
import type { Block, Text } from './block-kit.ts'
import { initialValues, keptValues, type Values } from './values.ts'
import { makeId, nowSeconds, type Workspace, type World } from './workspace.ts'

const STACK_LIMIT = 3

export interface View {
  id: string
  userId: string
  type: 'modal' | 'home'
  title?: Text
  submit?: Text
  close?: Text
  blocks: Block[]
  privateMetadata: string
  callbackId: string
  externalId: string
  clearOnClose: boolean
  notifyOnClose: boolean
  hash: string
  rootViewId: string
  previousViewId: string | null
  /** What the user has entered so far, by block and action. */
  values: Values
  /** What the app or the client said about a field, by block. */
  errors: Record<string, string>
}

/** The content that an app sends for a view, already let in by the checker. */
type Content = Omit<View, 'id' | 'userId' | 'rootViewId' | 'previousViewId' | 'values' | 'errors'>

export function modalStack(workspace: Workspace, userId: string): View[] {
  return (workspace.modals.get(userId) ?? []).map((id) => workspace.views.get(id)!)
}

/** Opens a modal with one view; whatever modal was open is gone. */
export function openModal(world: World, workspace: Workspace, userId: string, sent: Json): View {
  closeModal(world, workspace, userId)
  return stack(world, workspace, userId, sent)
}

export type Push = { ok: true; view: View } | { ok: false; reason: 'push_limit_reached' | 'not_found' }

export function pushModal(world: World, workspace: Workspace, userId: string, sent: Json): Push {
  const open = modalStack(workspace, userId)
  if (open.length === 0) return { ok: false, reason: 'not_found' }
  if (open.length >= STACK_LIMIT) return { ok: false, reason: 'push_limit_reached' }
  return { ok: true, view: stack(world, workspace, userId, sent) }
}

function stack(world: World, workspace: Workspace, userId: string, sent: Json): View {
  const below = modalStack(workspace, userId)
  const content = contentOf(world, sent)
  const id = makeId(world, 'V')
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
  announceModal(world, workspace, userId)
  return view
}

/** New content in place; entries stay where block and action are the same. */
export function replaceView(world: World, workspace: Workspace, view: View, sent: Json): View {
  const content = contentOf(world, sent)
  const before = { blocks: view.blocks, values: view.values }
  delete view.submit
  delete view.close
  delete view.title
  Object.assign(view, content, { errors: {}, values: keptValues(before, content.blocks) })
  if (view.type === 'modal') announceModal(world, workspace, view.userId)
  else world.changes.announce({ kind: 'home', workspaceId: workspace.id, userId: view.userId })
  return view
}

export function publishHome(world: World, workspace: Workspace, userId: string, sent: Json): View {
  const old = homeOf(workspace, userId)
  if (old) return replaceView(world, workspace, old, sent)
  const content = contentOf(world, sent)
  const id = makeId(world, 'V')
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
  world.changes.announce({ kind: 'home', workspaceId: workspace.id, userId })
  return view
}

export function homeOf(workspace: Workspace, userId: string): View | undefined {
  const id = workspace.homes.get(userId)
  return id === undefined ? undefined : workspace.views.get(id)
}

/** Takes the visible view away; the one below shows again. */
export function popModal(world: World, workspace: Workspace, userId: string): View | undefined {
  const open = workspace.modals.get(userId) ?? []
  const top = open.at(-1)
  if (top === undefined) return undefined
  const view = workspace.views.get(top)
  workspace.views.delete(top)
  workspace.modals.set(userId, open.slice(0, -1))
  announceModal(world, workspace, userId)
  return view
}

/** Closes all views of the modal and returns them, the visible one first. */
export function closeModal(world: World, workspace: Workspace, userId: string): View[] {
  const open = modalStack(workspace, userId).reverse()
  for (const view of open) workspace.views.delete(view.id)
  workspace.modals.delete(userId)
  if (open.length > 0) announceModal(world, workspace, userId)
  return open
}

export function announceModal(world: World, workspace: Workspace, userId: string): void {
  world.changes.announce({ kind: 'modal', workspaceId: workspace.id, userId })
}

function contentOf(world: World, sent: Json): Content {
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
    hash: `${nowSeconds(world)}.${randomBytes(6).toString('base64url')}`,
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
