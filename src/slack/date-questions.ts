// Asks which dates were meant, with a button for each, or says what is wrong with those that were typed.
import { formatDateBy } from '../core/i18n/format.ts'
import type { Translate } from '../core/i18n/translate.ts'
import type { DateChoice, DateProblem, ReadDates } from '../core/typed-dates/read-dates.ts'
import type { RenderedMessage } from './blocks.ts'
import { limits } from './limits.ts'
import { textMessage } from './receivers/receiver.ts'
import { commandButtons } from './run-buttons.ts'

const SENTENCES = {
  'no-such-date': 'dates.noSuchDate',
  'ends-before-start': 'dates.endsBeforeStart',
  'half-of-range': 'dates.halfOfRange',
  several: 'dates.several',
  'not-one-day': 'dates.oneDay',
} as const satisfies Record<Exclude<DateProblem, 'no-date'>, string>

/**
 * `noDate`: what to type here. `commandWith`: the command that says the same with these dates, as in
 * '2026-11-30..2026-12-02 morning'.
 */
export function dateQuestion(
  problem: { reason: DateProblem } | DateChoice,
  t: Translate,
  { noDate, commandWith }: { noDate: string; commandWith(dates: string): string },
): RenderedMessage {
  if (!('readings' in problem))
    return textMessage(problem.reason === 'no-date' ? noDate : t(SENTENCES[problem.reason]))
  const { reason, readings } = problem
  const label = (dates: ReadDates) => (reason === 'ambiguous' ? rangeText(dates, t) : halfText(dates, t))
  const buttons = readings.map((dates) => ({ label: label(dates), command: commandWith(typedDates(dates)) }))
  if (buttons.some(({ command }) => command.length > limits.button.value.maxLength))
    return textMessage(noDate)
  const text = t(reason === 'ambiguous' ? 'dates.which' : 'dates.whichHalf')
  return { text, blocks: [...textMessage(text).blocks, commandButtons(buttons)] }
}

/** As a person can type them. */
function typedDates({ from, to, part }: ReadDates): string {
  const days = from.equals(to) ? from.toString() : `${from}..${to}`
  // In a range only the plural says that it is meant of each day.
  return part === 'whole' ? days : `${days} ${part}${from.equals(to) ? '' : 's'}`
}

const halfText = ({ part }: ReadDates, t: Translate): string =>
  t(part === 'morning' ? 'dates.morning' : 'dates.afternoon')

function rangeText({ from, to }: ReadDates, t: Translate): string {
  const write = (date: Temporal.PlainDate) =>
    formatDateBy(date, t.locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  return from.equals(to) ? write(from) : t('dates.range', { from: write(from), to: write(to) })
}
