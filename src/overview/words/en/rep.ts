// English: one person's last four weeks, for whoever leads them.
export const rep = {
  'help.rep': '`/kpi rep @name`: one person’s last four weeks',
  'rep.who': 'Whose weeks do you want to see? For example: `/kpi rep @Ann`.',
  'rep.notYours':
    'You see the weeks of people in the teams that you lead, and this person is in none of them.',
  'rep.title': '{name} · {team} · the last four weeks',
  'rep.week': 'Week',
  'rep.thisWeek': 'This week',
  'rep.range': '{from} – {to}',
  'rep.cell': '{value} · {pace}',
  'rep.partOf': '{part, number} of {of, number}',
  'rep.inTime': 'Answered on time',
  'rep.done': 'Done as planned',
  'rep.targets': 'Targets now',
  'rep.noTargets': 'No target now. `/kpi target` sets one.',
  'rep.noBlockers': 'No open blockers.',
  'rep.blocker': ':construction: blocked since {date}',
  'rep.blockerHelper': ':construction: blocked since {date}, {helper} was asked',
  'rep.moreBlockers': '{count, plural, one {and one more} other {and # more}}',
  'rep.leave': ':palm_tree: away: {days}',
  'rep.halfDays': '{days} (half)',
  'rep.how':
    'Behind the slash is the week’s part of the target, then the pace: what is in ÷ what should be in by now, on their own working days.',
  'rep.otherTeams': 'Also in {teams}: type `/kpi rep` in that channel for the numbers there.',
} as const
