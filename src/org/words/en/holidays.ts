// English: whose public holidays a person keeps.
export const holidays = {
  'holidays.button': 'Public holidays',
  'holidays.title': 'Public holidays',
  'holidays.intro':
    'You have the public holidays of your team off. If you work in another country or state, choose it here: you are asked on its working days, from today on.',
  'holidays.introTeam':
    'Members have the public holidays of the team off. For somebody who works in another country or state, choose it here: they are asked on its working days, from today on.',
  'holidays.who': 'Who',
  'holidays.whoMissing': 'Please choose a person.',
  'holidays.ofTeam': 'As the team: {place}',
  'holidays.teams': 'the team’s',
  'holidays.none': 'no public holidays',
  'holidays.line': '{person} · {place}',
  'holidays.saved': '✅ Saved. Public holidays of {person} from {date}: {place}',
  'holidays.notTheirs': 'Only they themselves, or the manager of their home team, can set this.',
  'holidays.toldYours': '{by} set which public holidays you have off, from {date}: {place}',
  'holidays.toldYoursHint': 'If that is wrong, change it in `/kpi leave` under “Public holidays”.',
  'holidays.toldSelf': '{person} set which public holidays they have off, from {date}: {place}',
  'holidays.told': '{by} set which public holidays {person} has off, from {date}: {place}',
  'holidays.provisional':
    '⚠️ The {year} public holidays of {country} are not published yet. Until they are, the statutory days count as days off, the adjusted days (moved days off, working weekends) do not.',
  'holidays.provisionalHint':
    'Once they are published, Pacesetter needs an update by whoever runs it; then I write to you again. Until then set single days with `/kpi days`.',
  'holidays.published':
    '✅ The {year} public holidays of {country} are in. {changed, plural, =0 {No date changed for your team.} one {# date changed for your team.} other {# dates changed for your team.}} Days set with `/kpi days` stay as they are.',
} as const
