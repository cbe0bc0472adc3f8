// Simplifies a message for workspaces and clients that do not support the newest block types.
import type { OutgoingMessage } from './messenger.ts'
import { mrkdwn } from './mrkdwn.ts'

const NEWEST_BLOCKS: readonly string[] = ['table', 'data_table', 'data_visualization']

const isNewest = (block: object) => 'type' in block && NEWEST_BLOCKS.includes(String(block.type))

/** It has no block types that some workspaces or clients cannot show. */
export const isPlain = (message: OutgoingMessage): boolean => !message.blocks.some(isNewest)

/** The next simpler form: first `text` with the buttons, then `text` alone. Null: it cannot get simpler. */
export function degrade(message: OutgoingMessage): OutgoingMessage | null {
  if (message.blocks.length === 0) return null
  if (isPlain(message)) return { text: message.text, blocks: [] }
  const buttons = message.blocks.filter((block) => 'type' in block && block.type === 'actions')
  const words = { type: 'section', text: mrkdwn([...message.text].slice(0, 3000).join('')) }
  return { text: message.text, blocks: [words, ...buttons] }
}
