// Writes dates, times and numbers the way a reader of the language expects them.

import type { Locale } from './locale.ts'

/** Making a formatter takes a hundred times as long as using it; there are few, by language, currency and decimals. */
function kept<Options extends object, Formatter>(
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

export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** 'Tue, March 3' / '3月3日周二'. */
export function formatDate(date: Temporal.PlainDate, locale: Locale): string {
  return formatDateBy(date, locale, { weekday: 'short', day: 'numeric', month: 'long' })
}

/** Any parts of a date. Chinese month names come only by way of an instant: a plain date would give '3/3'. */
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

/** Of 1,440 a day the same few are said over and over, and `format` takes its time for a plain time. */
const timeOfDay = kept((locale, { hour, minute }: { hour: number; minute: number }) =>
  dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Temporal.PlainTime(hour, minute)),
)
