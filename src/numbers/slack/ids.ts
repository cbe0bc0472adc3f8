// Action and callback ids of buttons, modals and the shortcut about numbers and metrics.

export const NUMBERS = {
  undo: 'numbers.undo',
  undoChosen: 'numbers.undo-chosen',
  keep: 'numbers.keep',
  choose: 'numbers.choose',
  openLog: 'numbers.open-log',
  showMine: 'numbers.show-mine',
  /** Modals. */
  logForm: 'numbers.log-form',
  keepLog: 'numbers.keep-log',
  correctForm: 'numbers.correct-form',
  keepCorrection: 'numbers.keep-correction',
  /** Fields whose change renders the modal again. */
  logTeam: 'numbers.log-team',
  logDate: 'numbers.log-date',
  correctDate: 'numbers.correct-date',
  correctMetric: 'numbers.correct-metric',
  /** Global shortcut. */
  logShortcut: 'log_numbers',
} as const

export const METRICS = {
  /** Button that replaces the modal by the metrics list of the team in its value. */
  toMetrics: 'team.to-metrics',
  /** Menu of teams under the command. */
  metricsOf: 'team.metrics-of',
  list: 'team.metrics-list',
  role: 'team.metrics-role',
  menu: 'team.metric-menu',
  add: 'team.add-metric',
  form: 'team.metric-form',
  ownForm: 'team.own-metric-form',
  /** Buttons, a menu and forms of the workspace's catalogue. */
  adopt: 'team.adopt-metrics',
  adoptForm: 'team.adopt-form',
  catalogue: 'team.catalogue',
  catalogueList: 'team.catalogue-list',
  define: 'team.define-metric',
  definitionForm: 'team.definition-form',
  addRole: 'team.add-role',
  roleForm: 'team.role-form',
} as const

export const RATES = {
  /** Modal. */
  form: 'numbers.rates-form',
  /** Menus that render it again. */
  year: 'numbers.rates-year',
  reporting: 'numbers.rates-reporting',
} as const
