// The simulated year behind docs/warnings-simulation.md: who is in trouble, what a true miss is, and when a manager hears of it.
import { describe, expect, test } from 'vitest'
import { type SimulatedMember, simulateCompany, TRUE_MISS_BELOW } from '../../bench/warnings/company.ts'
import { simulate } from '../../bench/warnings/simulate.ts'
import { leftOn } from '../../bench/warnings/trouble.ts'
import { type DefaultRule, defaultRules } from '../../src/warnings/domain/default-rules.ts'

describe('the company', () => {
  const company = simulateCompany(30, 'test')

  test('the same seed gives the same year, another one another', () => {
    const numbers = (seed: string) =>
      simulateCompany(2, seed).map(({ days }) => days.map((day) => day.numbers))
    expect(numbers('test')).toEqual(numbers('test'))
    expect(numbers('other')).not.toEqual(numbers('test'))
  })

  test('a tenth is in trouble each month, each kind as often; in the month before the year nobody is', () => {
    for (let month = 0; month < 13; month += 1) {
      const kinds = company.flatMap(({ months }) => months[month]!.trouble?.kind ?? [])
      const expected = month === 0 ? [] : ['bad luck only', 'slow decline', 'sudden stop']
      expect(kinds.toSorted()).toEqual(expected)
    }
  })

  test('who is well or only unlucky is never a true miss, and bad luck brings less', () => {
    const all = company.flatMap(({ months }) => months.slice(1))
    const of = (kind: string | null) => all.filter(({ trouble }) => (trouble?.kind ?? null) === kind)
    for (const { underlying } of [...of(null), ...of('bad luck only')])
      expect(underlying).toBeGreaterThan(TRUE_MISS_BELOW)
    const mean = (months: typeof all) => months.reduce((sum, { ended }) => sum + ended, 0) / months.length
    expect(mean(of('bad luck only'))).toBeLessThan(mean(of(null)) / 2)
  })
})

test.each([
  { kind: 'slow decline', from: 0, left: 0.2, rates: [0.8, 0.6, 0.4, 0.2] },
  { kind: 'sudden stop', from: 2, left: 0.1, rates: [1, 1, 0.1, 0.1] },
  { kind: 'bad luck only', from: 0, left: 1, rates: [1, 1, 1, 1] },
] as const)('a month of four days with $kind leaves $rates of the rate', ({ rates, ...trouble }) => {
  for (const [day, rate] of rates.entries()) expect(leftOn(trouble, day, 4)).toBeCloseTo(rate)
})

describe('what the simulated team is told', () => {
  const [member] = simulateCompany(1, 'told') as [SimulatedMember]
  const [pace] = defaultRules(['hunter']).filter(({ signal }) => signal === 'behind-pace') as [DefaultRule]
  const january = member.days.filter(({ month }) => month === 1)

  /** So many calls on each working day of January, counted from 0; every standup is answered. */
  function told(calls: (day: number) => number) {
    const days = january.map((day, index) => ({
      ...{ ...day, answered: true, inOn: index + 1 },
      numbers: { ...day.numbers, calls: calls(index) },
    }))
    return simulate([{ ...member, days }], [pace]).map(
      ({ level, date }) => `${level} on day ${january.findIndex((day) => day.date.equals(date)) + 1}`,
    )
  }

  test('whoever makes what is asked for gets no warning', () => expect(told(() => 40)).toEqual([]))

  test('a warning opens on the third bad morning, once five days have counted, and is told once', () =>
    expect(told(() => 36)).toEqual(['blue on day 8']))

  test('it rises at once, and is told at each level', () =>
    expect(told((day) => (day < 7 ? 37 : 0))).toEqual(['blue on day 8', 'yellow on day 9', 'red on day 11']))

  test('what comes back to a level that was told before is not told again', () =>
    expect(told((day) => (day < 8 ? 33 : day < 9 ? 60 : day < 10 ? 0 : 40))).toEqual(['yellow on day 8']))
})
