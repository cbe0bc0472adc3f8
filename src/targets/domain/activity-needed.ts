// Says a result in work: how many calls a day it takes, by what the member's calls have brought so far.

/** Sums of one stretch of time, in whole units. */
export interface Yield {
  result: number
  activity: number
}

export interface ActivityNeeded {
  /** Rounded up. */
  perDay: number
  own: Yield
  /** What one activity of the team has brought on average. Null: only the member's own count. */
  teamYield: number | null
  /** For how many of the member's own activities that average counts; a whole number, so that it can be checked by hand. */
  pull: number
  /** (own result + pull × team's yield) ÷ (own activity + pull). */
  yielded: number
}

/** The average of a team's member over the same time counts for a third beside the member's own. */
const TEAM_SHARE = 3

/**
 * How much activity a day brings `perDay` of the result. The member's own yield is shrunk towards the team's, so that one lucky call
 * does not promise much. `people`: how many of the team have reported. `team` null: too few to hide what one of them brought.
 * Null: nothing to learn from yet.
 */
export function activityNeeded(
  perDay: number,
  own: Yield,
  team: (Yield & { people: number }) | null,
): ActivityNeeded | null {
  const known = team ?? own
  if (known.activity <= 0 || known.result <= 0) return null
  const pull = team ? Math.max(1, Math.round(team.activity / team.people / TEAM_SHARE)) : 0
  const teamYield = team && team.result / team.activity
  const yielded = (own.result + pull * (teamYield ?? 0)) / (own.activity + pull)
  if (yielded <= 0) return null
  // A hair above a whole number is a fault of floating point.
  return { perDay: Math.ceil(perDay / yielded - 1e-9), own, teamYield, pull, yielded }
}
