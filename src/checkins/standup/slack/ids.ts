// Ids that Slack sends back about the standup: buttons, the modal and the shortcut.

export const STANDUP = {
  open: 'standup.open',
  asPlanned: 'standup.as-planned',
  offToday: 'standup.off-today',
  snooze: 'standup.snooze',
  /** Boxes on the Home tab. */
  tick: 'standup.tick',
  help: 'standup.help',
  solved: 'standup.solved',
  /** In the manager's morning message: asks those for their answer who are not in yet. */
  nudge: 'standup.nudge',
  /** Both of them, in a summary of many blockers. */
  blockerMenu: 'standup.blocker',
  /** After a set-up: what the team's reps will get; also the modal that shows it. */
  preview: 'standup.preview',
  /** Modals. */
  form: 'standup.form',
  keep: 'standup.keep',
  /** Global shortcut. */
  shortcut: 'todays_standup',
} as const
