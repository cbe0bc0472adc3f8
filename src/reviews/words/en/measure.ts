// English: measures of a review, and what they did.
export const measure = {
  'measure.lastTitle': 'What the measures of {period} did',
  'measure.ownTitle': 'Measures of this review',
  'measure.line': '{text} · {owner} · {state}',
  'measure.open': 'due {date}',
  'measure.late': ':red_circle: was due {date}',
  'measure.done': ':white_check_mark: done {date}',
  'measure.dropped': 'dropped: {reason}',
  'measure.setFor': 'Set for {who}. ',
  'measure.day': '{metric} a working day: {before} → {after} ({change}), {days} days before and after.',
  'measure.teamDay':
    '{metric} per person and working day, the whole team: {before} → {after} ({change}), {days} days before and after.',
  'measure.rate': '{metric}: {before} → {after} ({change}), {days} days before and after.',
  'measure.teamRate':
    '{metric}, the whole team: {before} → {after} ({change}), {days} days before and after.',
  'measure.trendDay': ' The rest of the team: {change}. Against that trend {effect} a day.',
  'measure.trendRate': ' The rest of the team: {change}. Against that trend {effect}.',
  'measure.noTrend': ' There is no trend of others to hold it against.',
  'measure.beyondChance': ' That is more than chance explains.',
  'measure.withinChance': ' Chance alone could explain that.',
  'measure.early': '{metric}: no full week of numbers since, so there is nothing to compare yet.',
  'measure.few': '{metric}: too few numbers before or after to compare.',
  'measure.noNumber': 'It aims at no number, so there is nothing to compare.',
  'measure.numberGone': 'The team does not count the number any more that it aimed at.',
  'measure.noNumberChoice': 'No number',
  'measure.how':
    'A measure’s number is compared over as many days before it was set as after, and against what the rest of the team did meanwhile.',
  'measure.textField': 'Measure',
  'measure.textHint':
    'It goes on the owner’s list. You both hear after two and after four weeks what the number has done.',
  'measure.ownerField': 'Who is accountable',
  'measure.ownerMissing': 'Choose who is accountable.',
  'measure.numberField': 'Number that it aims at',
  'measure.followUp':
    ':mag: {weeks, plural, one {# week} other {# weeks}} on: what a measure from the review of {period} did ({team})',
} as const
