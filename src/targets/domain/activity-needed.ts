// Says a result in work: how many calls a day it takes, by what the member's calls have brought so far.

/** Sums of one stretch of time, scaled by each metric's decimals. */
export interface Yield {
  result: number
  activity: number
}

/** The team's average over the same time counts for a third beside the member's own. */
const TEAM_SHARE = 3

/**
 * How much activity a day brings `perDay` of the result, rounded up. The member's own yield is shrunk towards the team's, so that one
 * lucky call does not promise much. `people`: how many of the team have reported. Null: nothing to learn from yet.
 */
export function activityPerDay(perDay: number, own: Yield, team: Yield, people: number): number | null {
  if (people === 0 || team.activity <= 0 || team.result <= 0) return null
  const pull = team.activity / people / TEAM_SHARE
  const yielded = (own.result + pull * (team.result / team.activity)) / (own.activity + pull)
  return yielded <= 0 ? null : Math.ceil(perDay / yielded)
}
