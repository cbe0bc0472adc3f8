// English: what `/kpi help` says about the commands of this room, and the buttons that run them.
export const help = {
  'help.log': '`/kpi log` enter numbers in a form, or in one line: `/kpi log calls 5, visits 2`',
  'help.undo': '`/kpi undo` take back what you logged last',
  'help.me': '`/kpi me` your numbers today, this week, this month; `/kpi me last month` of another time',
  'help.metrics': '`/kpi metrics` choose, rename and add what each role counts',
  'help.correct': '`/kpi correct @name` set a member’s number right, with a reason that is kept',
  'help.rates': '`/kpi rates` plan rates, with which money in different currencies is added up',
  'help.openLog': 'Log numbers',
  'help.showMine': 'My numbers',
} as const
