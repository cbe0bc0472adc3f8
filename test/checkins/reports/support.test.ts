// Which requests for support an edited report adds, takes back and leaves with whoever has them by now.
import { describe, expect, test } from 'vitest'
import { settleSupport, whoAndWhen } from '../../../src/checkins/reports/domain/support.ts'

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
  expect(whoAndWhen([], toBoss)).toEqual(toBoss)
  expect(whoAndWhen([toDirector, toDirector], toBoss)).toEqual(toDirector)
  expect(whoAndWhen([toDirector, toBoss], toBoss)).toEqual(toBoss)
})
