// English: leave that is recorded, shown and taken back.
export const leave = {
  'leave.title': 'Leave',
  'leave.intro': 'On these days nobody is asked for a standup, and nothing counts against them.',
  'leave.who': 'Who is away',
  'leave.from': 'First day',
  'leave.to': 'Last day',
  'leave.toHint': 'Leave empty for a single day.',
  'leave.kind': 'What kind of leave',
  'leave.kindHint':
    'Only the person, the manager of their home team and whoever stands in see the kind. Travel and field work are working days: the standup is asked for as usual.',
  'leave-kind.annual': 'Annual leave',
  'leave-kind.personal': 'Personal leave',
  'leave-kind.sick': 'Sick leave',
  'leave-kind.other': 'Other leave',
  'leave-kind.travel': 'Business trip',
  'leave-kind.field': 'Field work',
  'leave.ofKind': '{when} ({kind})',
  'leave.savedTrip':
    '✅ Recorded: {when}. These are working days: you are asked for your standup as usual, and the team’s summary says where you are.',
  'leave.toldTripHint':
    'These are working days: you are asked for your standup as usual, and the team’s summary says where you are. Not right? Cancel it with `/kpi leave`.',
  'leave.part': 'How much of the day',
  'leave.partWhole': 'All day',
  'leave.partMorning': 'The morning',
  'leave.partAfternoon': 'The afternoon',
  'leave.record': 'Record',
  'leave.recorded': '*Recorded from today on*',
  'leave.nothing': 'Nothing is recorded from today on.',
  'leave.range': '{from} to {to}',
  'leave.morning': '{dates}, in the morning',
  'leave.afternoon': '{dates}, in the afternoon',
  'leave.line': '{person}: {when}',
  'leave.cancel': 'Cancel it',
  'leave.cancelSure': 'Cancel this leave?',
  'leave.keep': 'Keep it',
  'leave.saved': '✅ Your leave is recorded: {when}.',
  'leave.savedOther': '✅ Recorded for {person}: {when}.',
  'leave.cancelled': '✅ Cancelled for {person}: {when}.',
  'leave.gone': 'That leave was cancelled already.',
  'leave.toldRecorded': '{by} has recorded leave for you: {when}.',
  'leave.toldRecordedHint':
    'You will not be asked for a standup on these days, and they do not count against you. Not right? Cancel it with `/kpi leave`.',
  'leave.toldCancelled': '{by} has cancelled your leave: {when}.',
  'leave.toldCancelledHint':
    'You will be asked for your standup on these days again. Not right? Record it again with `/kpi leave`.',
  'leave.homeTitle': 'Home team',
  'leave.homeButton': 'Home team',
  'leave.homeIntro':
    'The home team looks after a person’s leave: its manager sees, records and cancels it. Other teams only see that they are away.',
  'leave.homeNow': '{person}, now in {team}',
  'leave.homeNew': 'New home team',
  'leave.homeMissing': 'Please choose a home team.',
  'leave.homeSaved': '✅ The home team is changed.',
  'leave.homeNotAllowed': 'Only the person and the manager of their home team can change it.',
  'leave.homeMoved':
    '{by} has moved the home team of {person} to {team}. {manager} looks after their leave from now on.',
  'leave.homeMovedYours':
    '{by} has moved your home team to {team}. {manager} looks after your leave from now on. Not right? Change it with `/kpi leave`.',
  'leave.homeMovedAway':
    '{by} has moved the home team of {person} to another team, which looks after their leave from now on.',
  'leave.fromMissing': 'Please choose the first day.',
  'leave.whoMissing': 'Please choose who is away.',
  'leave.notAllowed': 'You can record leave for yourself, and for people whose home team you manage.',
  'leave.endsBeforeStart': 'The last day is before the first.',
  'leave.tooLong': 'At most a year at a time, please.',
  'leave.tooFarBack': 'Leave can be recorded up to 31 days back.',
  'leave.tooFarAhead': 'That is more than two years ahead. Is the date right?',
  'leave.overlaps': 'Leave is already recorded there: {when}.',
  'leave.noTeam':
    'You are in no team, so nobody asks you for anything on your days off: there is nothing to record.',
  'leave.notUnderstood':
    'I did not understand the dates. Like this: `/kpi leave 2026-12-01..2026-12-03`, or only `/kpi leave` for a form.',
} as const
