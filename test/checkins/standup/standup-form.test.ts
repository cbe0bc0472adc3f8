// The standup form: taken by Slack in every language and at every extreme, and read back as it was drawn.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import type { StandupForm } from '../../../src/checkins/standup/flows/open-standup.ts'
import { readStandup, standupView, withAnswer } from '../../../src/checkins/standup/slack/standup-form.ts'
import { metadataOf, readMetadata } from '../../../src/checkins/standup/slack/standup-metadata.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { numberBlockId } from '../../../src/numbers/slack/number-fields.ts'
import type { FormState } from '../../../src/slack/requests.ts'
import { typed, untouched } from '../../slack/untouched.ts'
import { FORMS, form, HOSTILE, HUNTER, ids } from './standup-cases.ts'

const en = BOT.translator('en')
const draw = (facts: StandupForm, t = en) => standupView(facts, metadataOf(facts, false), t)

const read = (state: FormState, facts = form(), asked = metadataOf(facts, false).asked, t = en) =>
  readStandup(
    state,
    { ...metadataOf(facts, false), asked },
    { metrics: facts.numbers.map(({ metric }) => metric), numbersDayOver: facts.numbersDayOver },
    t,
  )
const CALLS = numberBlockId('calls')

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  test.each(Object.entries(FORMS))('%s is taken by Slack', (_name, facts) => {
    expect(checkView(draw(facts, t))).toEqual([])
  })

  test('with every question asked it still is', () => {
    const facts = FORMS['the longest']!
    const asked = Object.fromEntries(facts.numbers.map(({ metric }) => [metric.key, metric.hardMax]))
    const view = standupView(facts, { ...metadataOf(facts, true), asked }, t, asked)
    expect(checkView(view)).toEqual([])
    expect(readMetadata(view.private_metadata!)).toMatchObject({ asked, home: true })
  })
})

describe('drawn', () => {
  test('numbers come first, and what is seldom needed last', () => {
    const blocks = draw(form()).blocks.map(({ block_id }) => block_id)
    const place = (id: string) => blocks.indexOf(id)
    expect(place(CALLS)).toBeLessThan(place('done:1'))
    expect(place('done:1')).toBeLessThan(place('todo:1'))
    expect(place('todo:1')).toBeLessThan(place('plan'))
    expect(place('plan')).toBeLessThan(place('blocker'))
    expect(place('note')).toBe(blocks.length - 1)
  })

  test('a fourth group of ten boxes is drawn where there are as many lines', () => {
    const boxes = draw(FORMS['the longest']!).blocks.filter(({ block_id }) => block_id?.startsWith('solved:'))
    expect(boxes.map(({ block_id }) => block_id)).toEqual(['solved:1', 'solved:2', 'solved:3'])
  })

  test('the question about an unusual number is shown at its field', () => {
    const facts = form({ numbers: [{ metric: HUNTER[0]!, value: 412, confirmed: false, own: null }] })
    const view = standupView(facts, metadataOf(facts, false), en, { calls: 412 })
    const at = view.blocks.findIndex(({ block_id }) => block_id === CALLS)
    expect(JSON.stringify(view.blocks[at + 1])).toContain('Calls: 412?')
  })
})

describe('read', () => {
  test('an edited answer is read back unchanged from an untouched form', () => {
    const facts = form({
      revision: 1,
      numbers: HUNTER.map((metric, index) => ({ metric, value: index, confirmed: false, own: null })),
      items: ids(12, 'b').map((itemId, index) => ({
        itemId,
        text: `line ${index}`,
        outcome: index < 5 ? 'done' : index < 8 ? 'dropped' : 'carried',
      })),
      plan: ['Call Acme', 'Visit Bolt'],
      blockers: [{ blockerId: ids(1, 'c')[0]!, text: 'No budget', closed: true }],
      newBlockers: ['CRM is down'],
      helperUserId: 'U-eva',
      doneNote: 'Fixed the CRM',
      doneActionIds: ids(1, 'd'),
    })
    const result = read(untouched(draw(facts)), facts)
    expect(result).toEqual({
      ok: true,
      answer: {
        doneItemIds: ids(5, 'b'),
        droppedItemIds: ids(8, 'b').slice(5),
        doneNote: 'Fixed the CRM',
        plan: ['Call Acme', 'Visit Bolt'],
        closedBlockerIds: ids(1, 'c'),
        doneActionIds: ids(1, 'd'),
        reopenedBlockerIds: [],
        newBlockers: ['CRM is down'],
        helperUserId: 'U-eva',
        numbers: Object.fromEntries(HUNTER.map(({ key }, index) => [key, index])),
        confirmed: {},
      },
    })
  })

  test('an empty number is left out, a typed 0 is kept', () => {
    const result = read(typed(draw(form()), { [CALLS]: '0' }))
    expect(result.ok && result.answer.numbers).toEqual({ calls: 0 })
  })

  test.each([
    ['-1', 'This cannot be below 0.'],
    ['3.5', 'Please give a whole number.'],
    ['many', 'Please type a number, for example 12.'],
    ['1e99', 'Please type a number, for example 12.'],
    ['999999999', /This cannot be above/],
    ['0x10', 'Please type a number, for example 12.'],
  ])('%s calls is an error at the field', (text, sentence) => {
    const result = read(typed(draw(form()), { [CALLS]: text }))
    if (result.ok || result.problem.kind !== 'errors') throw new Error('it was taken')
    expect(Object.keys(result.problem.errors)).toEqual([CALLS])
    expect(result.problem.errors[CALLS]).toMatch(sentence)
  })

  test('an unusual number is asked about, confirmed by the same value, and asked again when it changes', () => {
    const state = typed(draw(form()), { [CALLS]: '412', plan: 'Call Acme' })
    const first = read(state)
    if (first.ok || first.problem.kind !== 'questions') throw new Error('it was not asked')
    expect(first.problem.questions).toEqual({ calls: 412 })
    const again = withAnswer(form(), first.problem.answer)
    expect(again).toMatchObject({ plan: ['Call Acme'] })
    expect(again.numbers[0]).toMatchObject({ value: 412 })
    const second = read(state, form(), { calls: 412 })
    expect(second).toMatchObject({ ok: true, answer: { numbers: { calls: 412 }, confirmed: { calls: 412 } } })
    const other = read(typed(draw(form()), { [CALLS]: '413' }), form(), { calls: 412 })
    expect(other).toMatchObject({ ok: false, problem: { kind: 'questions', questions: { calls: 413 } } })
  })

  test('what was kept before is not asked about when the form opens again', () => {
    const facts = form({ numbers: [{ metric: HUNTER[0]!, value: 412, confirmed: true, own: null }] })
    expect(read(untouched(draw(facts)), facts)).toMatchObject({
      ok: true,
      answer: { confirmed: { calls: 412 } },
    })
  })

  test('too many lines, or a helper for nothing, come back at the field', () => {
    const eleven = Array(11).fill('line').join('\n')
    const state = typed(draw(form()), { plan: eleven, blocker: Array(6).fill('stuck').join('\n') })
    expect(read(state)).toMatchObject({
      problem: { errors: { plan: 'Up to 10 lines fit in here.', blocker: 'Up to 5 lines fit in here.' } },
    })
    const helper = untouched(draw(form({ helperUserId: 'U-eva' })))
    expect(read(helper)).toMatchObject({
      problem: { errors: { blocker: 'Please write in one line what you need help with.' } },
    })
  })

  test('an unticked box opens what was closed before', () => {
    const blockers = [{ blockerId: ids(1, 'c')[0]!, text: 'No budget', closed: true }]
    const state = untouched(draw(form()))
    expect(read(state, form({ blockers }))).toMatchObject({ answer: { reopenedBlockerIds: ids(1, 'c') } })
  })

  test('control characters are removed from what is typed', () => {
    const state = typed(draw(form()), { plan: `${HOSTILE}\r\n\n   \nsecond`, note: HOSTILE })
    const result = read(state)
    if (!result.ok) throw new Error('it was refused')
    expect(result.answer.plan).toHaveLength(2)
    expect(JSON.stringify(result.answer)).not.toMatch(/\\u0000|\u202e/)
  })

  test('whatever is typed, reading ends in an answer or in sentences at fields that are there', () => {
    const view = draw(form())
    const fields = new Set(view.blocks.map(({ block_id }) => block_id))
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('12', '１２', '1,200', '9'.repeat(40)),
    )
    fc.assert(
      fc.property(text, text, text, (number, plan, blocker) => {
        const result = read(typed(view, { [CALLS]: number, plan, blocker }))
        if (!result.ok && result.problem.kind === 'errors')
          for (const blockId of Object.keys(result.problem.errors)) expect(fields).toContain(blockId)
        if (result.ok) expect(Number.isSafeInteger(result.answer.numbers.calls ?? 0)).toBe(true)
      }),
    )
  })

  test('metadata that is not ours is not read', () => {
    const good = draw(form()).private_metadata!
    expect(readMetadata(good)).toMatchObject({ team: form().teamId, revision: 0 })
    for (const bad of [
      '',
      '{}',
      'null',
      '[]',
      good.replace('2026-03-03', '2026-13-03'),
      good.replace(form().teamId, "' or 1"),
    ])
      expect(readMetadata(bad)).toBeNull()
  })
})
