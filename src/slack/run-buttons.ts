// Buttons that run a command without typing it.
import type { Block } from './blocks.ts'
import { plain } from './fields.ts'
import { RUN_NEAREST } from './receivers/dispatch.ts'

/** In the given order. Each word may occur only once in a message: the action ids have to be unique. */
export const runButtons = (buttons: readonly { word: string; label: string }[]): Block =>
  actions(buttons.map(({ word, label }) => ({ id: word, label, command: word })))

/** Buttons that run whole commands, such as the answers to a question about what was typed. `first`: how many stand above. */
export const commandButtons = (buttons: readonly { command: string; label: string }[], first = 0): Block =>
  actions(buttons.map((one, index) => ({ id: String(first + index), ...one })))

const actions = (buttons: readonly { id: string; label: string; command: string }[]): Block => ({
  type: 'actions',
  elements: buttons.map(({ id, label, command }) => ({
    type: 'button',
    action_id: `${RUN_NEAREST}#${id}`,
    text: plain(label),
    value: command,
  })),
})
