// English: questions about dates that were typed after a command.
export const dates = {
  'dates.which': 'Which day do you mean?',
  'dates.whichHalf': 'Which half of the day?',
  'dates.morning': 'Morning',
  'dates.afternoon': 'Afternoon',
  'dates.range': '{from} – {to}',
  'dates.noSuchDate': 'There is no such date. Please check the day and the month.',
  'dates.endsBeforeStart': 'The last day is before the first. Please type the earlier one first.',
  'dates.halfOfRange':
    'Half a day stands for itself. Please send two lines: the half day, then the whole days.',
  'dates.several': 'One day, or one stretch of days, at a time, please. Send a line for each.',
  'dates.oneDay': 'One single day at a time here, please. Send a line for each.',
} as const
