// What holds for a message as a whole: how many blocks, tables and charts, how much markdown, which metadata.
import { expect, test } from 'vitest'
import { checkMessage, type Message } from '../../checker/message.ts'
import { BLOCKS, type Json, section } from './samples.ts'

const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)
const markdown = (length: number) => ({ type: 'markdown', text: 'x'.repeat(length) })
const inContainer = (block: Json) => ({ ...BLOCKS.container, child_blocks: [block] })
const { table, data_visualization: chart } = BLOCKS
const event = { event_type: 'notice', event_payload: { key: 'k' } }

const cases: [what: string, message: Message, problems: [pointer: string, rule: string][]][] = [
  ['text alone', { text: 'hello' }, []],
  ['a number as text', { text: 5 }, [['/text', 'property.type']]],
  ['50 blocks', { blocks: times(50, section()) }, []],
  ['51 blocks', { blocks: times(51, section()) }, [['/blocks', 'message.blocks.max_items']]],
  ['blocks that are no list', { blocks: {} }, [['/blocks', 'property.type']]],
  ['one table', { blocks: [table] }, []],
  ['two tables', { blocks: [table, section(), table] }, [['/blocks/2', 'message.tables.max_items']]],
  [
    'a table in a container and one in an attachment',
    { blocks: [inContainer(table!)], attachments: [{ blocks: [table] }] },
    [['/attachments/0/blocks/0', 'message.tables.max_items']],
  ],
  ['two charts', { blocks: [chart, chart] }, []],
  ['three charts', { blocks: [chart, chart, chart] }, [['/blocks/2', 'message.charts.max_items']]],
  ['12,000 of markdown in two blocks', { blocks: [markdown(6000), markdown(6000)] }, []],
  [
    '12,001 of markdown in two blocks',
    { blocks: [markdown(6000), markdown(6001)] },
    [['/blocks/1', 'message.markdown.max_length']],
  ],
  [
    'one long markdown block, refused once',
    { blocks: [markdown(12_001)] },
    [['/blocks/0/text', 'markdown.text.max_length']],
  ],
  [
    'one block id in blocks and in an attachment',
    { blocks: [section({ block_id: 'a' })], attachments: [{ blocks: [section({ block_id: 'a' })] }] },
    [],
  ],
  [
    'a bad block in an attachment',
    { attachments: [{}, { blocks: [{ type: 'header' }] }] },
    [['/attachments/1/blocks/0', 'property.missing']],
  ],
  [
    'an unknown field of an attachment',
    { attachments: [{ colour: '#fff' }] },
    [['/attachments/0', 'property.unknown']],
  ],
  [
    '101 attachments',
    { attachments: times(101, { text: 'a' }) },
    [['/attachments', 'message.attachments.max_items']],
  ],
  ['metadata', { metadata: event }, []],
  ['empty metadata, which takes it off again', { metadata: {} }, []],
  ['metadata without an event', { metadata: { event_payload: {} } }, [['/metadata', 'property.missing']]],
  [
    'metadata with a bare value',
    { metadata: { ...event, event_payload: 'k' } },
    [['/metadata/event_payload', 'property.type']],
  ],
]

test.each(cases)('%s', (_, message, problems) => {
  expect(checkMessage(message).map(({ pointer, rule }) => [pointer, rule])).toEqual(problems)
})

test('a webhook takes repeated block ids and any metadata, and is as strict in the rest', () => {
  const twice = [section({ block_id: 'a' }), section({ block_id: 'a' })]
  expect(checkMessage({ blocks: twice, metadata: { sender: 'ci' } }, 'webhook')).toEqual([])
  expect(checkMessage({ blocks: [...twice, { type: 'header' }] }, 'webhook')).toHaveLength(1)
})
