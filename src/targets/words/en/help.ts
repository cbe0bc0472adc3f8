// English: what `/kpi help` and the audit say about targets.
export const help = {
  'help.target':
    '`/kpi target` set targets for the team or one person; reps see their own. `/kpi target history` lists the changes',
  'audit.target-set': '{who} set a target of {team}',
  'audit.rep-target-set': '{who} set a target of {whom}',
  'audit.targetOf': '{metric}, {period}',
} as const
