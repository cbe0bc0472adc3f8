// The periods that a question can be about, as a tool's parameter and as the words that `/kpi` reads.
import type { PeriodKind } from '../../numbers/domain/period.ts'

export const ASKED_SPANS = [
  ...(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month'] as const),
  ...(['this-quarter', 'last-quarter', 'this-year', 'last-year'] as const),
] as const
export type AskedSpan = (typeof ASKED_SPANS)[number]

/** A day within it. */
export function dayIn(
  span: AskedSpan,
  today: Temporal.PlainDate,
): { kind: PeriodKind; date: Temporal.PlainDate } {
  if (span === 'today') return { kind: 'day', date: today }
  if (span === 'yesterday') return { kind: 'day', date: today.subtract({ days: 1 }) }
  const [which, kind] = span.split('-') as ['this' | 'last', 'week' | 'month' | 'quarter' | 'year']
  if (which === 'this') return { kind, date: today }
  const back = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } }[kind]
  return { kind, date: today.subtract(back) }
}

/** 'last week': what is typed after a command for it. */
export const spanWords = (span: AskedSpan): string => span.replace('-', ' ')
