// Action ids of the messages of a review.

export const REVIEWS = {
  /** The menu of teams after `/kpi review`: the team's id, then what was typed. */
  chooseTeam: 'reviews.choose-team',
  /** Buttons under the review with JSON: another period. */
  show: 'reviews.show',
} as const
