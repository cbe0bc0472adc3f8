// Formats a time of day for a locale.
import type { Locale } from '../core/i18n/locale.ts'

/** '09:00' → '9:00 AM' / '09:00'. */
export function clockTime(time: string, locale: Locale): string {
  return Temporal.PlainTime.from(time).toLocaleString(locale, { hour: 'numeric', minute: '2-digit' })
}
