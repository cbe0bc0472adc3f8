// Says when a posted message was brought up to date, and as of when a board is shown.
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Revised } from '../domain/message-facts.ts'

/** 'updated 2:20 PM', with the date where it was not on the day of `since`. */
export function revisedText({ at, since, zone }: Revised, t: Translate): string {
  const [date, posted] = [at, since].map((instant) => instant.toZonedDateTimeISO(zone).toPlainDate())
  const time = formatTime(at, zone, t.locale)
  return date!.equals(posted!)
    ? t('board.revised', { time })
    : t('board.revisedOn', { date: formatDate(date!, t.locale), time })
}

/** 'As it stood on Fri, Nov 20, 3:00 PM'. */
export function asOfText({ at, zone }: { at: Temporal.Instant; zone: string }, t: Translate): string {
  const date = formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
  return t('board.asOf', { date, time: formatTime(at, zone, t.locale) })
}
