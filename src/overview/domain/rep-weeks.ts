// The last four weeks of a person: which they are, and how standups and plans went in each.
import { type Period, periodOf } from '../../numbers/domain/period.ts'

export const WEEKS = 4
const DAYS_IN_WEEK = 7

/** The oldest first; the last is the one that runs. */
export const lastWeeks = (today: Temporal.PlainDate, weekStartsOn: number): Period[] =>
  Array.from({ length: WEEKS }, (_, index) =>
    periodOf('week', today.subtract({ days: DAYS_IN_WEEK * (WEEKS - 1 - index) }), weekStartsOn),
  )

export interface WeekOfAnswers {
  /** Standups that were asked for, without those of days that are still open. */
  asked: number
  inTime: number
  /** Lines of plans of which it was said what became of them. */
  planned: number
  done: number
}

interface Answers {
  days: readonly { date: Temporal.PlainDate; state: string }[]
  lines: readonly { date: Temporal.PlainDate; outcome: string }[]
}

/** Excused days were not asked for. */
export const answersIn = ({ from, to }: Period, { days, lines }: Answers): WeekOfAnswers => {
  const isIn = ({ date }: { date: Temporal.PlainDate }) =>
    Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
  const asked = days.filter((day) => isIn(day) && day.state !== 'excused')
  const settled = lines.filter(isIn)
  return {
    asked: asked.length,
    inTime: asked.filter(({ state }) => state === 'answered').length,
    planned: settled.length,
    done: settled.filter(({ outcome }) => outcome === 'done').length,
  }
}
