// English: what `/kpi help` says about the commands of this room.
export const help = {
  'help.report':
    '`/kpi report` fill in or edit your weekly report; `/kpi report last week` shows your last one',
  'help.insight':
    '`/kpi insight` what reports say about market and customers; `/kpi insight price` searches them',
} as const
