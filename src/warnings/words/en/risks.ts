// English: the list of open warnings.
export const risks = {
  'help.risks': '`/kpi risks`: open warnings, yours and your team’s, and who is on what',
  'risks.own':
    '{count, plural, =0 {No open warnings.} one {*Your open warnings* · #} other {*Your open warnings* · #}}',
  'risks.team':
    '{count, plural, =0 {No open warnings in your teams.} one {*Your team’s open warnings* · #} other {*Your team’s open warnings* · #}}',
  'risks.more': '{count} more, less urgent ones. They come up as these are answered.',
  'risks.homeTitle': 'Your open warnings',
  'risks.homeMore': '{count} more: `/kpi risks`',
  'risks.since': 'Open since {date}',
  'risks.nobodyYet': ':hourglass: Nobody is on it yet.',
} as const
