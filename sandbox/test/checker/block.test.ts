// The checker names the place and the rule of what is wrong with a block, and says it in Slack's manner.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBlocks } from '../../checker/block.ts'
import { actions, BLOCKS, button, input, type Json, mrkdwn, option, plain, section } from './samples.ts'

const select = (fields: Json) => actions({ type: 'static_select', ...fields })
const number = (fields: Json) => input({ type: 'number_input', is_decimal_allowed: false, ...fields })
const inlineText = (text: unknown) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const raw = (text: string) => ({ type: 'raw_text', text })
const chart = (series: Json[]) => ({
  ...BLOCKS.data_visualization,
  chart: { type: 'bar', series, axis_config: { categories: ['a', 'b'] } },
})
const series = (name: string, ...labels: string[]) => ({
  name,
  data: labels.map((label) => ({ label, value: 1 })),
})
const x = (length: number) => 'x'.repeat(length)

const refused: [what: string, block: unknown, pointer: string, rule: string, message?: string][] = [
  ['no object', 'hello', '', 'property.type', 'must provide an object'],
  ['no type', {}, '', 'property.missing', 'missing required field: type'],
  ['an unknown type', { type: 'sparkline' }, '/type', 'block.unknown_type', 'unsupported type: sparkline'],
  ['a type of every object', { type: 'toString' }, '/type', 'block.unknown_type'],
  [
    'an unknown property',
    section({ colour: 'red' }),
    '',
    'property.unknown',
    'invalid additional property: colour',
  ],
  [
    'an unknown property within',
    section({ text: { ...plain('a'), bold: true } }),
    '/text',
    'property.unknown',
  ],
  [
    'null for an optional field',
    section({ block_id: null }),
    '/block_id',
    'property.type',
    'must provide a string',
  ],
  ['an object for a list', section({ fields: {} }), '/fields', 'property.type', 'must provide an array'],
  ['a word for a boolean', section({ expand: 'yes' }), '/expand', 'property.type', 'must provide a boolean'],
  [
    'half a page',
    { ...BLOCKS.data_table, page_size: 2.5 },
    '/page_size',
    'property.type',
    'must provide an integer',
  ],
  [
    'a word for a value',
    chart([{ name: 's', data: [{ label: 'a', value: '1' }] }]),
    '/chart/series/0/data/0/value',
    'property.type',
    'must provide a number',
  ],
  [
    'a word for a picture',
    { type: 'image', alt_text: 'a', slack_file: 'F1' },
    '/slack_file',
    'property.type',
    'must provide an object',
  ],
  [
    'lines the wrong way round',
    actions({ type: 'rich_text_input', min_lines: 5, max_lines: 3 }),
    '/elements/0/min_lines',
    'rich_text_input.range',
  ],
  ['a missing field', { type: 'header' }, '', 'property.missing', 'missing required field: text'],
  ['mrkdwn in a header', { type: 'header', text: mrkdwn('a') }, '/text/type', 'text.type'],
  ['a bare string as text', actions(button(), button({ text: 'go' })), '/elements/1/text', 'property.type'],
  [
    'a long button',
    actions(button({ text: plain(x(76)) })),
    '/elements/0/text/text',
    'button.text.max_length',
    'must be less than 76 characters',
  ],
  [
    'an input element in actions',
    actions({ type: 'plain_text_input' }),
    '/elements/0/type',
    'actions.elements',
  ],
  ['an unknown element', actions({ type: 'slider' }), '/elements/0/type', 'actions.elements'],
  [
    'a wrong accessory',
    section({ accessory: { type: 'url', url: 'https://a.b' } }),
    '/accessory/type',
    'section.accessory',
  ],
  ['a wrong style', actions(button({ style: 'blue' })), '/elements/0/style', 'property.value'],
  ['no URL', actions(button({ url: 'example' })), '/elements/0/url', 'url.format', 'invalid_url'],
  ['no choices', select({}), '/elements/0', 'static_select.choice_source'],
  [
    'an initial option that is not offered',
    select({ options: [option('a')], initial_option: option('b') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'an initial option with another text',
    select({ options: [option('a')], initial_option: option('a', 'A') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'an initial option that no group offers',
    select({ option_groups: [{ label: plain('g'), options: [option('a')] }], initial_option: option('b') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'checked options that are not offered',
    input({ type: 'checkboxes', options: [option('a')], initial_options: [option('a'), option('c')] }),
    '/element/initial_options/1',
    'checkboxes.initial_options',
  ],
  [
    'mrkdwn in a select',
    select({ options: [{ text: mrkdwn('a'), value: 'a' }] }),
    '/elements/0/options/0/text/type',
    'text.type',
  ],
  [
    'a link in a select',
    select({ options: [{ ...option('a'), url: 'https://a.b' }] }),
    '/elements/0/options/0',
    'property.unknown',
  ],
  ['a number as number', number({ min_value: 1 }), '/element/min_value', 'property.type'],
  ['a word as number', number({ initial_value: 'six' }), '/element/initial_value', 'number_input.number'],
  [
    'too little at first',
    number({ min_value: '0', initial_value: '-1' }),
    '/element/initial_value',
    'number_input.initial_value',
  ],
  [
    'too much at first',
    number({ max_value: '9', initial_value: '10' }),
    '/element/initial_value',
    'number_input.initial_value',
  ],
  ['half a call', number({ initial_value: '3.5' }), '/element/initial_value', 'number_input.decimal'],
  ['is_decimal_allowed left out', input({ type: 'number_input' }), '/element', 'property.missing'],
  [
    'a text that starts too long',
    input({ type: 'plain_text_input', max_length: 3, initial_value: 'four' }),
    '/element/initial_value',
    'plain_text_input.initial_value',
  ],
  [
    'lengths the wrong way round',
    input({ type: 'plain_text_input', min_length: 5, max_length: 3 }),
    '/element/min_length',
    'plain_text_input.range',
  ],
  [
    'no such day',
    input({ type: 'datepicker', initial_date: '2026-02-30' }),
    '/element/initial_date',
    'datepicker.date',
  ],
  [
    'no such time',
    input({ type: 'timepicker', initial_time: '24:00' }),
    '/element/initial_time',
    'timepicker.time',
  ],
  [
    'no such zone',
    input({ type: 'timepicker', timezone: 'Mars/Olympus' }),
    '/element/timezone',
    'timepicker.timezone',
  ],
  [
    'milliseconds',
    input({ type: 'datetimepicker', initial_date_time: 1_628_633_830_000 }),
    '/element/initial_date_time',
    'datetimepicker.time',
  ],
  [
    'an empty filter',
    input({ type: 'conversations_select', filter: {} }),
    '/element/filter',
    'conversation_filter.content',
  ],
  [
    'a confirmation without words',
    actions(button({ confirm: {} })),
    '/elements/0/confirm',
    'property.missing',
  ],
  [
    'an empty rich text',
    inlineText(''),
    '/elements/0/elements/0/text',
    'text.min_length',
    'must be more than 0 characters',
  ],
  [
    'two sources for a file',
    { type: 'image', alt_text: 'a', slack_file: { id: 'F1', url: 'https://a.b' } },
    '/slack_file',
    'slack_file.source',
  ],
  ['a card of nothing', { type: 'card', subtitle: mrkdwn('a') }, '', 'card.content'],
  [
    'a container in a container',
    { ...BLOCKS.container, child_blocks: [BLOCKS.container] },
    '/child_blocks/0/type',
    'container.child_blocks',
  ],
  ['a container without a title', { type: 'container', child_blocks: [] }, '', 'container.title'],
  [
    'collapsed but not collapsible',
    { ...BLOCKS.container, default_collapsed: true },
    '/default_collapsed',
    'container.default_collapsed',
  ],
  [
    'too wide a table',
    { type: 'table', rows: [Array.from({ length: 21 }, () => raw('a'))] },
    '/rows/0',
    'table.columns.max_items',
  ],
  ['too much in a table', { type: 'table', rows: [[raw(x(10_001))]] }, '/rows', 'table.content.max_length'],
  [
    'markup in a header cell',
    { ...BLOCKS.data_table, rows: [[BLOCKS.rich_text], [raw('1')]] },
    '/rows/0/0/type',
    'data_table.header_cell',
  ],
  [
    'no such column',
    { ...BLOCKS.data_table, row_header_column_index: 1 },
    '/row_header_column_index',
    'data_table.row_header_column_index',
  ],
  [
    'two series of one name',
    chart([series('s', 'a', 'b'), series('s', 'a', 'b')]),
    '/chart/series/1/name',
    'data_visualization.series_name.duplicate',
  ],
  [
    'a point without a category',
    chart([series('s', 'a', 'c')]),
    '/chart/series/0/data',
    'data_visualization.categories.match',
  ],
  [
    'a category without a point',
    chart([series('s', 'a')]),
    '/chart/series/0/data',
    'data_visualization.categories.match',
  ],
]

test.each(refused)('refuses %s', (_, block, pointer, rule, message) => {
  const problems = checkBlocks([block], 'message')
  expect(problems).toContainEqual({
    pointer: `/blocks/0${pointer}`,
    rule,
    message: message ?? expect.any(String),
  })
})

const taken: [what: string, block: Json][] = [
  ['fields without text', { type: 'section', fields: [mrkdwn('a')] }],
  ['characters outside the basic plane counted once', actions(button({ text: plain('🎯'.repeat(75)) }))],
  [
    'an initial option from a group',
    select({ option_groups: [{ label: plain('g'), options: [option('a')] }], initial_option: option('a') }),
  ],
  ['a number at its bounds', number({ min_value: '-5', max_value: '5', initial_value: '5' })],
  [
    'a decimal where allowed',
    input({ type: 'number_input', is_decimal_allowed: true, initial_value: '0.25' }),
  ],
  ['a leap day', input({ type: 'datepicker', initial_date: '2028-02-29' })],
  ['points in another order', chart([series('s', 'b', 'a')])],
  ['an undefined field, which JSON leaves out', section({ accessory: undefined })],
]

test.each(taken)('takes %s', (_, block) => {
  expect(checkBlocks([block], 'message')).toEqual([])
})

test('points into the list that it is given', () => {
  expect(checkBlocks([section(), section({ text: 1 })], 'message', '/attachments/2/blocks')).toEqual([
    { pointer: '/attachments/2/blocks/1/text', rule: 'property.type', message: 'must provide an object' },
  ])
})

test('never throws, whatever stands in the place of a field', () => {
  const anyBlock = fc.constantFrom(...Object.values(BLOCKS)).chain((block) =>
    fc.record({
      block: fc.constant(block),
      key: fc.constantFrom(...Object.keys(block)),
      value: fc.jsonValue(),
    }),
  )
  fc.assert(
    fc.property(anyBlock, ({ block, key, value }) => {
      expect(Array.isArray(checkBlocks([{ ...block, [key]: value }], 'message'))).toBe(true)
    }),
  )
})
