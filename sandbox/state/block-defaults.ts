// Adds to blocks what Slack adds: missing ids, and defaults that its payloads contain.
import { randomBytes } from 'node:crypto'
import { isObject } from '../json.ts'
import { type Block, STATEFUL } from './block-kit.ts'

const NAMED_BY_SLACK = new Set([
  ...STATEFUL,
  'button',
  'overflow',
  'workflow_button',
  'icon_button',
  'feedback_buttons',
])

/** @returns a deep copy; the caller's payload is not touched. */
export function withBlockDefaults(blocks: readonly unknown[]): Block[] {
  return structuredClone(blocks).map((block) => {
    const filled = withDefaults(block) as Block
    if (!filled.block_id) filled.block_id = shortId()
    return filled
  })
}

/** Five characters, as Slack's own block and action ids. */
function shortId(): string {
  return randomBytes(4).toString('base64').slice(0, 5)
}

function withDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDefaults)
  if (!isObject(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withDefaults(child)]))
  if (typeof copy.text === 'string') {
    if (copy.type === 'plain_text') copy.emoji ??= true
    if (copy.type === 'mrkdwn') copy.verbatim ??= false
  }
  if (copy.type === 'input') {
    copy.optional ??= false
    copy.dispatch_action ??= false
  }
  if (copy.type === 'plain_text_input') copy.multiline ??= false
  if (typeof copy.type === 'string' && NAMED_BY_SLACK.has(copy.type)) copy.action_id ??= shortId()
  return copy
}
