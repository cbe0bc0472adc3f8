// English: a person's own numbers.
export const me = {
  'me.title': 'Your numbers in {team}, {date}',
  'me.metric': 'Metric',
  'me.day': 'Today',
  'me.week': 'This week',
  'me.month': 'This month',
  'me.line': '{metric}: {day} today, {week} this week, {month} this month',
  'me.range': '{from} to {to}',
  'me.periodLine': '{metric}: {value}',
  'me.nothing': 'Your role has no metrics yet. Your manager can choose them with `/kpi metrics`.',
  'me.otherTeams':
    'You are in {teams} too: type `/kpi me` in that channel, or the team’s name after `/kpi me`, to see those numbers.',
} as const
