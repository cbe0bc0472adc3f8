// Writes the name of a month: 'April', '4月'.
import { formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'

/** `month`: 1 to 12. */
export const monthName = (month: number, { locale }: Translate): string =>
  formatDateBy(Temporal.PlainDate.from({ year: 2026, month, day: 1 }), locale, {
    month: locale === 'en' ? 'long' : 'short',
  })
