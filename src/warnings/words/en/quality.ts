// English: how good warnings were.
export const quality = {
  'help.risksReport': '`/kpi risks report`: how good the warnings of your teams were',
  'quality.title': '*How good the warnings were* · ended within the last {days} days',
  'quality.titleMonth': '*How good the warnings were in {month}* · those that ended',
  'quality.nothing': 'No warning has ended in that time, so there is nothing to judge yet.',
  'quality.caption': 'Warnings by rule and level',
  'quality.rule': 'Rule',
  'quality.level': 'Level',
  'quality.count': 'Count',
  'quality.unaided': 'Unaided',
  'quality.afterAction': 'Acted on',
  'quality.tooLate': 'Too late',
  'quality.hours': 'Taken on (h)',
  'quality.days': 'Over (days)',
  'quality.line':
    '{mark} {rule}: {count}; recovered unaided {unaided}, after action {afterAction}, too late {tooLate}, otherwise closed {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}*: of {count} urgent ones in the last {days} days {unaided} recovered unaided. A lower level would do.',
  'quality.lower': 'Make it a warning',
  'quality.lowered':
    ':white_check_mark: *{rule}*: {unaided} of {count} urgent ones had recovered unaided. It is a warning at most now.',
  'quality.changed':
    '*{rule}*: {unaided} of {count} urgent ones had recovered unaided. The rule was changed since then.',
  'quality.nowLowered':
    ':white_check_mark: Done: a warning at most from now on. Open ones go on as they began; whoever leads the team is told.',
  'quality.alreadyLowered': 'This rule has no urgent level any more.',
  'quality.changedSince':
    'This rule was changed in the meantime, so nothing was done. `/kpi rules` shows it as it is now.',
  'quality.loweredNote':
    ':small_red_triangle_down: {by} has lowered a rule of your team: *{rule}* is a warning at most now, because most of its urgent ones had recovered unaided. Open ones go on as they began. `/kpi rules` sets it otherwise.',
  'quality.how':
    'The level is the highest that was told. Unaided: it recovered before anybody took it on. Acted on: somebody had taken it on before, or solved the risk. Too late: the month ended first. The rest was closed otherwise, such as “not a risk”. Hours and days are medians, nights and weekends included.',
  'quality.behindPace': '{metric}: pace',
  'quality.forecastMiss': '{metric}: forecast',
  'quality.threshold': '{metric}: limit',
  'quality.trend': '{metric}: trend',
  'quality.silence': 'Daily answers',
  'quality.funnelLeak': '{metric}: funnel',
  'quality.overspend': '{metric}: spending',
  'quality.itemOverdue': 'To-do list',
  'quality.raisedByHand': 'Raised by hand',
} as const
