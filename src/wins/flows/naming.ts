// Loads a team's settings, and whether the message about a win of a certain time may say whose it is.
import type { Queryable } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { settingsHistory, settingsIn } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

export interface Naming {
  /** In force now. */
  settings: TeamSettings
  /** Not where the team shows no names: when the win was entered, now, or by what was saved last, which may not be in force yet. */
  isNamed(enteredAt: Temporal.Instant): boolean
}

/** Null: the team is gone. */
export async function namingOf(q: Queryable, team: TeamRef, now: Temporal.Instant): Promise<Naming | null> {
  const versions = await settingsHistory(q, team)
  const [latest] = versions
  if (!latest) return null
  const { zone } = latest.settings
  const at = (instant: Temporal.Instant) => settingsIn(versions, localDate(instant, zone))!
  return {
    settings: at(now),
    isNamed: (enteredAt) =>
      [latest.settings, at(now), at(enteredAt)].every(({ boardNames }) => boardNames !== 'none'),
  }
}
