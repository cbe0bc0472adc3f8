// What is on the screen, in words: mrkdwn with names and dates of the reader, tables, charts, rich text.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { readMrkdwn } from '../../user/mrkdwn.ts'
import type { UserSession } from '../../user/user-session.ts'
import { wordsOf } from '../../user/words.ts'
import { manifest, seed } from './app.ts'

let sandbox: Sandbox
let wei: UserSession
beforeAll(async () => {
  sandbox = await startSandbox({
    manifest,
    seed: {
      ...seed,
      people: [{ id: 'U0ANNA', name: 'anna' }, ...seed.people.slice(1)],
      channels: [{ id: 'C0SALES', name: 'sales' }],
    },
  })
  wei = sandbox.user('wei')
})
afterAll(() => sandbox.stop())

describe('mrkdwn', () => {
  test.each([
    ['names for ids', '<@U0ANNA> in <#C0SALES>', '@anna in #sales'],
    ['calls to all', '<!channel> look', '@channel look'],
    [
      'labels of links',
      'see <https://example.com|the page> or <https://example.com>',
      'see the page or https://example.com',
    ],
    ['no marks', '*Calls*: _12_ (~10~), `done`.', 'Calls: 12 (10), done.'],
    ['marks inside words and sums stay', '3*4*5 a_b_c', '3*4*5 a_b_c'],
    ['characters for entities', 'a &lt;b&gt; &amp; c', 'a <b> & c'],
    [
      "dates in the reader's zone and language",
      '<!date^1772438400^{date_num} {time}|March 2>',
      '2026-03-02 16:00',
    ],
    ['a date that cannot be read as its fallback', '<!date^soon^{date}|later>', 'later'],
  ])('%s', (_, text, words) => {
    expect(readMrkdwn(wei, text)).toBe(words)
  })
})

describe('blocks', () => {
  const raw = (text: string) => ({ type: 'raw_text', text })
  const chart = {
    type: 'bar',
    series: [
      {
        name: 'Calls',
        data: [
          { label: 'Anna', value: 12 },
          { label: 'Wei', value: 9 },
        ],
      },
    ],
  }
  const rich = [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'user', user_id: 'U0ANNA' },
        { type: 'text', text: ' is first' },
      ],
    },
  ]
  test.each([
    [
      'a table row by row',
      {
        type: 'table',
        rows: [
          [raw('Who'), raw('Calls')],
          [raw('Anna'), raw('12')],
        ],
      },
      ['Who | Calls', 'Anna | 12'],
    ],
    [
      'a chart by series',
      { type: 'data_visualization', title: 'Today', chart },
      ['Today', 'Calls: Anna 12, Wei 9'],
    ],
    ['rich text', { type: 'rich_text', elements: rich }, ['@anna is first']],
    ['an alert', { type: 'alert', text: { type: 'mrkdwn', text: '*Late*' } }, ['Late']],
    [
      'a card with its buttons',
      {
        type: 'card',
        title: { type: 'mrkdwn', text: 'T' },
        actions: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }],
      },
      ['T', '[Go]'],
    ],
    ['nothing for a divider', { type: 'divider' }, []],
  ])('%s', (_, block, words) => {
    expect(wordsOf(wei, [{ block_id: 'b', ...block } as never])).toEqual(words)
  })
})
