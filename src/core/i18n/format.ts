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

/** 'Tue, Mar 3' / '3月3日（周二）'. */
export const formatDate = (date: Temporal.PlainDate, locale: Locale): string =>
  withWeekday(date, locale, { day: 'numeric', month: 'short' })

/** 'Tue, Mar 3, 2026' / '2026年3月3日（周二）'. */
export const formatFullDate = (date: Temporal.PlainDate, locale: Locale): string =>
  withWeekday(date, locale, { day: 'numeric', month: 'short', year: 'numeric' })

/** 'Friday' / '周五', for the middle of a sentence. */
export const formatWeekday = (date: Temporal.PlainDate, locale: Locale): string =>
  formatDateBy(date, locale, { weekday: locale === 'en' ? 'long' : 'short' })

/** In Chinese the weekday stands behind the date, in brackets; Intl leaves them out. */
function withWeekday(date: Temporal.PlainDate, locale: Locale, parts: DateParts): string {
  if (locale === 'en') return formatDateBy(date, locale, { ...parts, weekday: 'short' })
  return `${formatDateBy(date, locale, parts)}（${formatDateBy(date, locale, { weekday: 'short' })}）`
}

type DateParts = Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>

/** Formats the given parts of a date. Uses an instant, because Intl gives Chinese month names only for instants ('3/3' for a PlainDate). */
export function formatDateBy(date: Temporal.PlainDate, locale: Locale, parts: DateParts): string {
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds
  return dateFormat(locale, { ...parts, timeZone: 'UTC' }).format(midnight)
}

/** Wall time in the reader's zone: '11:00 AM' / '11:00'. */
export function formatTime(instant: Temporal.Instant, zone: string, locale: Locale): string {
  const { hour, minute } = instant.toZonedDateTimeISO(zone)
  return timeOfDay(locale, { hour, minute })
}

/** A written date with its time: a Chinese one ends in a full-width bracket, which leaves room enough. */
export const withTime = (date: string, instant: Temporal.Instant, zone: string, locale: Locale): string =>
  date + (locale === 'en' ? ' ' : '') + formatTime(instant, zone, locale)

/** Cached, because formatting a PlainTime is slow and the same few of a day's 1,440 minutes recur. */
const timeOfDay = cached((locale, { hour, minute }: { hour: number; minute: number }) =>
  dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Temporal.PlainTime(hour, minute)),
)
