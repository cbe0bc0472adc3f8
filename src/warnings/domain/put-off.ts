// Says for how long a warning may still be put off: however often somebody does so, whoever is above hears of it in the end.
import { isBefore } from '../../core/time.ts'
import type { Episode, Snooze } from './episode.ts'
import { LEVELS } from './level.ts'

/** What the first time at this level or a higher one has allowed. Null: it was not put off yet. */
export function mostPutOff({
  level,
  snooze,
}: Pick<Episode, 'level' | 'snooze'>): NonNullable<Snooze['most']> | null {
  const most = snooze?.most
  return most && LEVELS.indexOf(level) <= LEVELS.indexOf(most.level) ? most : null
}

export function isPutOffEnough(episode: Pick<Episode, 'level' | 'snooze'>, now: Temporal.Instant): boolean {
  const most = mostPutOff(episode)
  return most !== null && !isBefore(now, most.until)
}
