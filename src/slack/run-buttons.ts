// Buttons that do what a command does, for whoever does not want to type it.
import type { Block } from './blocks.ts'
import { plain } from './fields.ts'
import { RUN_NEAREST } from './receivers/dispatch.ts'

/** In the order given; one message may hold each word once. */
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
