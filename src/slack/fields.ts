// Builds the inputs of forms, and reads their values from what Slack submits.
import type { PlainTextElement, PlainTextOption } from '@slack/types'
import type { Block, ModalView } from './blocks.ts'
import { isSlackId } from './ids.ts'
import { limits } from './limits.ts'
import { clip, mrkdwn } from './mrkdwn.ts'
import type { FormState, FormValue } from './requests.ts'

/** The action id of every input: an input block holds only one, so that its block id tells it apart. */
export const FIELD = 'field'

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true })

export interface Choice {
  value: string
  text: string
}

export const option = ({ value, text }: Choice): PlainTextOption => ({
  text: plain(clip(text, limits.option.text.maxLength)),
  value,
})

type InputElement = Extract<Block, { type: 'input' }>['element']

export function field(
  blockId: string,
  label: string,
  element: InputElement,
  more: { hint?: string; optional?: boolean } = {},
): Block {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element,
    optional: more.optional ?? false,
    ...(more.hint ? { hint: plain(more.hint) } : {}),
  }
}

/** A static select. Nothing is selected where `chosen` is not one of the choices. */
export function menu(choices: readonly Choice[], chosen: string | null): InputElement {
  const initial = choices.find((choice) => choice.value === chosen)
  return {
    type: 'static_select',
    action_id: FIELD,
    options: choices.map(option),
    ...(initial ? { initial_option: option(initial) } : {}),
  }
}

export interface ChoiceGroup {
  label: string
  choices: readonly Choice[]
}

/** A static select with option groups, for more than 100 choices. */
export function groupedMenu(groups: readonly ChoiceGroup[], chosen: string): InputElement {
  const initial = groups.flatMap((group) => group.choices).find((choice) => choice.value === chosen)
  return {
    type: 'static_select',
    action_id: FIELD,
    option_groups: groups.map((group) => ({
      label: plain(clip(group.label, limits.optionGroup.label.maxLength)),
      options: group.choices.map(option),
    })),
    ...(initial ? { initial_option: option(initial) } : {}),
  }
}

export function radio(choices: readonly Choice[], chosen: string): InputElement {
  const initial = choices.find((choice) => choice.value === chosen)
  return {
    type: 'radio_buttons',
    action_id: FIELD,
    options: choices.map(option),
    ...(initial ? { initial_option: option(initial) } : {}),
  }
}

export function textInput(value: string, more: { maxLength: number }): InputElement {
  return {
    type: 'plain_text_input',
    action_id: FIELD,
    max_length: more.maxLength,
    ...(value ? { initial_value: clip(value, more.maxLength) } : {}),
  }
}

export function peopleMenu(chosen: readonly string[]): InputElement {
  return {
    type: 'multi_users_select',
    action_id: FIELD,
    ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
  }
}

export const section = (text: string): Block => ({ type: 'section', text: mrkdwn(text) })

export const button = (actionId: string, text: string, value: string): Block => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: actionId, text: plain(text), value }],
})

/** The value of the block's input; undefined where the form has no such block. */
export const fieldIn = (state: FormState, blockId: string): FormValue | undefined => state[blockId]?.[FIELD]

export const typedIn = (state: FormState, blockId: string): string => fieldIn(state, blockId)?.value ?? ''

export const chosenIn = (state: FormState, blockId: string): string | null =>
  fieldIn(state, blockId)?.selected_option?.value ?? null

/** The user ids selected in the block, without duplicates and malformed ids. */
export const usersIn = (state: FormState, blockId: string): string[] => [
  ...new Set(fieldIn(state, blockId)?.selected_users?.filter(isSlackId) ?? []),
]

export function userIn(state: FormState, blockId: string): string | null {
  const userId = fieldIn(state, blockId)?.selected_user
  return userId && isSlackId(userId) ? userId : null
}

export interface Modal {
  callbackId: string
  title: string
  /** Null: the modal has no submit button. */
  submit: string | null
  close: string
  /** At most 3000 characters as JSON. */
  metadata: object
  blocks: readonly Block[]
}

export function modal({ callbackId, title, submit, close, metadata, blocks }: Modal): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(clip(title, limits.view.title.maxLength)),
    ...(submit ? { submit: plain(submit) } : {}),
    close: plain(close),
    private_metadata: JSON.stringify(metadata),
    blocks: blocks as ModalView['blocks'],
  }
}
