// Ids that must differ: block ids in one list of blocks, action ids in one block.
import { expect, test } from 'vitest'
import { checkBlocks } from '../../checker/block.ts'
import { actions, button, type Json, mrkdwn, section } from './samples.ts'

const card = (action_id: string, block_id?: string) => ({
  type: 'card',
  title: mrkdwn('card'),
  actions: [button({ action_id })],
  ...(block_id && { block_id }),
})
const carousel = (...elements: Json[]) => ({ type: 'carousel', elements })

const cases: [what: string, blocks: Json[], problems: { pointer: string; rule: string }[]][] = [
  [
    'one block id twice',
    [section({ block_id: 'a' }), section({ block_id: 'b' }), section({ block_id: 'a' })],
    [{ pointer: '/blocks/2/block_id', rule: 'block_id.duplicate' }],
  ],
  [
    'one block id outside and inside a carousel',
    [section({ block_id: 'a' }), carousel(card('x', 'a'))],
    [{ pointer: '/blocks/1/elements/0/block_id', rule: 'block_id.duplicate' }],
  ],
  [
    'one action id three times in a block',
    [actions(button({ action_id: 'x' }), button({ action_id: 'x' }), button({ action_id: 'x' }))],
    [
      { pointer: '/blocks/0/elements/1/action_id', rule: 'action_id.duplicate' },
      { pointer: '/blocks/0/elements/2/action_id', rule: 'action_id.duplicate' },
    ],
  ],
  [
    'one action id in two blocks',
    [actions(button({ action_id: 'x' })), actions(button({ action_id: 'x' }))],
    [],
  ],
  ['one action id in two cards of a carousel', [carousel(card('x'), card('x'))], []],
  ['no ids at all', [actions(button(), button())], []],
]

test.each(cases)('%s', (_, blocks, problems) => {
  expect(checkBlocks(blocks, 'message').map(({ pointer, rule }) => ({ pointer, rule }))).toEqual(problems)
})
