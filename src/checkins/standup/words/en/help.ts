// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.standup': '`/kpi standup` answer or edit today’s standup',
  'help.openStandup': 'Today’s standup',
} as const
