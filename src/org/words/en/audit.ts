// English: what the audit tells of changes of teams, people and leave.
export const audit = {
  'audit.leave-recorded': '{who} recorded leave for {whom}',
  'audit.leave-cancelled': '{who} cancelled leave of {whom}',
} as const
