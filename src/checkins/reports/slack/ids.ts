// Ids that Slack sends back about reports: buttons and the modal.

export const REPORT = {
  open: 'report.open',
  asItStands: 'report.as-it-stands',
  snooze: 'report.snooze',
  offToday: 'report.off-today',
  /** In the digest before the close: asks those for their report who are not in yet. */
  nudge: 'report.nudge',
  /** Another page of insights. */
  turnInsights: 'report.turn-insights',
  /** In the modal: writes a draft. */
  draft: 'report.draft',
  /** The modal. */
  form: 'report.form',
} as const
