// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.leave': '`/kpi leave` record days off: you are not asked, and they do not count against you',
  'help.members': '`/kpi members` add, remove or change the role of members',
  'help.days': '`/kpi days` mark extra days off and extra working days',
} as const
