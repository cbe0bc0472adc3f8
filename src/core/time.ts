// Compares instants and dates, and converts instants to local dates.
import { remembered } from './remembered.ts'

export const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0

/** The date of the instant in the time zone. */
export const localDate: (now: Temporal.Instant, zone: string) => Temporal.PlainDate = remembered(
  (zone) => zone,
  (now, zone) => now.toZonedDateTimeISO(zone).toPlainDate(),
)

/** 20260311, in the order of the dates. Where many are compared it takes a tenth of `Temporal.PlainDate.compare`, which copies both. */
export const dayNumber = ({ year, month, day }: Temporal.PlainDate): number =>
  (year * 100 + month) * 100 + day

export const earlierOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? one : other
export const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  earlierOf(one, other) === one ? other : one
