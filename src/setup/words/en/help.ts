// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.setup': '`/kpi setup` times, work days, metrics and board of a team',
  'help.openSetup': 'Set up a team',
} as const
