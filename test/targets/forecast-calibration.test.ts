// The 80 % interval of the forecast covers 80 % of what really comes: of simulated members whose true rates are known.
import { describe, expect, test } from 'vitest'
import { poissonCount, type Random, seededRandom } from '../../demo/random.ts'
import type { DaySums } from '../../src/numbers/domain/day-sums.ts'
import { forecastOf } from '../../src/targets/domain/forecast.ts'

const MONTH = 22
const SEEN_ON = [5, 10, 15]
const RECENT = 20
/** A fresh set: the forecast was made with another one. */
const SEEDS = '|b'

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
/** Of mean 1; the squares of two normal ones give shape 1, a mixture of such the others. */
function waiting(shape: number, random: Random): number {
  let sum = 0
  for (let part = 0; part < shape * 2; part += 1) sum += normal(random) ** 2 / 2
  return sum / shape
}
const between = (low: number, high: number, random: Random): number =>
  Math.exp(Math.log(low) + random() * Math.log(high / low))

/** `index`: which day of the month it is, from 0 on. */
type Day = (index: number) => number
interface Family {
  what: string
  /** For a team: gives the days of one of its members, who differ from each other. */
  team(random: Random): () => Day
}

/** 5 to 60 a month; colleagues are about a third apart. */
const counts = (random: Random, dayOf: (mean: number) => Day) => {
  const team = between(5, 60, random)
  return () => dayOf(Math.min(60, Math.max(5, team * Math.exp(0.35 * normal(random)))) / MONTH)
}

/** Those that the interval is held to. */
const FAMILIES: readonly Family[] = [
  {
    what: 'counts (Poisson, 5 to 60 a month)',
    team: (random) => counts(random, (mean) => () => poissonCount(mean, random)),
  },
  {
    what: 'counts that bunch (overdispersed)',
    team(random) {
      const shape = [0.5, 1, 1.5, 2][Math.floor(random() * 4)]!
      return counts(random, (mean) => () => poissonCount(mean * waiting(shape, random), random))
    },
  },
  {
    what: 'money on few days (zero-inflated)',
    team(random) {
      const sales = between(1.5, 12, random)
      const spread = 0.4 + random() / 2
      return () => {
        const chance = Math.min(0.9, (sales * Math.exp(0.35 * normal(random))) / MONTH)
        return () =>
          random() < chance ? Math.round(200_000 * Math.exp(spread * normal(random) - spread ** 2 / 2)) : 0
      }
    },
  },
]

const WEEKDAY = [1.5, 1.2, 1, 0.8, 0.5]
const LAST_WEEK = 5

/** What the forecast does not know of: printed, and not promised. */
const PATTERNS: readonly Family[] = [
  {
    what: 'counts with a pattern of the week (Monday three times Friday)',
    team: (random) =>
      counts(random, (mean) => (index) => poissonCount(mean * WEEKDAY[index % WEEKDAY.length]!, random)),
  },
  {
    what: 'counts with a push at the end of the month (twice as much in the last week)',
    team: (random) =>
      counts(
        random,
        (mean) => (index) => poissonCount(mean * (index % MONTH < MONTH - LAST_WEEK ? 1 : 2), random),
      ),
  },
]

/** A team of eight, and every fifth a person alone; half of them have been there for a month before. */
function* months(family: Family, random: Random) {
  for (let team = 0; team < 150; team += 1) {
    const before = team % 2 === 0 ? MONTH : 0
    const next = family.team(random)
    const people = Array.from({ length: team % 5 === 0 ? 1 : 8 }, () => {
      const day = next()
      return Array.from({ length: before + MONTH }, (_, index) => day(index))
    })
    for (const [index, days] of people.entries())
      for (const seenOn of SEEN_ON) {
        const recent = (one: number[]) =>
          summed(one.slice(Math.max(0, before + seenOn - RECENT), before + seenOn))
        const colleagues = people.filter((_, other) => other !== index).map(recent)
        const rest = days.slice(before + seenOn)
        yield { seenOn, own: recent(days), colleagues, rest, came: rest.reduce((sum, day) => sum + day, 0) }
      }
  }
}

const summed = (days: readonly number[]): DaySums => ({
  ...{ days: days.length, active: days.filter((value) => value > 0).length },
  sum: days.reduce((sum, value) => sum + value, 0),
  squares: days.reduce((sum, value) => sum + value ** 2, 0),
})

const openDays = (count: number) =>
  Array.from({ length: count }, (_, day) => ({
    date: Temporal.PlainDate.from('2026-03-02').add({ days: day }),
    fraction: 1,
  }))

const percentOf = (hits: readonly boolean[]) => (100 * hits.filter(Boolean).length) / hits.length

function seen(family: Family) {
  const hits = new Map(SEEN_ON.map((day) => [day, [] as boolean[]]))
  const naive: boolean[] = []
  let [foretold, brought] = [0, 0]
  for (const { seenOn, own, colleagues, rest, came } of months(family, seededRandom(family.what + SEEDS))) {
    const { low, high, total } = forecastOf({ actual: 0, own, colleagues, open: openDays(rest.length) })!
    hits.get(seenOn)!.push(low <= came && came <= high)
    foretold += total
    brought += came
    naive.push(Math.abs(total - came) <= 1.2816 * Math.sqrt(total))
  }
  const all = [...hits.values()].flat()
  const off = foretold / brought - 1
  const figures = [...hits].map(([day, each]) => `on day ${day} ${percentOf(each).toFixed(1)} %`)
  const said = `${percentOf(all).toFixed(1)} % of ${all.length} (${figures.join(', ')}), off by ${(100 * off).toFixed(1)} %`
  console.log(`${family.what}: ${said}`)
  return { hits, all, off, naive }
}

describe('of five months four end within the interval', () => {
  test.each(FAMILIES)('$what', (family) => {
    const { hits, all, off, naive } = seen(family)
    expect(all.length).toBeGreaterThan(2000)
    for (const each of [all, ...hits.values()]) {
      expect(percentOf(each)).toBeGreaterThan(75)
      expect(percentOf(each)).toBeLessThan(85)
    }
    // The forecast itself is off to neither side.
    expect(Math.abs(off)).toBeLessThan(0.05)
    // An interval that takes the rate for certain, and every day for Poisson, would not do.
    expect(percentOf(naive)).toBeLessThan(75)
  })
})

describe('what it does not know of is printed', () => {
  test.each(PATTERNS)('$what', (family) => {
    expect(seen(family).all.length).toBeGreaterThan(2000)
  })
})
