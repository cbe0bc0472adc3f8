// Action ids of the language model's switches.

export const MODEL = {
  /** 'on' or 'off', for the workspace. */
  workspace: 'model.switch',
  /** A team's id, then 'on' or 'off'. */
  team: 'model.switch-team',
} as const
