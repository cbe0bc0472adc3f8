// The small parts that samples of blocks are made of.
import type { Block } from '../../sandbox/state/block-kit.ts'

export type Sample = Record<string, unknown> & { type: string }

export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value })
export const button = (text: string, more: object = {}) => ({
  type: 'button',
  action_id: text.toLowerCase().replaceAll(' ', '_'),
  text: plain(text),
  ...more,
})

/** As Slack's own types have it; the samples are looser than they. */
export const blocksOf = (samples: Sample[]) => samples as unknown as Block[] as never
