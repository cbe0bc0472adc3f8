// English: leaderboards, and a reader's own place on them.
export const board = {
  'board.title': 'Leaderboard: {measure} · {period}',
  'board.range': '{from} to {to}',
  'board.quarter': 'Q{quarter} {year}',
  'board.notCome':
    'That period has not begun yet, or there is no such date. For example: `/kpi board last week`.',
  'board.points': 'Points',
  'board.pointsValue': '{points, plural, one {# point} other {# points}}',
  'board.place': 'Place',
  'board.name': 'Name',
  'board.role': 'Role',
  'board.movement': 'Change',
  'board.new': 'new',
  'board.someone': 'Former member',
  'board.line': '{rank}. {name}: {value}',
  'board.lineNoName': '{rank}. {value}',
  'board.more':
    '{ranked, plural, other {# ranked}}{tied, plural, =0 {} other {, # more on the last place shown}}',
  'board.nobody': 'Nobody has reported {measure} for this period yet.',
  'board.nobodyAnything': 'Nobody has reported numbers for this period yet.',
  'board.nobodyRanked': 'Nobody is ranked for this period.',
  'board.allZero':
    '{count, plural, one {One person reported, and it is 0. No ranking yet.} other {# people reported, all of them 0. No ranking yet.}}',
  'board.away': 'Away: {names}',
  'board.leaveKept': 'On leave, numbers kept: {names}',
  'board.awayKept': 'Away, numbers kept: {names}',
  'board.keptName': '{name} ({value})',
  'board.noReport': 'No numbers: {names}',
  'board.revised': 'updated {time}',
  'board.revisedOn': 'updated {date}, {time}',
  'board.notRanked': 'Not ranked: {away} away, {silent} without numbers',
  'board.andMore': '{names} and {count} more',
  'board.rules':
    'Ranked by {measure}. Equal numbers share a place; who was away more than half of the time is not ranked.',
  'board.rulesRoles': 'Each role by itself.',
  'board.rulesLowest': 'The lowest comes first.',
  'board.rulesMarks': '⚑ entered or raised after the close, or unusually high or low.',
  'board.myPlace': 'My place',
  'board.mine':
    "You're *{rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}* of {of} by {measure}, with {value}.",
  'board.mineTied':
    "You're *{rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}* of {of} by {measure}, tied with {names}: {value}.",
  'board.tiedOthers': '{count, plural, one {one other} other {# others}}',
  'board.above': 'Above you: {name}, {value}.',
  'board.below': 'Below you: {name}, {value}.',
  'board.aboveNoName': 'Above you: {value}.',
  'board.belowNoName': 'Below you: {value}.',
  'board.mineAway': 'You were away for more than half of this period, so you are not ranked.',
  'board.mineKept':
    'You were away for more than half of this period, so you are not ranked. Your numbers are kept: {value}.',
  'board.mineSilent': 'There are no numbers of yours on this board, so you are not ranked.',
  'board.mineNot': 'You are not on this board: it ranks {team} by {measure}.',
  'board.gone': 'This board is no longer kept. `/kpi board` shows the current one.',
  'board.ofTeam': 'Team: *{team}*',
  'board.whichTeam': 'Which team? Choose one, or type `/kpi board` in its channel.',
  'board.chooseTeam': 'Choose a team',
  'board.notYours': 'This board is for its team only.',
  'board.notAllowed': 'The board of this channel is for its team. {manager} can add you.',
  'board.noMeasure':
    '{team} does not count this metric any more. Its manager can choose another one with `/kpi setup`.',
  'board.unknownWord':
    'I do not know “{typed}”. For example: `/kpi board week calls`. Periods: week, last month, 2026-11, Q3 … Metrics: {metrics}.',
} as const
