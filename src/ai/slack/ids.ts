// Ids of the buttons that have a text written, of the language model's switches, and of the form for its budget.

export const AI_TEXT = {
  /** Under `/kpi rep`: the person's id. */
  coach: 'ai.coach',
  /** Under `/kpi team`: JSON, the team and the period. */
  sumUp: 'ai.sum-up',
} as const

export const MODEL = {
  /** 'on' or 'off', for the workspace. */
  workspace: 'model.switch',
  /** A team's id, then 'on' or 'off'. */
  team: 'model.switch-team',
  /** Shows the page of the requests that its value names. */
  requests: 'model.requests',
  /** Opens the form of a switch: 'workspace', or a team's id. */
  openSwitch: 'model.open-switch',
  switchForm: 'model.switch-form',
  /** Opens the form for the month's budget. */
  budget: 'model.budget',
  budgetForm: 'model.budget-form',
} as const
