// English: what the audit tells of changes of metrics and numbers.
export const audit = {
  'audit.metric-edited': '{who} changed a number that {team} is asked for',
  'audit.metric-added': '{who} added a number that {team} is asked for',
  'audit.metric-switched': '{who} changed what {team} is asked for',
  'audit.number-corrected': '{who} corrected a number of {whom}',
  'audit.numberOf': '{metric} for {date}',
  'audit.noNumber': 'nothing',
  'audit.metricName': '{metric}, name',
  'audit.metricRange': '{metric}, usual for a day',
  'audit.metricPoints': '{metric}, points for each one',
  'audit.metricOn': 'asked for',
  'audit.metricOff': 'not asked for',
  'audit.range': '{from} to {to}',
  'audit.noBound': 'no limit',
} as const
