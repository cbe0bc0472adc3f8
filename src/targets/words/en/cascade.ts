// English: a target of a team with teams below it.
export const cascade = {
  'cascade.intro':
    'It is shared out over the teams below and, in each, over its people. Managers and people are told their parts.',
  'cascade.weightsIntro': 'A team with 2 gets twice as much as one with 1; 0 gets nothing.',
  'cascade.partsHint': 'Type a number to set a part by hand; the others share the rest.',
  'cascade.own': 'Own people of {team}',
  'cascade.people':
    '{people, plural, one {One person} other {# people}}{rest, select, none {} other {, {rest} unassigned: new, joining or leaving}}.',
  'cascade.below': 'Of it {teams}.',
  'cascade.belowOne': '{team} {value}',
  'cascade.notYours': 'This is set by whoever manages the teams above all of these.',
  'cascade.noCompany':
    'No team is named as the company yet. An admin names it with `/kpi workspace`; `/kpi target` in a team’s channel sets that team’s target.',
  'cascade.onlyLeader': 'The company’s target is set by {leader}.',
  'cascade.nobody': 'Nobody in these teams counts this then.',
  'cascade.noWeight': 'No team has a share: nothing was reached in the period before, or all weights are 0.',
  'cascade.clash':
    '{open, plural, =0 {Set by hand below {team} are {sum} ({parts}), the target is {whole}. Change one of them, or leave one empty.} other {Set by hand below {team} are {sum} ({parts}) of {whole}, so nothing is left for the others. Lower one of them, or give the others 0.}}',
  'cascade.inTeam': '{team} would get {whole}. {why}',
  'cascade.noRate':
    'There is no plan rate for {currencies} in {year} yet, so the teams’ money cannot be added up. An admin can set it with `/kpi rates`.',
  'cascade.rounded':
    '{team}: rounded to each currency, the parts come to {sum}, {off} {side, select, less {less} other {more}} than the whole.',
  'cascade.ofWhole': '{value} of the whole.',
  'cascade.aboveParent':
    'The team above has shared out {whole} for {period}. With {value} here and {others} for the others there it is more. Ask for more there first, or give less.',
  'cascade.changedSince':
    ':warning: The target, the teams or their people have changed meanwhile. This is how it would be now.',
  'cascade.tooMany':
    'Weights can be given for up to {most} teams; here are {count}. Please choose another way, and set single teams afterwards.',
  'cascade.saved':
    'Saved for {teams, plural, one {one team} other {# teams}}. {count, plural, =0 {Nobody else is concerned.} one {One person is told privately.} other {# people are told privately.}}',
  'cascade.told': '{who} set the target of your team {team}: *{metric}*, {period}: *{after}*.',
  'cascade.toldChange':
    '{who} changed the target of your team {team}: *{metric}*, {period}: {before} → *{after}*.',
  'cascade.partOf':
    '{company, select, yes {It is part of the company’s target.} other {It is part of the target of {above}.}}',
  'cascade.toldHow':
    'Your people are told their own parts. `/kpi target` in the team’s channel shares it out otherwise.',
  'cascade.historyPartOf':
    '{company, select, yes {part of the company’s target} other {part of the target of {above}}}',
} as const
