// English: how good warnings were.
export const quality = {
  'help.risksReport': '`/kpi risks report`: how good the warnings of your teams were',
  'quality.title': '*How good the warnings were* · ended within the last {days} days',
  'quality.nothing': 'No warning has ended in that time, so there is nothing to judge yet.',
  'quality.caption': 'Warnings by rule and level',
  'quality.rule': 'Rule',
  'quality.level': 'Level',
  'quality.count': 'Warnings',
  'quality.unaided': 'Recovered unaided',
  'quality.afterAction': 'After action',
  'quality.tooLate': 'Too late',
  'quality.other': 'Otherwise closed',
  'quality.hours': 'Hours until taken on',
  'quality.days': 'Days to recover',
  'quality.line':
    '{mark} {rule}: {count}; recovered unaided {unaided}, after action {afterAction}, too late {tooLate}, otherwise closed {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}*: of {count} urgent ones {unaided} recovered unaided. A lower level would do: take its urgent limit away in `/kpi rules`.',
  'quality.how':
    'The level is the highest that was told. After action: somebody had taken it on before, or solved the risk. Too late: the month ended first. Hours and days are medians, nights and weekends included.',
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
