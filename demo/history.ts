// Generates what the demo's reps did on the working days that are not played.
import type { standups } from '../src/checkins/standup/db/standups.sql.ts'
import type { activity, dailyTotals } from '../src/numbers/db/activity.sql.ts'
import { sourceIdOf } from '../src/numbers/db/activity.ts'
import type { Metric } from '../src/numbers/domain/metrics.ts'
import type { MemberCalendar } from '../src/org/domain/calendar.ts'
import { previousWorkingDay } from '../src/org/domain/calendar.ts'
import type { DemoRep } from './company.ts'
import { poissonCount, type Random, seededRandom } from './random.ts'

/** Mean values of a day, in whole units; money is an amount for each sale. */
const ORDINARY: Readonly<Record<string, number>> = {
  calls: 38,
  followUps: 14,
  proposals: 1.4,
  visits: 2.2,
  leadsConverted: 1.1,
  newCustomers: 0.4,
  newRevenue: 4200,
  renewalsDue: 2,
  renewalsWon: 1.6,
  orders: 4.5,
  repeatOrders: 2.4,
  customerSatisfaction: 8.6,
  expansionRevenue: 1800,
}

export interface MemberHistory {
  activity: (typeof activity.$inferInsert)[]
  totals: (typeof dailyTotals.$inferInsert)[]
  standups: (typeof standups.$inferInsert)[]
}

interface Subject {
  workspaceId: string
  teamId: string
  memberId: string
  rep: DemoRep
  zone: string
  calendar: MemberCalendar
  metrics: readonly Metric[]
}

/** A day's number, scaled as it is stored. */
export function measured(metric: Metric, rep: DemoRep, random: Random): number {
  const scale = 10 ** metric.decimals
  const mean = (ORDINARY[metric.key] ?? 1) * rep.performance
  if (metric.kind === 'level') return Math.round((mean + (random() - 0.5)) * scale)
  if (metric.unit === 'money')
    return poissonCount(0.5 * rep.performance, random) * Math.round(mean * (0.6 + random())) * scale
  return poissonCount(mean, random) * scale
}

/** What is a part of something else: never more of it in a day, so that no rate is above 100 %. */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  newCustomers: ['proposals', 'leadsConverted'],
  renewalsWon: ['renewalsDue'],
  repeatOrders: ['orders'],
  reportsOnTime: ['reportsDelivered'],
}

/** Of counts without decimals. @param logged keys of what stands already: one of each at most, of which the wholes have one at least */
export function withinWholes(
  numbers: Readonly<Record<string, number>>,
  logged: readonly string[] = [],
): Record<string, number> {
  const needed = new Set(logged.flatMap((key) => PART_OF[key] ?? []))
  const wholes = (key: string) => (PART_OF[key] ?? []).flatMap((whole) => numbers[whole] ?? [])
  const entries = Object.entries(numbers).map(([key, value]) => {
    const within = Math.min(value, ...wholes(key))
    return [key, needed.has(key) ? Math.max(within, 1) : within] as const
  })
  return Object.fromEntries(entries)
}

/** The working days before `date`, oldest first. */
function workingDaysBefore(
  calendar: MemberCalendar,
  date: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  let day = previousWorkingDay(calendar, date)
  while (day && days.length < count) {
    days.unshift(day)
    day = previousWorkingDay(calendar, day)
  }
  return days
}

/** Every day's numbers are entered at the next morning's standup; about one morning in fifteen is answered late. */
export function historyOf(subject: Subject, before: Temporal.PlainDate, dayCount: number): MemberHistory {
  const random = seededRandom(subject.rep.userId)
  const days = workingDaysBefore(subject.calendar, before, dayCount)
  const history: MemberHistory = { activity: [], totals: [], standups: [] }
  let streakDays = 0
  for (const [index, day] of days.entries()) {
    const standupDay = days[index + 1]
    const late = random() < 1 / 15
    if (standupDay) {
      streakDays = late ? 0 : streakDays + 1
      history.standups.push(standupRow(subject, standupDay, day, late, streakDays))
      addNumbers(history, subject, day, standupDay, late, random)
    }
  }
  return history
}

function answeredAt(subject: Subject, date: Temporal.PlainDate, late: boolean): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: subject.zone, plainTime: late ? '13:20' : '09:25' }).toInstant()
}

function standupRow(
  subject: Subject,
  date: Temporal.PlainDate,
  numbersDate: Temporal.PlainDate,
  late: boolean,
  streakDays: number,
): MemberHistory['standups'][number] {
  const { workspaceId, memberId, teamId } = subject
  const state = late ? 'late' : 'answered'
  return {
    workspaceId,
    memberId,
    teamId,
    date,
    state,
    answeredAt: answeredAt(subject, date, late),
    revision: 1,
    numbersDate,
    streakDays,
  }
}

function addNumbers(
  history: MemberHistory,
  subject: Subject,
  day: Temporal.PlainDate,
  standupDay: Temporal.PlainDate,
  late: boolean,
  random: Random,
): void {
  const { workspaceId, memberId, teamId, rep } = subject
  const numbers = withinWholes(
    Object.fromEntries(subject.metrics.map((metric) => [metric.key, measured(metric, rep, random)])),
  )
  const shared = { workspaceId, teamId, memberId, date: day }
  history.totals.push({ ...shared, totals: numbers, late: late ? Object.keys(numbers) : null })
  history.activity.push({
    ...{ ...shared, numbers, late, source: 'standup' as const },
    sourceId: sourceIdOf(`standup:${standupDay}:${memberId}:1`),
    enteredAt: answeredAt(subject, standupDay, late),
    enteredBy: rep.userId,
  })
}
