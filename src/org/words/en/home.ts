// English: what the Home tab says of the teams that a person manages.
export const home = {
  'home.waiting':
    ':inbox_tray: *{count, plural, one {One request waits} other {# requests wait}} for your answer*',
  'home.wantsToAdd': '{requester} wants to add {person} to {channel}. Do you agree?',
  'home.manages': 'You look after {teams}. `/kpi setup` in the channel of a team changes it.',
} as const
