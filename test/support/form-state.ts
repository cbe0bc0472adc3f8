// The form state that Slack sends when a form is submitted unchanged, or with some fields changed.
import type { ModalView } from '../../src/slack/blocks.ts'
import type { FormState, FormValue } from '../../src/slack/requests.ts'

type Element = Record<string, unknown> & { type: string; action_id?: string }

/** The state of a form that is submitted with its initial values. */
export function stateOf(view: ModalView): FormState {
  const state: Record<string, Record<string, FormValue>> = {}
  for (const block of view.blocks as { type: string; block_id?: string; element?: Element }[])
    if (block.type === 'input' && block.element)
      state[block.block_id!] = { [block.element.action_id!]: sentValue(block.element) }
  return state
}

function sentValue(element: Element): FormValue {
  const { type } = element
  const chosen = (name: string) => (element[name] ?? null) as never
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: chosen('initial_value') }
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: chosen('initial_option') }
    case 'checkboxes':
      return { type, selected_options: (element.initial_options ?? []) as { value: string }[] }
    case 'multi_users_select':
      return { type, selected_users: (element.initial_users ?? []) as string[] }
    case 'users_select':
      return { type, selected_user: chosen('initial_user') }
    case 'datepicker':
      return { type, selected_date: chosen('initial_date') }
    case 'timepicker':
      return { type, selected_time: chosen('initial_time') }
    default:
      throw new Error(`stateOf does not support the element type ${type} yet.`)
  }
}

/** The state with other values in some fields, by block id. */
export function filled(state: FormState, changes: Readonly<Record<string, Partial<FormValue>>>): FormState {
  const next: Record<string, Record<string, FormValue>> = { ...state }
  for (const [blockId, change] of Object.entries(changes)) {
    const before = state[blockId]
    if (!before) throw new Error(`The form has no field ${blockId}.`)
    const [actionId, value] = Object.entries(before)[0]!
    next[blockId] = { [actionId]: { ...value, ...change } }
  }
  return next
}
