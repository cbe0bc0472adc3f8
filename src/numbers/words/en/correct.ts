// English: a manager's corrections of numbers.
export const correct = {
  'correct.title': 'Correct a number',
  'correct.of': 'Numbers of {name} in {team}',
  'correct.date': 'Day',
  'correct.metric': 'Metric',
  'correct.reason': 'Reason',
  'correct.reasonHint': 'Kept with the number, and told to the member.',
  'correct.reasonMissing': 'Please say why: the reason is kept with the number.',
  'correct.numberMissing': 'Please give the right number.',
  'correct.unchanged': 'It is {value} already.',
  'correct.future': 'This day has not come yet.',
  'correct.notInTeam': '{name} was not in the team on that day.',
  'correct.trail': '*So far*',
  'correct.trailNone': 'Nothing is recorded for that day yet.',
  'correct.trailSet': '{value} · {who}, {when}{reason}',
  'correct.trailReason': ' · {reason}',
  'correct.trailUndone': 'taken back',
  'correct.who': 'Whose number? For example: `/kpi correct @name`.',
  'correct.notAllowed':
    'This person is in no team that you manage. Their own manager can correct their numbers.',
  'correct.noMetrics': 'This role has no metrics to enter.',
  'correct.gone': 'This member is not in the team any more, or you do not manage it.',
  'correct.told': '{who} entered a number for you: {metric} for {date} is now {after}.',
  'correct.toldChange': '{who} corrected your {metric} for {date}: {before} → {after}.',
  'correct.ownTold':
    '{who} corrected one of their own numbers as the manager of {team}: {metric} for {date}, {before} → {after}.',
  'correct.ownToldAdmin':
    '{who} corrected one of their own numbers as the manager of {team}. No team is above it, so you are told as an admin. `/kpi audit` lists such changes.',
} as const
