// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.board': '`/kpi board` who is ahead; also `/kpi board week` or `/kpi board month visits`',
  'help.showBoard': 'Board',
} as const
