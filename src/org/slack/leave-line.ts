// Reads the days of leave that are typed after `/kpi leave`, and asks about what is not clear.
import type { Translate } from '../../core/i18n/translate.ts'
import { type DateReading, type DatesFound, readDates } from '../../core/typed-dates/read-dates.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { dateQuestion } from '../../slack/date-questions.ts'
import type { Leave } from '../domain/calendar.ts'
import { MAX_DAYS_BACK } from '../domain/leave.ts'
import type { LeaveKind } from '../domain/leave-kind.ts'
import { splitLeaveKind } from './leave-kinds.ts'

export type LeaveLine =
  | { ok: true; leave: Leave & { kind: LeaveKind } }
  | { ok: false; problem: Extract<DatesFound, { ok: false }> }

/** The days, and the kind before or after them: 'sick tomorrow', '明天 病假'. Anything else makes the line unclear. */
export function readLeaveLine(
  line: string,
  view: Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>,
): LeaveLine {
  const found = readDates(line, { ...view, lean: 'ahead', daysBack: MAX_DAYS_BACK })
  if (!found.ok) return { ok: false, problem: found }
  const { span, from, to, part } = found.dates
  const { kind, rest } = splitLeaveKind(found.rest)
  // A month's name alone is rather a day that was not finished.
  const isDays = span === 'day' || span === 'week'
  if (!isDays || rest !== '') return { ok: false, problem: { ok: false, reason: 'no-date', rest } }
  return { ok: true, leave: { from, to, part, kind: kind ?? 'other' } }
}

/** Why nothing was recorded, or which days are meant, with a button for each. */
export const leaveQuestion = (
  { problem }: Extract<LeaveLine, { ok: false }>,
  t: Translate,
): RenderedMessage =>
  dateQuestion(problem, t, {
    noDate: t('leave.notUnderstood'),
    commandWith: (dates) => `leave ${dates} ${problem.rest}`.trim(),
  })
