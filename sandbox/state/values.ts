// The values of a form's fields, in the shape that Slack sends for each element type.
import type { Json } from '../json.ts'
import { type Block, type Element, elementsOf, STATEFUL } from './block-kit.ts'

/** By block id, then action id, as `view.state.values`. */
export type Values = Record<string, Record<string, Json>>

/** The key of the value in the state, and the key of the initial value in the element. */
const SHAPES: Readonly<Record<string, { key: string; initial: string; empty: unknown }>> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  file_input: { key: 'files', initial: 'initial_files', empty: [] },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
}

export function initialValues(blocks: readonly Block[]): Values {
  const values: Values = {}
  for (const { block, element } of elementsOf(blocks)) {
    if (!STATEFUL.has(element.type)) continue
    values[block.block_id] = { ...values[block.block_id], [element.action_id!]: initialValue(element) }
  }
  return values
}

/** After an update, values are kept where an element of the same type has the same block id and action id. */
export function keptValues(before: { blocks: Block[]; values: Values }, blocks: readonly Block[]): Values {
  const values = initialValues(blocks)
  const touched = differing(before.values, initialValues(before.blocks))
  for (const [blockId, actionId, value] of touched) {
    const actions = values[blockId]
    if (actions !== undefined && actions[actionId]?.type === value.type) actions[actionId] = value
  }
  return values
}

function differing(values: Values, initial: Values): Array<[string, string, Json]> {
  return Object.entries(values).flatMap(([blockId, actions]) =>
    Object.entries(actions)
      .filter(([actionId, value]) => JSON.stringify(initial[blockId]?.[actionId]) !== JSON.stringify(value))
      .map(([actionId, value]): [string, string, Json] => [blockId, actionId, value]),
  )
}

/** @param content what was entered or chosen, in the element's own shape; null or [] for nothing */
export function makeValue(element: Element, content: unknown): Json {
  const shape = SHAPES[element.type]
  if (shape === undefined) throw new Error(`A ${element.type} holds no value.`)
  return { type: element.type, [shape.key]: content ?? shape.empty }
}

export function contentOfValue(value: Json): unknown {
  return value[SHAPES[value.type as string]!.key]
}

export function isEmptyValue(value: Json | undefined): boolean {
  if (value === undefined) return true
  const content = contentOfValue(value)
  return (
    content === null ||
    (Array.isArray(content) && content.length === 0) ||
    (typeof content === 'string' && content.trim() === '')
  )
}

function initialValue(element: Element): Json {
  return makeValue(element, structuredClone(element[SHAPES[element.type]!.initial]))
}
