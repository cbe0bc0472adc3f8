// English: the manager's morning message.
export const morning = {
  'morning.title': '*{team}* · {date}: {answered} of {expected} in',
  'morning.titleClosed': '*{team}* · {date}, closed: {answered} of {expected} in',
  'morning.later': ' · {count} asked later today',
  'morning.missing': ':hourglass_flowing_sand: *Not in yet:* {names}',
  'morning.missed': ':hourglass_flowing_sand: *No answer:* {names}',
  'morning.blocked': ':construction: *{name}:* {text}',
  'morning.moreBlocked': ':construction: {count, plural, one {one more blocker} other {# more blockers}}',
  'morning.take': 'I’ll take it',
  'morning.behind': ':small_red_triangle_down: *{name}:* {metric} at {pace} of pace, {gap} to catch up',
  'morning.behindDay':
    ':small_red_triangle_down: *{name}:* {metric} at {pace} of pace; {perDay} a day reaches the target',
  'morning.moreBehind':
    ':small_red_triangle_down: {count, plural, one {one more} other {# more}} behind pace',
  'morning.unusual': ':mag: *{name}:* {metric} {value} is unusual',
  'morning.corrected': ':mag: *{name}:* {metric} corrected to {value}',
  'morning.moreRemarks': ':mag: {count, plural, one {one more number} other {# more numbers}} to look at',
  'morning.away': ':palm_tree: *Away:* {names}',
  'morning.count': '{count, plural, one {# person} other {# people}}',
  'morning.quiet': ':sunny: Everyone is in; nobody is stuck or behind. Have a good day!',
  'morning.notYours': 'You no longer lead this team: {manager} gets this message now.',
} as const
