// English: what can be typed after `/kpi`.
export const help = {
  'help.title':
    '*Pacesetter* asks for your standup in the morning, keeps your numbers and shows where the team stands.',
  'help.standup': '`/kpi standup` answer or edit today’s standup',
  'help.log': '`/kpi log` enter numbers in a form, or in one line: `/kpi log calls 5, visits 2`',
  'help.me': '`/kpi me` your numbers today, this week, this month',
  'help.board': '`/kpi board` who is ahead; also `/kpi board week` or `/kpi board month visits`',
  'help.leave': '`/kpi leave` record days off: you are not asked, and they do not count against you',
  'help.manager': '*For managers*',
  'help.setup': '`/kpi setup` times, work days, metrics and board of a team',
  'help.members': '`/kpi members` add, remove or change the role of members',
  'help.metrics': '`/kpi metrics` choose, rename and add what each role counts',
  'help.days': '`/kpi days` mark extra days off and extra working days',
  'help.correct': '`/kpi correct @name` set a member’s number right, with a reason that is kept',
  'help.start':
    'You are not in a team yet. In your team’s channel, `/kpi setup` starts one; or ask its manager to add you.',
  'help.guest': 'You are not in a team yet. Ask the team’s manager to add you.',
  'help.openStandup': 'Today’s standup',
  'help.openLog': 'Log numbers',
  'help.showBoard': 'Board',
  'help.showMine': 'My numbers',
  'help.openSetup': 'Set up a team',
} as const
