// The months, quarters and fiscal years for which targets are set.
import { fiscalMonths } from '../../org/domain/fiscal-year.ts'

export const TARGET_PERIODS = ['month', 'quarter', 'year'] as const
export type TargetPeriodKind = (typeof TARGET_PERIODS)[number]

export interface TargetPeriod {
  kind: TargetPeriodKind
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<TargetPeriodKind, number>

/** From the first day of any of the periods, of which there is one at least, to the last. */
export function spanOf(periods: readonly TargetPeriod[]): Pick<TargetPeriod, 'from' | 'to'> {
  const ordered = (dates: readonly Temporal.PlainDate[]) => dates.toSorted(Temporal.PlainDate.compare)
  const from = ordered(periods.map((period) => period.from))[0]!
  return { from, to: ordered(periods.map((period) => period.to)).at(-1)! }
}

/** The one that contains the date. `yearStarts`: the first month of the fiscal year, 1 to 12; quarters follow it. */
export function targetPeriod(
  kind: TargetPeriodKind,
  date: Temporal.PlainDate,
  yearStarts: number,
): TargetPeriod {
  return { kind, ...fiscalMonths(date, MONTHS[kind], yearStarts) }
}

export const nextPeriod = ({ kind, from }: TargetPeriod): TargetPeriod => periodFrom(kind, from, 1)
export const previousPeriod = ({ kind, from }: TargetPeriod): TargetPeriod => periodFrom(kind, from, -1)

function periodFrom(kind: TargetPeriodKind, from: Temporal.PlainDate, step: 1 | -1): TargetPeriod {
  const first = from.add({ months: step * MONTHS[kind] })
  return { kind, from: first, to: first.add({ months: MONTHS[kind] }).subtract({ days: 1 }) }
}

/** The months of it, the first one first. */
export const monthsOf = ({ kind, from }: TargetPeriod): TargetPeriod[] =>
  Array.from({ length: MONTHS[kind] }, (_, index) => targetPeriod('month', from.add({ months: index }), 1))

type Span = Pick<TargetPeriod, 'from' | 'to'>

export const isPartOf = (inner: Span, outer: Span): boolean =>
  isWithin(inner.from, outer) && isWithin(inner.to, outer)

export const overlap = (one: Span, other: Span): boolean =>
  Temporal.PlainDate.compare(one.from, other.to) <= 0 && Temporal.PlainDate.compare(other.from, one.to) <= 0

export const samePeriod = (one: TargetPeriod, other: TargetPeriod): boolean =>
  one.kind === other.kind && one.from.equals(other.from)

/** Both ends included. */
export const isWithin = (
  date: Temporal.PlainDate,
  { from, to }: Pick<TargetPeriod, 'from' | 'to'>,
): boolean => Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
