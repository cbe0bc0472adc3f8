// Action and callback ids of warnings. The value of each button is the episode's id.

export const WARNINGS = {
  takeOn: 'warnings.take-on',
  putOff: 'warnings.put-off',
  noRisk: 'warnings.no-risk',
  details: 'warnings.details',
  list: 'warnings.list',
  /** Of what is raised by hand. The value of the first two is no id. */
  raise: 'warnings.raise',
  matrix: 'warnings.matrix',
  solve: 'warnings.solve',
  rate: 'warnings.rate',
  /** Modals. */
  takeOnForm: 'warnings.take-on-form',
  putOffForm: 'warnings.put-off-form',
  noRiskForm: 'warnings.no-risk-form',
  raiseForm: 'warnings.raise-form',
  solveForm: 'warnings.solve-form',
  rateForm: 'warnings.rate-form',
} as const

/** What is watched. Modals and the buttons in them; the value of a rule's button is its key. */
export const RULES = {
  /** The team's id, followed by what was typed. */
  rulesOf: 'warnings.rules-of',
  edit: 'warnings.rule-edit',
  add: 'warnings.rule-add',
  remove: 'warnings.rule-remove',
  tryOut: 'warnings.rule-try',
  /** Beside a proposal, followed by `#` and the rule: in the report that only its reader sees, and in the monthly message. */
  lower: 'warnings.rule-lower',
  lowerInMessage: 'warnings.rule-lower-in-message',
  procedure: 'warnings.procedure',
  /** Followed by `#` and the level: a choice in the procedure's form. */
  choose: 'warnings.procedure-choose',
  list: 'warnings.rules',
  addForm: 'warnings.rule-what-form',
  form: 'warnings.rule-form',
  procedureForm: 'warnings.procedure-form',
} as const
