// Silence: working days in a row on which a member was asked for a standup and gave none.
import type { Reading } from '../level.ts'
import { type Limits, readingOf } from '../limits.ts'

/** A day on which the member was asked. Leave, holidays, and days on which nobody was asked, are none. */
export interface AskedDay {
  date: Temporal.PlainDate
  closesAt: Temporal.Instant
  /** In time or later. */
  answered: boolean
}

export interface SilenceEvidence {
  days: number
  /** The first of them. Null: there is none. */
  since: Temporal.PlainDate | null
}

/** `asked`: oldest first. A day counts once its standup has closed; an answer ends the silence at once. */
export function silence(
  asked: readonly AskedDay[],
  now: Temporal.Instant,
  settings: Limits,
): Reading<SilenceEvidence> {
  const unanswered = asked.slice(asked.findLastIndex(({ answered }) => answered) + 1)
  const missed = unanswered.filter(({ closesAt }) => Temporal.Instant.compare(closesAt, now) <= 0)
  return readingOf(missed.length, settings, { days: missed.length, since: missed[0]?.date ?? null })
}
