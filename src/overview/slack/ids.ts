// Action ids of the messages about teams and their people.

export const OVERVIEW = {
  /** The menu of teams after `/kpi team`: the team's id, then what was typed. */
  chooseTeam: 'overview.choose-team',
  /** Buttons under the table with JSON: another period, or the next people. */
  showTeam: 'overview.show-team',
  /** With the same JSON: how money of several currencies became one sum. */
  whySum: 'overview.why-sum',
  /** The same as a file, to the reader alone. */
  csv: 'overview.csv',
  /** In the morning message: every answer, to be read. */
  answers: 'overview.answers',
  /** There: a member's id, or 'all'. */
  read: 'overview.read',
  comment: 'overview.comment',
  /** Modal. */
  commentForm: 'overview.comment-form',
  /** Buttons under the teams side by side with JSON: another period or order, or the next teams. */
  showTeams: 'overview.show-teams',
  teamsCsv: 'overview.teams-csv',
} as const
