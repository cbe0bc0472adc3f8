// Which of a member's targets measure a date.
import type { Metric } from '../../numbers/domain/metrics.ts'
import { inForceOn, type TargetPart } from './target.ts'
import { TARGET_PERIODS, type TargetPeriod } from './target-period.ts'

/**
 * Of each metric the part in force on the date, of the shortest period that has one: of the month before that of the quarter.
 * `wider`: the part of the next longer period that it belongs to. Null: of none.
 */
export function partsOn<Part extends TargetPart>(
  parts: readonly Part[],
  metrics: readonly Metric[],
  date: Temporal.PlainDate,
): { metric: Metric; part: Part; wider: Part | null }[] {
  return metrics.flatMap((metric) => {
    const own = parts.filter(({ metricKey }) => metricKey === metric.key)
    const ofKind = (kind: TargetPeriod['kind']) => own.filter(({ period }) => period.kind === kind)
    const running = TARGET_PERIODS.flatMap((kind) => inForceOn(ofKind(kind), date) ?? [])
    const [part, wider = null] = running
    return part ? [{ metric, part, wider }] : []
  })
}

/**
 * Without the targets of longer periods where shorter ones cover the whole span, or one is just for it: a month beside its
 * quarter. `on`: those that are set for later cover nothing yet.
 */
export function partsCovering<Part extends TargetPart>(
  parts: readonly Part[],
  span: { kind: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
  on: Temporal.PlainDate,
): Part[] {
  return [...Map.groupBy(parts, ({ memberId, metricKey }) => `${memberId} ${metricKey}`).values()].flatMap(
    (own) => {
      const needed: Part[] = []
      for (const kind of TARGET_PERIODS) {
        const ofKind = own.filter(({ period }) => period.kind === kind)
        const running = ofKind.filter(
          (part) => Temporal.PlainDate.compare(part.effectiveFrom, later(on, part.period.from)) <= 0,
        )
        const exact = kind === span.kind ? ofKind.filter(({ period }) => period.from.equals(span.from)) : []
        if (running.some((part) => exact.includes(part))) return exact
        needed.push(...ofKind)
        if (
          covers(
            running.map(({ period }) => period),
            span,
          )
        )
          return needed
      }
      return needed
    },
  )
}

/** The periods are of one kind: none of them overlaps another. */
function covers(periods: readonly TargetPeriod[], { from, to }: Pick<TargetPeriod, 'from' | 'to'>): boolean {
  const ends = new Map(periods.map((period) => [period.from.toString(), period.to]))
  let open = from
  for (const [start, end] of [...ends].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    if (
      Temporal.PlainDate.compare(Temporal.PlainDate.from(start), open) <= 0 &&
      Temporal.PlainDate.compare(open, end) <= 0
    )
      open = end.add({ days: 1 })
  return Temporal.PlainDate.compare(to, open) < 0
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
