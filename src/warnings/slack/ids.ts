// Action and callback ids of warnings. The value of each button is the episode's id.

export const WARNINGS = {
  takeOn: 'warnings.take-on',
  putOff: 'warnings.put-off',
  noRisk: 'warnings.no-risk',
  details: 'warnings.details',
  list: 'warnings.list',
  /** Modals. */
  takeOnForm: 'warnings.take-on-form',
  putOffForm: 'warnings.put-off-form',
  noRiskForm: 'warnings.no-risk-form',
} as const
