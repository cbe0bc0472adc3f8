// English: targets that are pasted as a table.
export const table = {
  'table.button': 'Paste a table',
  'table.title': 'Paste targets',
  'table.intro':
    'Copy four columns from Excel, Google Sheets or Feishu, with headings or without: person, metric, period, target. People of all your teams can be in it.',
  'table.example': 'For example:',
  'table.field': 'Table',
  'table.fieldHint': 'About 80 lines fit; paste the rest afterwards.',
  'table.again': 'Change it here if something is wrong: you see it anew before it is saved.',
  'table.previewTitle': 'Check the targets',
  'table.head':
    '*{metric}*, {period} · {team}: {people, plural, one {one person} other {# people, together *{sum}*}}',
  'table.headRate': '*{metric}*, {period} · {team}: {people, plural, one {one person} other {# people}}',
  'table.ofWhole': 'The team’s target is {whole}; unassigned: {rest}.',
  'table.far':
    ':bulb: Far {direction, select, more {above} other {below}} the best of the last three periods: {people}. If you mean it so, say why: those concerned are told.',
  'table.farOne': '{name} (best {best})',
  'table.same': '{count, plural, one {One line says} other {# lines say}} what is so already.',
  'table.sums':
    '{count, plural, one {Line {lines} is a sum and was} other {Lines {lines} are sums and were}} left out.',
  'table.unused': 'Not used: {columns}.',
  'table.saved':
    'Saved: {targets, plural, one {one target} other {# targets}}. {count, plural, =0 {Nobody’s own target changed.} one {One person is told privately.} other {# people are told privately.}}',

  'table.none': 'There is no target in it yet. Each line needs person, metric, period and target.',
  'table.width':
    'Line {line} has {width, plural, one {one column} other {# columns}}; it needs person, metric, period and target.',
  'table.empty':
    'Line {line}: {column, select, person {the person} metric {the metric} period {the period} other {the target}} is missing.',
  'table.heading':
    'Line {line}: a heading for {column, select, person {the person} metric {the metric} period {the period} other {the target}} is missing. Add it, or leave all headings out.',
  'table.nobody': 'Line {line}: “{typed}” is nobody in your teams. Write the name as Slack shows it.',
  'table.whichPerson': 'Line {line}: “{typed}” can be {names}. Write the whole name.',
  'table.sameName':
    'Line {line}: several people are called {name}. Write the member ID instead; it is in the Slack profile, under ⋮.',
  'table.whichTeam':
    'Line {line}: {name} is in {teams}. Paste this line in the channel of the team that you mean.',
  'table.noMetric': 'Line {line}: “{typed}” is nothing that {name} counts. /kpi metrics lists what there is.',
  'table.whichMetric': 'Line {line}: “{typed}” can be {metrics}. Write the whole name.',
  'table.noPeriod':
    'Line {line}: “{typed}” is no month or quarter. Write it like 2026-12, Dec 2026 or Q1 2027.',
  'table.periodOver': 'Line {line}: {typed} is over, and its target stays. Leave the line out.',
  'table.value': 'Line {line}, “{typed}”: {problem}',
  'table.twice':
    'Line {line}: “{typed}” has this target in line {before} already, with another number. Keep one.',
  'table.more': '{count, plural, one {One more line is} other {# more lines are}} wrong.',
  'table.notInTeam': '{names}: not in {team} in {period}, or not counting {metric} then. Leave the line out.',
  'table.refused':
    '{metric} in {period} for {team}: with the months and people that keep theirs it does not add up. Set it with `/kpi target`, which shows where.',
  'table.aboveWhole':
    '{metric}, {period}, {team}: {value} here and {others} for the others is more than the team’s {whole}. Raise the team’s target first, or give less.',
  'table.aboveParent':
    '{metric}, {period}, {team}: the team above has shared out {whole}. With {value} here and {others} for the others there it is more. Ask for more there first, or give less.',
} as const
