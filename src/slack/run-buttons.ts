// Buttons that run a command without typing it.
import type { Block } from './blocks.ts'
import { plain } from './fields.ts'
import { RUN_NEAREST } from './receivers/dispatch.ts'

/** In the given order. Each word may occur only once in a message: the action ids have to be unique. */
export function runButtons(buttons: readonly { word: string; label: string }[]): Block {
  return {
    type: 'actions',
    elements: buttons.map(({ word, label }) => ({
      type: 'button',
      action_id: `${RUN_NEAREST}#${word}`,
      text: plain(label),
      value: word,
    })),
  }
}
