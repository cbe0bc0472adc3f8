// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.leave':
    '`/kpi leave` record days off: you won’t be asked, and your ranking and streak are not affected',
  'help.leaveTeam': '`/kpi leave-team` leave a team: you are no longer asked there',
  'help.workspace': '`/kpi workspace` who may set up teams (admins)',
  'help.members': '`/kpi members` add, remove or change the role of members',
  'help.days': '`/kpi days` mark extra days off and extra working days',
} as const
