// English: what the Home tab says of the teams that a person manages.
export const home = {
  'home.manages': 'You look after {teams}. `/kpi setup` in the channel of a team changes it.',
} as const
