// Builds the state that Slack submits for a form that was left unchanged, or filled in with given values.
import type { ModalView } from '../../src/slack/blocks.ts'
import type { FormState, FormValue } from '../../src/slack/requests.ts'

interface Field {
  block_id: string
  element: {
    type: string
    action_id: string
    initial_value?: string
    initial_options?: { value: string }[]
    initial_user?: string
  }
}

export function untouched(view: ModalView): FormState {
  const fields = view.blocks.filter(({ type }) => type === 'input') as unknown as Field[]
  return Object.fromEntries(
    fields.map(({ block_id, element }) => {
      const { type } = element
      const value: FormValue = { type }
      if (type.endsWith('_input')) value.value = element.initial_value ?? null
      else if (type === 'users_select') value.selected_user = element.initial_user ?? null
      else value.selected_options = element.initial_options ?? []
      return [block_id, { [element.action_id]: value }]
    }),
  )
}

/** `entries`: by block id, the typed text or the checked values. */
export function typed(view: ModalView, entries: Record<string, string | string[]>): FormState {
  const state: Record<string, Record<string, FormValue>> = { ...untouched(view) }
  for (const [blockId, entry] of Object.entries(entries)) {
    const [actionId, value] = Object.entries(state[blockId] ?? {})[0] ?? []
    if (!actionId || !value) throw new Error(`The form has no field ${blockId}.`)
    const isUser = value.type === 'users_select'
    state[blockId] = {
      [actionId]: Array.isArray(entry)
        ? { ...value, selected_options: entry.map((chosen) => ({ value: chosen })) }
        : { ...value, ...(isUser ? { selected_user: entry } : { value: entry }) },
    }
  }
  return state
}
