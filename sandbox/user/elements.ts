// Finds an interactive element by its label or action id, and clicks it or enters a value.
import type { Json } from '../json.ts'
import { type Block, elementsOf, optionsOf, type Placed, STATEFUL } from '../state/block-kit.ts'
import { makeValue, type Values } from '../state/values.ts'
import { type ActionResult, act, type Place } from './block-actions.ts'
import { type Entry, option, readEntry } from './fields.ts'
import type { UserContext } from './user-context.ts'

/** The element's label, or its action id. */
export type Target = string | { actionId: string; blockId?: string; value?: string }

export function findPlaced(blocks: readonly Block[], target: Target): Placed | undefined {
  const all = elementsOf(blocks)
  if (typeof target === 'object') {
    return all.find(
      ({ block, element }) =>
        element.action_id === target.actionId &&
        (target.blockId === undefined || block.block_id === target.blockId) &&
        (target.value === undefined || element.value === target.value),
    )
  }
  return (
    all.find(({ element }) => element.text?.text === target) ?? all.find((one) => isLabelled(one, target))
  )
}

function isLabelled({ block, element }: Placed, label: string): boolean {
  if (element.type === 'overflow' || element.type === 'feedback_buttons')
    return choicesOf({ block, element }).includes(label)
  return [
    element.placeholder?.text,
    block.label?.text,
    block.type === 'section' ? block.text?.text : undefined,
  ].includes(label)
}

/** All labels there are, for the error message when nothing was found. */
export function labelsIn(blocks: readonly Block[]): string[] {
  return elementsOf(blocks).flatMap((placed) => {
    const { element, block } = placed
    if (element.type === 'overflow') return choicesOf(placed)
    return [element.text?.text ?? element.placeholder?.text ?? block.label?.text ?? element.action_id!]
  })
}

function choicesOf({ element }: Placed): string[] {
  return optionsOf(element).map((one) => one.text.text)
}

/** Clicks a button or an option of an overflow menu. A `confirm` dialog is always accepted. */
export function press(
  context: UserContext,
  place: Place,
  { block, element }: Placed,
  label: string | undefined,
): Promise<ActionResult> {
  if (STATEFUL.has(element.type)) throw new Error(`A ${element.type} is not pressed; use choose().`)
  if (element.type === 'overflow') {
    const line = optionsOf(element).find((one) => label === undefined || one.text.text === label)
    return act(context, place, block, element, { selected_option: line })
  }
  return act(context, place, block, element, {})
}

/** Enters or chooses a value; the app receives it at once, as for all elements outside input blocks. */
export function choose(
  context: UserContext,
  place: Place,
  { block, element }: Placed,
  entry: Entry,
): Promise<ActionResult> {
  const values = 'view' in place ? place.view.values : place.values
  if (element.type === 'overflow')
    return act(context, place, block, element, { selected_option: option(element, String(entry)) })
  const { type: _, ...chosen } = putValue(context, values, { block, element }, entry)
  return act(context, place, block, element, chosen)
}

/** Changes the field's value without notifying the app. */
export function putValue(
  context: UserContext,
  values: Values,
  { block, element }: Placed,
  entry: Entry,
): Json {
  const value = makeValue(element, readEntry(context, element, entry))
  values[block.block_id] = { ...values[block.block_id], [element.action_id!]: value }
  return value
}
