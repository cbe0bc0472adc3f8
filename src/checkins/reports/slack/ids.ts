// Ids that Slack sends back about reports: buttons and the modal.

export const REPORT = {
  open: 'report.open',
  asItStands: 'report.as-it-stands',
  /** The modal. */
  form: 'report.form',
} as const
