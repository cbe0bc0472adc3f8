// Who is told what a measure's number did: one person's numbers go to that person and whoever leads the team, whatever they are called.
import { describe, expect, test } from 'vitest'
import { maySee, shownAlone, withoutOneOther } from '../../src/reviews/domain/follow-up.ts'
import type { Compared, LookedAt } from '../../src/reviews/domain/measure.ts'

const effect = {
  ...{ known: true, own: { before: 1, after: 2 }, rest: { before: 3, after: 4 } },
  ...{ effect: 0.5, beyondChance: true },
} as const

const looked = (compared: Partial<Compared> | null) =>
  ({ compared: compared && { effect, rest: [], ...compared } }) as unknown as LookedAt

describe('whoever leads nobody by a measure is told', () => {
  const told = (compared: Partial<Compared> | null) => maySee(looked(compared), 'UCAL', 'UBOSS')

  test('their own numbers, and those of several people, under either name', () => {
    expect(told({ whose: 'owner', own: ['UCAL'] })).toBe(true)
    expect(told({ whose: 'team', own: ['UCAL'] })).toBe(true)
    expect(told({ whose: 'team', own: ['UANN', 'ULIU'] })).toBe(true)
    expect(told({ whose: 'team', own: [] })).toBe(true)
    expect(told(null)).toBe(true)
  })

  test('no other single person’s, not as the whole team’s either', () => {
    expect(told({ whose: 'owner', own: ['UANN'] })).toBe(false)
    expect(told({ whose: 'team', own: ['UANN'] })).toBe(false)
    expect(maySee(looked({ whose: 'team', own: ['UANN'] }), 'UBOSS', 'UBOSS')).toBe(true)
  })

  test('no trend that is made of one person', () => {
    const trend = (rest: string[]) => withoutOneOther(looked({ rest })).compared!.effect
    expect(trend(['U2'])).toMatchObject({ own: { before: 1, after: 2 }, rest: null, effect: null })
    expect(trend(['U2', 'U3'])).toEqual(effect)
  })
})

test('a reading is on record of whoever stands alone for a number or a trend', () => {
  const alone = (compared: Partial<Compared>) => shownAlone(looked(compared))
  expect(alone({ whose: 'owner', own: ['UANN'], rest: ['ULIU', 'UCAL'] })).toEqual(['UANN'])
  expect(alone({ whose: 'owner', own: ['UANN'], rest: ['ULIU'] })).toEqual(['UANN', 'ULIU'])
  expect(alone({ whose: 'team', own: ['UANN'] })).toEqual(['UANN'])
  expect(alone({ whose: 'team', own: ['UANN', 'ULIU'] })).toEqual([])
  expect(alone({ whose: 'owner', own: ['UANN'], effect: { known: false } })).toEqual([])
})
