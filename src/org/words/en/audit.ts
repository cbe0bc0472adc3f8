// English: what the audit tells of changes of teams, their days and leave.
export const audit = {
  'audit.leave-recorded': '{who} recorded leave for {whom}',
  'audit.leave-cancelled': '{who} cancelled leave of {whom}',
  'audit.home-team-moved': '{who} moved the home team of {whom} from {team} to another team',
  'audit.day-changed': '{who} changed a day of {team}',
  'audit.dayOn': 'works',
  'audit.dayOff': 'is off',
  'audit.dayNormal': 'as usual',
  'audit.team-moved': '{who} moved {team} to another channel',
  'audit.team-paused': '{team} is paused',
  'audit.team-resumed': '{team} goes on after a pause',
  'audit.app-uninstalled': 'Pacesetter was removed from the workspace',
  'audit.tokens-revoked': 'The access of Pacesetter to the workspace was revoked',
  'audit.manager-changed': '{who} made {whom} the manager of {team}',
  'audit.delegate-changed': '{who} changed the delegate of {team}',
  'audit.manager-kept': '{who} kept the manager of {team} during a leave; the delegate acts',
  'audit.parent-changed': '{who} changed the team above {team}',
} as const
