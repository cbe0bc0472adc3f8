// Cuts a day off the begin or the end of a typed line: 'yesterday calls 5', 'calls 5 on Friday', '昨天电话5'.
import { foldText } from '../text.ts'
import type { DateReading } from './read-dates.ts'
import { type DayRead, readDay } from './read-day.ts'

export interface DayAtEdge {
  /** Those that may be meant: two for '3/4' in English. */
  days: readonly Temporal.PlainDate[]
  /** The words of the day, folded. */
  words: string
  /** The line without the day, as typed. */
  rest: string
}

/** 'on Wednesday, 20 November 2026:' */
const LONGEST_DAY = 40
/** A number or a word is not cut in two. */
const IN_ONE = /[a-z\d.,:/-]/iu

/** All ways to cut: first at the begin, and with more words first. A week, a month or a range is no day. */
export function daysAtEdges(line: string, reading: DateReading): DayAtEdge[] {
  const text = line.trim()
  const most = Math.min(text.length - 1, LONGEST_DAY)
  const lengths = Array.from({ length: Math.max(0, most) }, (_, index) => most - index)
  const cuts = [
    ...lengths.map((length) => ({ at: length, isFirst: true })),
    ...lengths.map((length) => ({ at: text.length - length, isFirst: false })),
  ]
  return cuts.flatMap(({ at, isFirst }) => {
    if (IN_ONE.test(text[at - 1]!) && IN_ONE.test(text[at]!)) return []
    const [before, after] = [text.slice(0, at), text.slice(at)]
    const [typed, rest] = isFirst ? [before, after] : [after, before]
    // The space belongs to neither.
    if (typed !== typed.trim()) return []
    const days = daysIn(readDay(typed, reading))
    return days.length > 0 ? [{ days, words: foldText(typed), rest: rest.trim() }] : []
  })
}

function daysIn(read: DayRead): Temporal.PlainDate[] {
  if (read.rest !== '') return []
  if (read.ok) return [read.day]
  return 'readings' in read.problem ? read.problem.readings.map(({ from }) => from) : []
}
