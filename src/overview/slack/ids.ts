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
  /** In the digest of a report: every report, to be read one by one; in a report, back to them. */
  reports: 'overview.reports',
  /** There, with a member's id. */
  report: 'overview.report',
  reportRead: 'overview.report-read',
  reportComment: 'overview.report-comment',
  reportAsk: 'overview.report-ask',
  /** Modals. */
  reportCommentForm: 'overview.report-comment-form',
  reportAskForm: 'overview.report-ask-form',
  /** In the digest: all its figures. */
  digestFigures: 'overview.digest-figures',
  /** Buttons under the teams side by side with JSON: another period or order, or the next teams. */
  showTeams: 'overview.show-teams',
  teamsCsv: 'overview.teams-csv',
} as const
