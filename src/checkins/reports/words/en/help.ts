// English: what `/kpi help` says about the commands of this room.
export const help = {
  'help.report':
    '`/kpi report` fill in or edit your weekly report; `/kpi report last week` shows your last one',
} as const
