// Which requests for support an edited report adds, takes back and leaves with whoever has them by now.
import { describe, expect, test } from 'vitest'
import { settleSupport, supportDue, whoAndWhen } from '../../../src/checkins/reports/domain/support.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const toBoss = { ownerUserId: 'U-boss', dueOn: day('2026-03-11') }
const toDirector = { ownerUserId: 'U-director', dueOn: day('2026-03-11') }
const request = (text: string, of: typeof toBoss) => ({
  ...{ actionId: text, reference: `weekly:2026-03-06:ben:${text}`, text, state: 'open' as const, ...of },
})
const standing = [request('Discount', toDirector), request('Demo', toBoss)]
const lines = ['Discount', 'Demo']

describe('an edit that names somebody else', () => {
  test('moves what stood as the form opened with, and leaves what was handed on', () => {
    const toEva = { ...toBoss, ownerUserId: 'U-eva' }
    const settled = settleSupport({ lines, ...toEva }, toBoss, standing)
    expect(settled.added).toEqual(['Demo'])
    expect(settled.withdrawn.map(({ text }) => text)).toEqual(['Demo'])
  })

  test('is none where the form is as it opened: everything stays', () => {
    expect(settleSupport({ lines, ...toBoss }, toBoss, standing)).toEqual({ added: [], withdrawn: [] })
  })
})

test('a form opens with whom all open requests have, else with the manager as ever', () => {
  const opens = (open: (typeof toBoss)[], today = '2026-03-06') => whoAndWhen(open, toBoss, day(today))
  expect(opens([])).toEqual(toBoss)
  expect(opens([toDirector, toDirector])).toEqual(toDirector)
  expect(opens([toDirector, toBoss])).toEqual(toBoss)
  expect([opens([toDirector], '2026-03-11'), opens([toDirector], '2026-03-12')]).toEqual([toDirector, toBoss])
})

test('what is asked for is due three working days after the report, or after today where that is later', () => {
  const calendar = {
    workDays: [1, 2, 3, 4, 5],
    alternateDay: null,
    holidayCountry: null,
    holidayRegion: null,
  }
  const due = (today: string) =>
    String(supportDue({ ...calendar, extraDays: {} }, day('2026-03-06'), day(today)))
  expect(['2026-03-05', '2026-03-06', '2026-03-13'].map(due)).toEqual([
    '2026-03-11',
    '2026-03-11',
    '2026-03-18',
  ])
})
