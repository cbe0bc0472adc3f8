// The types of blocks that have passed the checker.
import type { Json } from '../json.ts'

export interface Text {
  type: 'plain_text' | 'mrkdwn'
  text: string
  emoji?: boolean
  verbatim?: boolean
}

export interface Option {
  text: Text
  value: string
  description?: Text
}

export interface Element {
  type: string
  action_id?: string
  text?: Text
  value?: string
  style?: string
  placeholder?: Text
  options?: Option[]
  option_groups?: Array<{ label: Text; options: Option[] }>
  confirm?: Json
  [more: string]: unknown
}

export interface Block {
  type: string
  block_id: string
  text?: Text
  fields?: Text[]
  label?: Text
  hint?: Text
  optional?: boolean
  dispatch_action?: boolean
  element?: Element
  elements?: Element[]
  accessory?: Element
  [more: string]: unknown
}

/** Elements that keep a value until the form is submitted; buttons and overflow menus have none. */
export const STATEFUL: ReadonlySet<string> = new Set([
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
])

export interface Placed {
  block: Block
  element: Element
}

/** Every interactive element with its block, from top to bottom, including those in cards and containers. */
export function elementsOf(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => {
    const inside = childrenOf(block)
    const actions = listAt<Element>(block, 'actions')
    const own =
      inside.length > 0 ? [] : [block.element, block.accessory, ...(block.elements ?? []), ...actions]
    const interactive = own.filter((element): element is Element => typeof element?.action_id === 'string')
    return [...interactive.map((element) => ({ block, element })), ...elementsOf(inside)]
  })
}

/** Blocks inside a block: a container's children, a carousel's cards. */
function childrenOf(block: Block): Block[] {
  if (block.type === 'container') return listAt(block, 'child_blocks')
  return block.type === 'carousel' ? listAt(block, 'elements') : []
}

function listAt<T>(block: Block, key: string): T[] {
  const value = block[key]
  return Array.isArray(value) ? (value as T[]) : []
}

export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
}
