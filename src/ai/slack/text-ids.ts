// Action ids of the buttons that have a text written.

export const AI_TEXT = {
  /** Under `/kpi rep`: the person's id. */
  coach: 'ai.coach',
  /** Under `/kpi team`: JSON, the team and the period. */
  sumUp: 'ai.sum-up',
} as const
