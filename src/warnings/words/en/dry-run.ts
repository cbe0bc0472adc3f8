// English: a rule tried on the past.
export const dryRun = {
  'dry-run.button': 'Try it on the last 60 days',
  'dry-run.title': 'Tried on the past',
  'dry-run.counting':
    ':hourglass_flowing_sand: Counting what this rule would have raised over the last 60 days…',
  'dry-run.head': '*{team}* · {from} to {to} · {people, plural, one {# person} other {# people}}',
  'dry-run.since':
    'Before {date} it could not judge anybody: there was no target, or there were too few numbers. All below is of the days since.',
  'dry-run.warnings':
    '{count, plural, =0 {It would have raised no warning.} one {It would have raised *one warning*: {levels}} other {It would have raised *# warnings*: {levels}}}',
  'dry-run.messages':
    'Messages, had nobody answered any of them: {reps} to reps, {manager} to whoever leads the team, {above} further up.',
  'dry-run.none': 'Nobody would have heard anything. If you had expected some, look at the limits.',
  'dry-run.calm': ':white_check_mark: That is quiet: what comes will be read.',
  'dry-run.busy':
    ':large_yellow_circle: That is a fair number. Look at the latest: would each have been worth a talk?',
  'dry-run.noisy':
    ':red_circle: That is noisy: so many are soon overlooked. Set the limits further out, or ask for more mornings in a row.',
  'dry-run.latest': '*The latest*',
  'dry-run.how':
    'By the numbers as they are known today, as if each had come in on time and whoever leads the team now had always been there; other rules are left out. Nothing was saved, and nobody was told.',
  'dry-run.noPast':
    'This rule looks at what is open now, and what was open on past days is not kept. So it cannot be tried.',
  'dry-run.tooNew': 'Nobody in this team has been asked for numbers yet. Try it again in a week or two.',
  'dry-run.notJudged':
    'Over the last 60 days it could not judge anybody: there was no target, or there were too few numbers. Try it again in a week or two.',
  'dry-run.unclear': 'Something in the form cannot be read yet: press Save to see what, and try it then.',
} as const
