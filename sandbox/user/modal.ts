// The modal on a user's screen: finding fields by label, filling them in, submitting, closing.
import { isObject, type Json } from '../json.ts'
import { type Block, elementsOf, optionsOf, type Placed, STATEFUL } from '../state/block-kit.ts'
import type { View } from '../state/entities.ts'
import { contentOfValue } from '../state/values.ts'
import { announceModal, modalStack } from '../state/views.ts'
import type { ActionResult } from './block-actions.ts'
import { choose, findPlaced, labelsIn, press, putValue, type Target } from './elements.ts'
import type { Entry } from './fields.ts'
import { closeView, type SubmitResult, submitView } from './submission.ts'
import type { WaitingUser } from './user-context.ts'
import { readText, wordsOf } from './words.ts'

export interface Field {
  label: string
  blockId: string
  actionId: string
  type: string
  optional: boolean
  hint: string
  /** The value: a text, the chosen option's label, or several of them. */
  value: string | string[] | null
  /** Labels to choose from. */
  options: string[]
  /** The error message of the client or the app. */
  error: string | undefined
}

export class Modal {
  private readonly session: WaitingUser

  constructor(session: WaitingUser) {
    this.session = session
  }

  /** The visible view; throws when no modal is open. */
  get view(): View {
    const view = this.stack().at(-1)
    if (view === undefined) throw new Error(`${this.session.user.name} has no modal open.`)
    return view
  }

  get isOpen(): boolean {
    return this.stack().length > 0
  }

  get title(): string {
    return this.view.title?.text ?? ''
  }

  /** Bottom first. */
  stack(): View[] {
    return modalStack(this.session.workspace, this.session.user.id)
  }

  fields(): Field[] {
    return fieldsOf(this.session, this.view)
  }

  /** The field with this label; throws when there is none. */
  field(label: string): Field {
    const field = this.fields().find((one) => one.label === label || one.blockId === label)
    if (field === undefined) throw new Error(missing(label, this.view.blocks))
    return field
  }

  labels(): string[] {
    return labelsIn(this.view.blocks)
  }

  words(): string {
    return [this.title, ...wordsOf(this.session, this.view.blocks, this.view.values)].join('\n')
  }

  /** Waits until a modal is open, or until one whose title or words contain `about`. */
  async opened(about = '', timeoutMs?: number): Promise<this> {
    await this.session.waitFor(() => this.isOpen && this.words().includes(about), timeoutMs)
    return this
  }

  /** Fills fields by label or block id, waiting for the modal if need be. */
  async fill(entries: Readonly<Record<string, Entry>>): Promise<this> {
    await this.opened()
    const { view } = this
    for (const [label, entry] of Object.entries(entries)) {
      const placed = fieldNamed(view, label)
      if (placed === undefined) throw new Error(missing(label, view.blocks))
      this.put(view, placed, entry)
      if (placed.block.dispatch_action === true) await choose(this.session, { view }, placed, entry)
    }
    return this
  }

  /** @param options unchecked: skips the client's own validation, as a forged request would */
  async submit(options: { unchecked?: boolean } = {}): Promise<SubmitResult> {
    await this.opened()
    if (this.view.submit === undefined) throw new Error(`"${this.title}" has no submit button.`)
    return submitView(this.session, this.view, options.unchecked === true)
  }

  /** Clicks Cancel or Back; `all` clicks the cross, which closes the views below as well. */
  close(options: { all?: boolean } = {}): void {
    closeView(this.session, options.all === true)
  }

  async click(target: Target): Promise<ActionResult> {
    const placed = await this.find(target)
    return press(this.session, { view: this.view }, placed, typeof target === 'string' ? target : undefined)
  }

  async choose(target: Target, entry: Entry): Promise<ActionResult> {
    const placed = await this.find(target)
    return choose(this.session, { view: this.view }, placed, entry)
  }

  /** Enters a value into one field; the app receives it when the view is submitted. */
  async enter(target: Target, entry: Entry): Promise<void> {
    this.put(this.view, await this.find(target), entry)
  }

  private put(view: View, placed: Placed, entry: Entry): void {
    putValue(this.session, view.values, placed, entry)
    delete view.errors[placed.block.block_id]
    const { platform, workspace, user } = this.session
    announceModal(platform, workspace, user.id)
  }

  private async find(target: Target): Promise<Placed> {
    const look = () => (this.isOpen ? findPlaced(this.view.blocks, target) : undefined)
    return this.session.waitFor(look).catch((fault: Error) => {
      const there = this.isOpen ? this.labels().join(', ') : 'no modal'
      throw new Error(
        `Nothing in the modal is called ${JSON.stringify(target)}; there is ${there}. ${fault.message}`,
      )
    })
  }
}

function fieldNamed(view: View, name: string): Placed | undefined {
  const stateful = elementsOf(view.blocks).filter(({ element }) => STATEFUL.has(element.type))
  return (
    stateful.find(({ block }) => block.label?.text === name) ??
    stateful.find(({ block, element }) => block.block_id === name || element.action_id === name) ??
    stateful.find(({ element, block }) => element.placeholder?.text === name || block.text?.text === name)
  )
}

function missing(label: string, blocks: readonly Block[]): string {
  return `The modal has no field "${label}"; it has ${labelsIn(blocks).join(', ') || 'none'}.`
}

export function fieldsOf(session: WaitingUser, view: View): Field[] {
  return elementsOf(view.blocks)
    .filter(({ element }) => STATEFUL.has(element.type))
    .map(({ block, element }) => ({
      label: block.label?.text ?? element.placeholder?.text ?? block.text?.text ?? block.block_id,
      blockId: block.block_id,
      actionId: element.action_id!,
      type: element.type,
      optional: block.type !== 'input' || block.optional === true,
      hint: readText(session, block.hint),
      value: shownValue(view.values[block.block_id]?.[element.action_id!]),
      options: optionsOf(element).map((one) => one.text.text),
      error: view.errors[block.block_id],
    }))
}

function shownValue(value: Json | undefined): string | string[] | null {
  const content = value === undefined ? null : contentOfValue(value)
  const label = (one: unknown) => {
    if (!isObject(one)) return String(one)
    if (typeof one.url_private === 'string') return String(one.name)
    return isObject(one.text) ? String(one.text.text) : JSON.stringify(one)
  }
  if (content === null || content === undefined) return null
  return Array.isArray(content) ? content.map(label) : label(content)
}
