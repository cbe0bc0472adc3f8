// Formats dates, times and numbers for a locale.

import type { Locale } from './locale.ts'

/** Caches formatters: creating one is a hundred times as slow as using it, and there are few combinations of options. */
function cached<Options extends object, Formatter>(
  make: (locale: Locale, options: Options) => Formatter,
): (locale: Locale, options: Options) => Formatter {
  const known = new Map<string, Formatter>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    const formatter = known.get(key) ?? make(locale, options)
    known.set(key, formatter)
    return formatter
  }
}

export const numberFormat = cached(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dateFormat = cached(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** 'Tue, March 3' / '3月3日周二'. */
export function formatDate(date: Temporal.PlainDate, locale: Locale): string {
  return formatDateBy(date, locale, { weekday: 'short', day: 'numeric', month: 'long' })
}

/** Formats the given parts of a date. Uses an instant, because Intl gives Chinese month names only for instants ('3/3' for a PlainDate). */
export function formatDateBy(
  date: Temporal.PlainDate,
  locale: Locale,
  parts: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>,
): string {
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds
  return dateFormat(locale, { ...parts, timeZone: 'UTC' }).format(midnight)
}

/** Wall time in the reader's zone: '11:00 AM' / '11:00'. */
export function formatTime(instant: Temporal.Instant, zone: string, locale: Locale): string {
  const { hour, minute } = instant.toZonedDateTimeISO(zone)
  return timeOfDay(locale, { hour, minute })
}

/** Cached, because formatting a PlainTime is slow and the same few of a day's 1,440 minutes recur. */
const timeOfDay = cached((locale, { hour, minute }: { hour: number; minute: number }) =>
  dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Temporal.PlainTime(hour, minute)),
)
