// The checker names the place and the rule of what is wrong with a block, and says it in Slack's manner.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBlocks } from '../../checker/block.ts'
import { refuses, takes } from './checks.ts'
import { actions, BLOCKS, button, mrkdwn, plain, section } from './samples.ts'

const inlineText = (text: unknown) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const x = (length: number) => 'x'.repeat(length)

refuses([
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
    'a word for a picture',
    { type: 'image', alt_text: 'a', slack_file: 'F1' },
    '/slack_file',
    'property.type',
    'must provide an object',
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
])

takes([
  ['fields without text', { type: 'section', fields: [mrkdwn('a')] }],
  ['characters outside the basic plane counted once', actions(button({ text: plain('🎯'.repeat(75)) }))],
  ['an undefined field, which JSON leaves out', section({ accessory: undefined })],
])

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
