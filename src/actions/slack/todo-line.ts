// Reads what is typed after `/kpi todo`: what is to be done, by when, and by whom.
import { cleanText } from '../../core/text.ts'
import type { DateReading } from '../../core/typed-dates/read-dates.ts'
import { type DayRead, readDay } from '../../core/typed-dates/read-day.ts'
import { mentionedIn, unescapeText } from '../../slack/mrkdwn.ts'
import { ACTION_TEXT_LENGTH, MOST_HELPERS } from '../domain/action-item.ts'

/** Words that lead to a date, or follow it, and say nothing without it. */
const AROUND_DATE =
  /^(?:之|以)?前[，,：:\s]*|^(?:before|until|by)\b[:,\s]*|[\s，,]*\b(?:before|until|till|due)$|[\s，,]+(?:之|以)?前$/iu

/** 'prepare the Q2 plan by Friday': what stands behind the last 'by' is the date, whatever other dates are named. */
const BY = /^(.+)\s(?:by|before|until|due)\s(.+)$/iu

export interface TodoLine {
  text: string
  dueOn: Temporal.PlainDate | null
}

export type TodoRead =
  | { ok: true; line: TodoLine }
  | { ok: false; reason: 'no-text' }
  | { ok: false; reason: 'date'; problem: Extract<DayRead, { ok: false }> }

/** The people who are mentioned, the first one first, and what else is typed. */
export function splitMentions(typed: string): { userIds: string[]; rest: string } {
  const userIds: string[] = []
  let rest = typed
  for (let found = mentionedIn(rest); found; found = mentionedIn(rest)) {
    userIds.push(found.userId)
    rest = found.rest
  }
  return { userIds: [...new Set(userIds)].slice(0, MOST_HELPERS + 1), rest }
}

/** Without a date the line is all text. */
export function readTodoLine(
  typed: string,
  view: Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>,
): TodoRead {
  const line = cleanText(unescapeText(typed), ACTION_TEXT_LENGTH + 40)
  if (line === '') return { ok: false, reason: 'no-text' }
  const reading = { ...view, lean: 'ahead', asTyped: true } as const
  const read = readDay(line, reading)
  if (!read.ok && 'reason' in read.problem && read.problem.reason === 'no-date')
    return { ok: true, line: { text: cleanText(line, ACTION_TEXT_LENGTH), dueOn: null } }
  if (!read.ok) return byLastDate(line, reading) ?? { ok: false, reason: 'date', problem: read }
  const text = cleanText(read.rest.replace(AROUND_DATE, ''), ACTION_TEXT_LENGTH)
  return text === '' ? { ok: false, reason: 'no-text' } : { ok: true, line: { text, dueOn: read.day } }
}

function byLastDate(line: string, reading: DateReading): TodoRead | null {
  const [, before = '', behind = ''] = BY.exec(line) ?? []
  const read = readDay(behind, reading)
  if (!read.ok || read.rest !== '') return null
  return { ok: true, line: { text: cleanText(before, ACTION_TEXT_LENGTH), dueOn: read.day } }
}
