// What holds for a modal or a Home view as a whole.
import { expect, test } from 'vitest'
import { checkView } from '../../checker/view.ts'
import { actions, input, type Json, modal, plain, section } from './samples.ts'

const { submit: _, ...withoutSubmit } = modal({ blocks: [section(), input()] })
const focused = { type: 'plain_text_input', focus_on_load: true }
const home = (fields: Json = {}) => ({ type: 'home', blocks: [section()], ...fields })

const cases: [what: string, view: unknown, problems: [pointer: string, rule: string][]][] = [
  [
    'a modal',
    modal({ private_metadata: '{}', callback_id: 'c', clear_on_close: true, notify_on_close: true }),
    [],
  ],
  ['a Home view', home({ callback_id: 'c', external_id: 'e' }), []],
  ['no object', [], [['/view', 'property.type']]],
  ['an unknown type', { type: 'popup' }, [['/view/type', 'view.type']]],
  ['no title', { ...modal(), title: undefined }, [['/view', 'property.missing']]],
  ['no blocks', { ...modal(), blocks: undefined }, [['/view', 'property.missing']]],
  [
    'a title with markup',
    modal({ title: { type: 'mrkdwn', text: 'a' } }),
    [['/view/title/type', 'text.type']],
  ],
  ['a title of 25', modal({ title: plain('x'.repeat(25)) }), [['/view/title/text', 'view.title.max_length']]],
  ['a title on Home', home({ title: plain('a') }), [['/view', 'property.unknown']]],
  ['inputs without submit', withoutSubmit, [['/view', 'view.submit.required']]],
  ['inputs on Home', home({ blocks: [input()] }), []],
  ['an answer sent back as a view', modal({ hash: '1' }), [['/view', 'property.unknown']]],
  [
    'a block of messages',
    modal({ blocks: [{ type: 'markdown', text: 'a' }] }),
    [['/view/blocks/0/type', 'block.surface']],
  ],
  [
    'a block id twice',
    modal({ blocks: [section({ block_id: 'a' }), section({ block_id: 'a' })] }),
    [['/view/blocks/1/block_id', 'block_id.duplicate']],
  ],
  ['one element with the focus', modal({ blocks: [input(focused)] }), []],
  [
    'two elements with the focus',
    modal({ blocks: [input(focused), input(focused)] }),
    [['/view/blocks/1/element/focus_on_load', 'view.focus_on_load']],
  ],
  [
    'a rich text input that starts with a block',
    modal({
      blocks: [actions({ type: 'rich_text_input', initial_value: { type: 'rich_text', elements: [] } })],
    }),
    [],
  ],
]

test.each(cases)('%s', (_, view, problems) => {
  expect(checkView(view).map(({ pointer, rule }) => [pointer, rule])).toEqual(problems)
})

test('more than 250 KB', () => {
  const long = { type: 'mrkdwn', text: '数'.repeat(1500) }
  const view = modal({ blocks: Array.from({ length: 60 }, () => section({ text: long })) })
  expect(checkView(view)).toEqual([
    { pointer: '/view', rule: 'modal.size.max_bytes', message: 'must be less than 250001 bytes' },
  ])
})
