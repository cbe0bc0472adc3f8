// English: teams side by side, for whoever leads several.
export const teams = {
  'help.teams': '`/kpi teams`: your teams side by side; also `/kpi teams last month`, `per head`',
  'teams.title': 'Teams side by side · {period}',
  'teams.caption': 'Teams',
  'teams.place': '#',
  'teams.team': 'Team',
  'teams.channel': 'Channel',
  'teams.total': 'Total',
  'teams.perHead': 'Per head a day',
  'teams.people': 'People',
  'teams.inChannel': '{team} (#{channel})',
  'teams.byAttainment': 'By what is reached of the target.',
  'teams.byHead': 'By what one person does on a working day, leave not counted.',
  'teams.notTheSame':
    'Teams that count different numbers or currencies stand beside each other only by their targets.',
  'teams.paceHow': 'Pace: what is in ÷ what should be in by now, by the working days of a team’s people.',
  'teams.showByHead': 'Per head',
  'teams.showByAttainment': 'By target',
  'teams.more': 'More teams ({page} of {pages})',
  'teams.open': 'Open a team …',
  'teams.all': 'All numbers, CSV',
  'teams.none':
    'This sets teams side by side for whoever leads several. `/kpi team` shows how one team stands.',
  'teams.noSum':
    'Teams are compared by what adds up, such as calls or revenue, for each person and working day, or by their targets. “{typed}” is neither. For example: `/kpi board teams calls last week`.',
  'teams.unread':
    'I do not know “{typed}”. For example: `/kpi teams last month`, `this quarter`, `per head`.',
  'teams.homeTitle': '{count, plural, one {Your team this month} other {Your # teams this month}}',
  'teams.homeOrder':
    '{rest, plural, =0 {The furthest behind pace first.} other {The furthest behind pace first, and # more.}}',
  'teams.weekTitle': 'The week in your teams · {period}',
  'teams.week': 'Week',
  'teams.weekBehind': 'Look first at *{team}*: {pace} of pace this month.',
  'teams.weekMore':
    '▲▼ against the week before; reached and pace: {month}, the furthest behind first.{rest, plural, =0 {} other { # more teams:}} `/kpi teams` shows all.',
  'teams.columnReports': 'Reports',
  'teams.columnSupport': 'Support open',
  'teams.supportLate': '{open}, {overdue} overdue',
  'teams.neededTitle': 'Needs you',
  'teams.needed': ':inbox_tray: *{team}*: {text} · {owner} by {date}',
  'teams.neededLate': ':inbox_tray: *{team}*: {text} · {owner}, was due {date}',
} as const
