// English: many warnings in one message.
export const digest = {
  'digest.head': '{count, plural, one {*# warning*} other {*# warnings at one go*, the most urgent first}}',
  'digest.allOver': ':white_check_mark: None of these is open any more.',
  'digest.notYours': 'None of these is for you any more.',
  'digest.more': '{count, plural, one {And # more} other {And # more}}: `/kpi risks`',
  'digest.overHead': 'No longer open:',
  'digest.over': '~{about}~ {end}',
  'digest.moreOver': '{count, plural, one {# more is over.} other {# more are over.}}',
  'digest.show': 'Show what is open',
} as const
