// Names of what Slack sends back to us: buttons, modals and shortcuts, grouped by area; and what Slack's own ids look like.

/** Of a person, channel, workspace or view. Anything else is forged, and neither Slack nor the database is asked about it. */
export const isSlackId = (text: string): boolean => /^[A-Z][\w-]{0,63}$/.test(text)

/** Numbers and boards. */
export const NUMBERS = {
  myPlace: 'numbers.my-place',
  undo: 'numbers.undo',
  keep: 'numbers.keep',
  openLog: 'numbers.open-log',
  showBoard: 'numbers.show-board',
  showMine: 'numbers.show-mine',
  /** Modals. */
  logForm: 'numbers.log-form',
  correctForm: 'numbers.correct-form',
  /** Fields that redraw their modal when they change. */
  logTeam: 'numbers.log-team',
  logDate: 'numbers.log-date',
  correctDate: 'numbers.correct-date',
  correctMetric: 'numbers.correct-metric',
  /** Global shortcut. */
  logShortcut: 'log_numbers',
} as const

/** Setting up teams, their people, metrics, days and leave. */
export const TEAM = {
  /** Button of the invitation: opens the set-up form of the channel in its value. */
  setUp: 'team.set-up',
  setupForm: 'team.setup-form',
  /** Button in the set-up form: shows the less common options. */
  moreOptions: 'team.more-options',
  /** Buttons that turn the modal into another form of the team in their value. */
  toMembers: 'team.to-members',
  toMetrics: 'team.to-metrics',
  membersForm: 'team.members-form',
  metricsList: 'team.metrics-list',
  metricsRole: 'team.metrics-role',
  metricMenu: 'team.metric-menu',
  addMetric: 'team.add-metric',
  metricForm: 'team.metric-form',
  ownMetricForm: 'team.own-metric-form',
  leaveForm: 'team.leave-form',
  cancelLeave: 'team.cancel-leave',
  daysForm: 'team.days-form',
  normalDay: 'team.normal-day',
} as const

/** The standup, help with blockers, and the Home tab. */
export const STANDUP = {
  open: 'standup.open',
  help: 'standup.help',
  solved: 'standup.solved',
  /** Modal. */
  form: 'standup.form',
  /** Global shortcut. */
  shortcut: 'todays_standup',
} as const
