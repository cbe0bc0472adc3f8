// Behind pace: less is reached than should be by now, on the member's own working days.
import type { Progress } from '../../../targets/domain/progress.ts'
import type { Reading } from '../level.ts'
import { type Limits, noReading, readingOf } from '../limits.ts'

export interface PaceEvidence {
  /** What is reached of what is expected by now. Null: nothing can be said yet. */
  pace: number | null
  target: number
  /** Not rounded. */
  expected: number
  /** What of the numbers counts by now. Null: nothing was entered at all. */
  counted: number | null
  /** Working days counted so far, and in the period. */
  elapsed: number
  days: number
}

/** `leastDays`: so many working days have to count before an episode opens; half days are halves. */
export function behindPace(
  { pace, target, expected, counted, elapsed, days }: Progress,
  settings: Limits & { leastDays: number },
): Reading<PaceEvidence> {
  const evidence = { target, expected, counted, elapsed, days, pace: pace.known ? pace.value : null }
  if (!pace.known) return noReading(evidence)
  return readingOf(pace.value, settings, evidence, elapsed < settings.leastDays)
}
