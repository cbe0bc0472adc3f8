// English: deals that are celebrated in the team's channel.
export const win = {
  'win.won': '🎉 *{name}* {known, select, yes {signed *{customer}*:} other {closed a deal:}} *{amount}*',
  'win.wonByTeam': '🎉 The team closed a deal',
  'win.takenBack': 'Taken back: {name}’s deal{known, select, yes { with {customer}} other {}}, {amount}',
  'win.takenBackOfTeam': 'Taken back: a deal of the team',
  'win.noLonger': 'It no longer counts.',
  'win.largestOfQuarter': '🏆 Largest deal of the quarter',
  'win.farAboveUsual': '💪 A big deal: at least 3 times the usual',
  'win.personalBest': '🥇 Personal best',
  'win.place': '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} deal in {month}',
  'win.placeOfTeam':
    'The team’s {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} deal in {month}',
  'win.teamSum': 'Team in {month}: {reached}',
  'win.teamTarget': 'Team at {share} of {month}’s target: {reached} of {target}',
  'win.targetReached': '🎯 {month}’s team target is reached: {reached} of {target}',
  'win.corrected': 'Corrected, it was {from}',
  'win.separator': ' · ',
  'win.channelTold': '🎉 {channel} is told. Undo takes it back there, too.',
  'win.channelToldUnnamed':
    '🎉 {channel} is told that the team closed a deal, without name, customer or amount. Undo takes it back there, too.',
} as const
