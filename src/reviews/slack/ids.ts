// Ids of the buttons and forms of reviews.

export const REVIEWS = {
  /** The menu of teams after `/kpi review`: the team's id, then what was typed. */
  chooseTeam: 'reviews.choose-team',
  /** Buttons under the review with JSON: another period. */
  show: 'reviews.show',
  /** Opens the form of causes and measures. */
  write: 'reviews.write',
  writeForm: 'reviews.write-form',
} as const
