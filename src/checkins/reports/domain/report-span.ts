// Computes what a report tells of: what came after the one before, up to its own day, so that nothing is told twice or never.
import { earlierOf, localDate } from '../../../core/time.ts'
import { earliestEntryDate } from '../../../numbers/domain/entry-day.ts'
import type { MemberCalendar } from '../../../org/domain/calendar.ts'
import type { TeamSettings } from '../../../org/domain/team.ts'
import { ownWindow } from '../../domain/own-window.ts'
import { reportKind } from './report-kind.ts'

export interface ReportSpan {
  /** The member's own day of the report before. What was entered on it after that was filed is told in this one. */
  after: Temporal.PlainDate
  /** When that was first filed, whatever was edited since. Null: it was not. */
  filedBefore: Temporal.Instant | null
  /** Deals of days up to `after`, from `since` on, that were entered when that was filed already. Null: it was not. */
  belated: { since: Temporal.PlainDate; filedAt: Temporal.Instant } | null
  /** The member's own day of this one. */
  to: Temporal.PlainDate
  /** When it was first filed; while it is being written, now. Null: it was not filed, so that lines which are only ticked off wait for the next. */
  until: Temporal.Instant | null
}

/** A report as far as it is on record. `filedAt`: first, since an edit is not filled in anew; null: it was not filed. */
export interface Told {
  date: Temporal.PlainDate
  filedAt: Temporal.Instant | null
}

/** `before` null: none is on record, so that it is a week. What is first filed days later tells no more than its own day. */
export function reportSpan(
  name: string,
  settings: TeamSettings,
  of: { calendar: MemberCalendar; zone: string },
  { told, before, now }: { told: Told; before: Told | null; now: Temporal.Instant | null },
): ReportSpan {
  const dayOf = (date: Temporal.PlainDate) =>
    ownWindow(reportKind(name), settings, of, date)?.window.date ?? date
  const within = (day: Temporal.PlainDate, at: Temporal.Instant | null) =>
    at && earlierOf(at, day.add({ days: 1 }).toZonedDateTime(of.zone).toInstant())
  const after = dayOf(before?.date ?? told.date.subtract({ weeks: 1 }))
  const to = dayOf(told.date)
  const filedAt = before?.filedAt ?? null
  const since = filedAt && earliestEntryDate(localDate(filedAt, of.zone))
  return {
    ...{ after, filedBefore: within(after, filedAt), belated: since && { since, filedAt } },
    ...{ to, until: within(to, told.filedAt ?? now) },
  }
}
