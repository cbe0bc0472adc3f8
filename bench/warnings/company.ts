// A simulated company of hunters over a year: their calendars, what they really can, what goes wrong, and what they report.
import { poissonCount, type Random, seededRandom } from '../../demo/random.ts'
import type { Leave, MemberCalendar } from '../../src/org/domain/calendar.ts'
import { type DayShare, daySharesOf, type WorkDay, workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { leftOn, type Trouble, troublesOfMonth } from './trouble.ts'

export const METRICS = ['calls', 'visits', 'proposals', 'newCustomers', 'newRevenue'] as const
export type SimulatedMetric = (typeof METRICS)[number]
export type Numbers = Readonly<Record<SimulatedMetric, number>>

/** What a target asks for on a working day. */
export const ASKED_PER_DAY = { calls: 40, newRevenue: 3000 } as const
export type TargetedMetric = keyof typeof ASKED_PER_DAY
const VISITS_PER_DAY = 2
/** Of a visit a proposal, of a proposal a customer; also the benchmarks of the funnel. */
export const PROPOSAL_SHARE = 0.5
export const CUSTOMER_SHARE = 0.3
const DEAL = ASKED_PER_DAY.newRevenue / (VISITS_PER_DAY * PROPOSAL_SHARE * CUSTOMER_SHARE)
const DEAL_SPREAD = 0.6
/** Calls of a day vary by more than chance: the shape of a gamma distribution around their mean. */
const CALLS_SHAPE = 8
/** What a member who is well brings of what is asked for. */
const ABILITY = [0.95, 1.15] as const
export const TRUE_MISS_BELOW = 0.85
const UNLUCKIEST_OF = 10
const ANSWERS = 0.96
const ANSWERS_WHEN_STOPPED = 0.7
const PART_TIME_SHARE = 0.1
const LEAVE_WEEKS = 5

/** December only gives the forecast something to learn from. */
export const FIRST_MONTH = Temporal.PlainYearMonth.from('2025-12')
export const MONTHS = 13
const FIRST_MONDAY = Temporal.PlainDate.from('2025-12-01')

export interface SimulatedDay extends WorkDay {
  /** From `FIRST_MONTH` on. */
  month: number
  /** Full weeks since the first Monday. */
  week: number
  /** Of the standup; what is due by then is looked at. */
  closesAt: Temporal.Instant
  numbers: Numbers
  answered: boolean
  /** The index of the day on whose morning its numbers are in. */
  inOn: number
}

export interface SimulatedMonth {
  trouble: Trouble | null
  /** The date on which the rate falls. Null: it does not. */
  fallsOn: Temporal.PlainDate | null
  /** What is to be expected of what the target asks for. */
  underlying: number
  /** Of the member's working days, for the targets. */
  shares: readonly DayShare[]
  /** What was brought in of the target for revenue. */
  ended: number
}

export interface SimulatedMember {
  calendar: MemberCalendar
  days: readonly SimulatedDay[]
  months: readonly SimulatedMonth[]
}

export function simulateCompany(members: number, seed: string): SimulatedMember[] {
  const random = seededRandom(seed)
  const people = Array.from({ length: members }, () => {
    const calendar = calendarOf(random)
    const from = FIRST_MONTH.toPlainDate({ day: 1 })
    const days = workDaysOf(calendar, { from, to: from.add({ months: MONTHS }).subtract({ days: 1 }) })
    const byMonth = Map.groupBy(days, ({ date }) => monthOf(date))
    return { calendar, byMonth, ability: within(ABILITY, random) }
  })
  const troubles = Array.from({ length: MONTHS }, (_, month) =>
    month === 0
      ? null
      : troublesOfMonth(
          people.map(({ byMonth }) => byMonth.get(month)?.length ?? 0),
          random,
        ),
  )
  return people.map(({ calendar, byMonth, ability }, member) => {
    const months = troubles.map((all, month) =>
      simulateMonth(byMonth.get(month) ?? [], all?.[member] ?? null, ability, random),
    )
    return { calendar, days: withReports(months.flatMap(({ days }) => days)), months }
  })
}

export const monthOf = (date: Temporal.PlainDate): number =>
  (date.year - FIRST_MONTH.year) * 12 + date.month - FIRST_MONTH.month

export const weekOf = (date: Temporal.PlainDate): number => Math.floor(FIRST_MONDAY.until(date).days / 7)

export const PROMPTED_AT = '09:00'
export const CLOSES_AFTER_MINUTES = 120
const closeOf = (date: Temporal.PlainDate) =>
  date
    .toZonedDateTime({ timeZone: 'UTC', plainTime: PROMPTED_AT })
    .toInstant()
    .add({ minutes: CLOSES_AFTER_MINUTES })

function calendarOf(random: Random): MemberCalendar {
  const workDays = random() < PART_TIME_SHARE ? [1, 2, 3, 4] : [1, 2, 3, 4, 5]
  const monday = Temporal.PlainDate.from('2026-01-05')
  const leave = Array.from({ length: LEAVE_WEEKS }, (): Leave => {
    const from = monday.add({ weeks: Math.floor(random() * 51) })
    return { from, to: from.add({ days: 4 }), part: 'whole' }
  })
  return {
    ...{ workDays, alternateDay: null, holidayCountry: 'DE', holidayRegion: null, extraDays: {} },
    ...{ ownHolidays: [], joinedOn: Temporal.PlainDate.from('2025-01-01'), leftOn: null, leave },
  }
}

type UnreportedDay = Omit<SimulatedDay, 'inOn'>

/** Bad luck is the unluckiest of ten months that are alike: the rate behind it is as ever. */
function simulateMonth(days: readonly WorkDay[], trouble: Trouble | null, ability: number, random: Random) {
  const lefts = days.map((_, day) => leftOn(trouble, day, days.length))
  const drawn = (): UnreportedDay[] =>
    days.map((day, index) => ({
      ...{ ...day, month: monthOf(day.date), week: weekOf(day.date), closesAt: closeOf(day.date) },
      ...{ numbers: numbersOf(ability * lefts[index]!, random) },
      answered:
        random() < (trouble?.kind === 'sudden stop' && lefts[index]! < 1 ? ANSWERS_WHEN_STOPPED : ANSWERS),
    }))
  const tries = Array.from({ length: trouble?.kind === 'bad luck only' ? UNLUCKIEST_OF : 1 }, drawn)
  const revenue = (month: readonly UnreportedDay[]) =>
    month.reduce((sum, day) => sum + day.numbers.newRevenue, 0)
  const [unluckiest] = tries.toSorted((one, other) => revenue(one) - revenue(other))
  const falls = lefts.findIndex((left) => left < 1)
  const mean = lefts.reduce((sum, left) => sum + left, 0) / Math.max(1, days.length)
  return {
    ...{ trouble, days: unluckiest!, underlying: ability * mean },
    shares: days[0] ? daySharesOf(days, { from: days[0].date }, null) : [],
    ended: revenue(unluckiest!) / (ASKED_PER_DAY.newRevenue * days.length),
    fallsOn: falls < 0 ? null : days[falls]!.date,
  }
}

/** `rate`: 1 brings on average what the target asks for. */
function numbersOf(rate: number, random: Random): Numbers {
  const calls = poissonCount(ASKED_PER_DAY.calls * rate * waiting(CALLS_SHAPE, random), random)
  const visits = poissonCount(VISITS_PER_DAY * rate, random)
  const proposals = hits(visits, PROPOSAL_SHARE, random)
  const newCustomers = hits(proposals, CUSTOMER_SHARE, random)
  let newRevenue = 0
  for (let deal = 0; deal < newCustomers; deal += 1)
    newRevenue += Math.round(DEAL * Math.exp(DEAL_SPREAD * normal(random) - DEAL_SPREAD ** 2 / 2))
  return { calls, visits, proposals, newCustomers, newRevenue }
}

/** What is not answered comes with the next answer. A day's numbers are asked for on the morning of the next one. */
function withReports(days: readonly UnreportedDay[]): SimulatedDay[] {
  let next = days.length
  const reported: SimulatedDay[] = []
  for (let index = days.length - 1; index >= 0; index -= 1) {
    reported.unshift({ ...days[index]!, inOn: next })
    if (days[index]!.answered) next = index
  }
  return reported
}

const within = ([least, most]: readonly [number, number], random: Random) => least + (most - least) * random()
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const hits = (tries: number, share: number, random: Random) =>
  Array.from({ length: tries }).filter(() => random() < share).length

/** Of mean 1, gamma distributed. */
function waiting(shape: number, random: Random): number {
  let sum = 0
  for (let part = 0; part < shape; part += 1) sum -= Math.log(1 - random())
  return sum / shape
}
