// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.board':
    '`/kpi board` who is ahead; also `/kpi board week`, `/kpi board month visits` or `/kpi board hunters`',
  'help.showBoard': 'Board',
} as const
