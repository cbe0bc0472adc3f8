// Ids of the buttons and forms of reviews.

export const REVIEWS = {
  /** The menu of teams after `/kpi review`: the team's id, then what was typed. */
  chooseTeam: 'reviews.choose-team',
  /** Buttons under the review with JSON: another period. */
  show: 'reviews.show',
  /** Opens the form of causes and measures. */
  write: 'reviews.write',
  writeForm: 'reviews.write-form',
  /** In the offer of a review: shows it beside the message. */
  open: 'reviews.open',
  /** Posts the agenda of the meeting. */
  agenda: 'reviews.agenda',
  /** Under an agenda: opens the minutes. */
  minutes: 'reviews.minutes',
  minutesForm: 'reviews.minutes-form',
  agreeForm: 'reviews.agree-form',
} as const
