// Loads what of a member's targets is one day's, with what is in already: for the fields of a form.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { totalsByDay } from '../../numbers/db/totals.ts'
import { totalsOfDays } from '../../numbers/domain/day-values.ts'
import { weightedPartsOfMember } from '../db/targets.ts'
import { type DayTarget, dayTargets } from '../domain/day-target.ts'
import { isWithin } from '../domain/target-period.ts'
import { measuringCalendar } from './measured-holder.ts'
import type { TargetHolder } from './own-targets.ts'

export interface FieldTarget extends DayTarget {
  /** Of the period until today, scaled; null: nothing is in. */
  actual: number | null
}

/** By metric. In three statements, and where there is no target in one. */
export async function targetsOfDay(
  q: Queryable,
  { member, metrics, today }: TargetHolder,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<ReadonlyMap<MetricKey, FieldTarget>> {
  const { workspaceId, memberId } = member
  const parts = await weightedPartsOfMember(q, workspaceId, memberId, date)
  if (parts.length === 0) return new Map()
  const calendarOf = await measuringCalendar(q, member, parts, now)
  const targets = dayTargets(parts, metrics, calendarOf, { date, today })
  const [first, ...more] = targets.map(({ period }) => period.from)
  if (!first) return new Map()
  const from = more.reduce((least, one) => (Temporal.PlainDate.compare(one, least) < 0 ? one : least), first)
  const days = await totalsByDay(q, workspaceId, memberId, from, today)
  const known = new Map(metrics.map((metric) => [metric.key, metric]))
  return new Map(
    targets.map((target) => {
      const within = days.filter((day) => isWithin(day.date, target.period))
      const actual = totalsOfDays(within, known)[target.metric.key]?.value ?? null
      return [target.metric.key, { ...target, actual }]
    }),
  )
}
