// Takes away from a message for workspaces and clients that do not know the newest blocks.
import type { OutgoingMessage } from './messenger.ts'
import { mrkdwn } from './mrkdwn.ts'

const NEWEST_BLOCKS: readonly string[] = ['table', 'data_visualization']

const isNewest = (block: object) => 'type' in block && NEWEST_BLOCKS.includes(String(block.type))

/** Every workspace and client can show it. */
export const isPlain = (message: OutgoingMessage): boolean => !message.blocks.some(isNewest)

/** First the words with the buttons (`text` says all that the blocks show), then words alone. Null: nothing is left to take away. */
export function degrade(message: OutgoingMessage): OutgoingMessage | null {
  if (message.blocks.length === 0) return null
  if (isPlain(message)) return { text: message.text, blocks: [] }
  const buttons = message.blocks.filter((block) => 'type' in block && block.type === 'actions')
  const words = { type: 'section', text: mrkdwn([...message.text].slice(0, 3000).join('')) }
  return { text: message.text, blocks: [words, ...buttons] }
}
