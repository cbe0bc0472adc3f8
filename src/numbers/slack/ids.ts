// Names of what Slack sends back about numbers and metrics: buttons, modals and the shortcut.

export const NUMBERS = {
  undo: 'numbers.undo',
  keep: 'numbers.keep',
  openLog: 'numbers.open-log',
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

export const METRICS = {
  /** Button that turns the modal into the metrics of the team in its value. */
  toMetrics: 'team.to-metrics',
  list: 'team.metrics-list',
  role: 'team.metrics-role',
  menu: 'team.metric-menu',
  add: 'team.add-metric',
  form: 'team.metric-form',
  ownForm: 'team.own-metric-form',
} as const
