// Takes numbers that a member enters outside the standup: into the ledger, and into what was already said.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { dayTotals } from '../db/totals.ts'
import type { ActivitySource, DayTotals } from '../domain/activity.ts'
import { comesLate, entryOpen, isExpected } from '../domain/entry-day.ts'
import { enteredMetrics, type Metric } from '../domain/metrics.ts'
import { askedOn } from '../domain/numbers-day.ts'
import { numbersChanged } from './changes.ts'
import { type Place, placesOf } from './memberships.ts'
import { addEntries, recordDay } from './record-activity.ts'

export interface NumbersEntered {
  who: Person
  teamId: TeamId
  date: Temporal.PlainDate
  /** Scaled, within the hard bounds, unusual ones confirmed; metrics that the role does not enter are left out. */
  values: Readonly<Record<MetricKey, number>>
  /** A form sets the day's totals, a line adds to them. */
  how: 'set' | 'add'
  source: ActivitySource
  sourceKey: string
}

export type NumbersLogged =
  | { ok: true; place: Place; totals: DayTotals }
  | { ok: false; reason: 'no-team' | 'closed' }
  /** By itself too little, or together with what was there already too much. */
  | { ok: false; reason: 'below-hard-min' | 'above-hard-max'; metric: Metric }

/** `closed`: the day is over for entries; only the manager can correct it. */
export async function logNumbers(context: Context, entered: NumbersEntered): Promise<NumbersLogged> {
  const now = context.clock.now()
  const { who, teamId, date } = entered
  return context.db.transaction(async (tx): Promise<NumbersLogged> => {
    const place = (await placesOf(tx, who, 'log-numbers', now)).find(({ member }) => member.teamId === teamId)
    if (!place) return { ok: false, reason: 'no-team' }
    if (!entryOpen(place.calendar, date, place.zone, now)) return { ok: false, reason: 'closed' }
    const saved = await save(tx, entered, place, now)
    if (!saved.ok) return saved
    await announce(tx, context, numbersChanged, {
      member: place.member,
      date,
      askedOn: askedOn(place.settings, place.calendar, date),
    })
    return { ok: true, place, totals: saved.totals }
  })
}

async function save(
  tx: Transaction,
  { who, date, values, how, source, sourceKey }: NumbersEntered,
  { member, settings, calendar, zone, today, metrics }: Place,
  now: Temporal.Instant,
): Promise<{ ok: true; totals: DayTotals } | Extract<NumbersLogged, { metric: Metric }>> {
  const { workspaceId, teamId, memberId } = member
  const counted = enteredMetrics(metrics).filter(({ key }) => values[key] !== undefined)
  const before = await dayTotals(tx, workspaceId, memberId, date)
  const dayOver = Temporal.PlainDate.compare(date, today) < 0
  const implausible: MetricKey[] = []
  for (const metric of counted) {
    if (values[metric.key]! < metric.hardMin) return { ok: false, reason: 'below-hard-min', metric }
    const total = totalWith(metric, before, values[metric.key]!, how)
    if (total > metric.hardMax) return { ok: false, reason: 'above-hard-max', metric }
    if (!isExpected(metric, total, dayOver)) implausible.push(metric.key)
  }
  const write = how === 'add' ? addEntries : recordDay
  await write(tx, {
    ...{ workspaceId, teamId, memberId, date, source, sourceKey, now, implausible },
    values: Object.fromEntries(counted.map(({ key }) => [key, values[key]!])),
    metrics: counted,
    enteredBy: who.userId,
    late: comesLate(settings, calendar, zone, date, now),
  })
  return { ok: true, totals: await dayTotals(tx, workspaceId, memberId, date) }
}

/** What the day would come to. */
export function totalWith(metric: Metric, before: DayTotals, value: number, how: 'set' | 'add'): number {
  const standing = how === 'add' && metric.kind === 'additive' ? (before[metric.key]?.value ?? 0) : 0
  return standing + value
}
