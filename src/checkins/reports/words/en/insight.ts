// English: what reports say about market and customers, and how it is searched.
export const insight = {
  'insight.newest': '*Market and customers, from your reports* · newest first',
  'insight.found': '*“{typed}”* · in {count, plural, one {# report} other {# reports}}',
  'insight.some':
    'No report has all these words. In {count, plural, one {one report there is} other {# reports there is}} at least one of them:',
  'insight.whoWhen': '*{name}* · {team} · {date}',
  'insight.none':
    'No report says anything about market and customers yet. The weekly report asks for it: `/kpi report`.',
  'insight.nothing':
    'Nothing in your reports about “{typed}”. Try fewer words, or another word for the same thing; `/kpi insight` alone shows the newest.',
  'insight.noWords':
    'There is no word to look for in this. Type one, such as `/kpi insight price`; `/kpi insight` alone shows the newest.',
  'insight.tooLong': 'That is too long to look for. Type a few words, {most} characters at most.',
  'insight.back': 'Back',
  'insight.more': 'More',
} as const
