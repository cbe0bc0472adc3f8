// English: warnings: what they say, their buttons and their forms.
export const warning = {
  'warning.blue': 'Early sign',
  'warning.yellow': 'Warning',
  'warning.red': 'Urgent',
  'warning.headOwn': '{mark} *{level}: {topic}*',
  'warning.head': '{mark} *{level}: {name}, {topic}*',
  'warning.pace': '{reached} by now; {expected} would be on pace for {target} in {month}.',
  'warning.forecast': 'heading for about {total} of {target} by the end of {month} (likely {low} to {high}).',
  'warning.forecastOver': ':white_check_mark: On course for the target again.',
  'warning.itemsTopic': 'to-do list',
  'warning.items':
    '{items, plural, one {one item is} other {# items are}} past the date; the oldest was due on {date}.',
  'warning.itemsNextOwn': '`/kpi todo` closes it, hands it on or sets a new date.',
  'warning.itemsNext': 'Ask what it waits for; `/kpi todo` hands it on or sets a new date.',
  'warning.support':
    '{items, plural, one {one request for support is} other {# requests for support are}} past the date; the oldest was due on {date}.',
  'warning.supportNextOwn': 'Ask whoever has it when it will come, or who else can help.',
  'warning.supportNext': 'They wait for support: do it, hand it on or set a new date with `/kpi todo`.',
  'warning.itemsMixed':
    '{items, plural, one {one item} other {# items}} and {waiting, plural, one {one request for support} other {# requests for support}} are past the date; the oldest was due on {date}.',
  'warning.itemsMixedNextOwn':
    '`/kpi todo` closes what is yours, hands it on or sets a new date; ask whoever has the support when it will come.',
  'warning.itemsMixedNext':
    'Ask what the items wait for, and see to the support; `/kpi todo` hands on or sets a new date.',
  'warning.itemsOver': ':white_check_mark: Nothing is overdue any more.',
  'warning.trend': '{weeks} weeks in a row less good than the one before: {values}.',
  'warning.trendDay': '{weeks} weeks in a row less good than the one before, a working day: {values}.',
  'warning.trendNextOwn':
    'In the week of {date} it was {from}. Look at what changed since then, and try one thing this week.',
  'warning.trendNext':
    'In the week of {date} it was {from}. Ask what has changed since then, and which one thing would help.',
  'warning.trendOver': ':white_check_mark: No longer worse week after week.',
  'warning.threshold': '{value} so far this month, past the limit that is set.',
  'warning.trendMoreOwn':
    '{more} more a working day would be as in the week of {date}. Look at what changed since then, and try one thing this week.',
  'warning.trendMore':
    '{more} more a working day would be as in the week of {date}. Ask what has changed since then, and which one thing would help.',
  'warning.thresholdLimit': '{value} so far this month; the limit is {limit}.',
  'warning.thresholdBack': '{more} more, and it is back within the limit.',
  'warning.thresholdOver': ':white_check_mark: Back within the limit.',
  'warning.valueNextOwn': '`/kpi me` shows the days behind it.',
  'warning.valueNext': 'Ask what is behind it, and what would help first.',
  'warning.leak': '{converted} of {entered} went on: {share}; the benchmark is {benchmark}.',
  'warning.leakNextOwn':
    'At {benchmark} it would be {would}. {last, plural, one {Take the one} other {Take the last #}} that did not go on, and ask a colleague how they would have done it.',
  'warning.leakNext':
    'At {benchmark} it would be {would}. Go along to the next one, or look {last, plural, one {at the one} other {at the last #}} that did not go on together.',
  'warning.leakOver': ':white_check_mark: As many go on again as should.',
  'warning.overspend': '{spent} spent by now; the plan by now is {expected}.',
  'warning.overspendOver': ':white_check_mark: Back within the plan.',
  'warning.silenceTopic': 'daily answers',
  'warning.silence':
    '{days, plural, one {no answer on {since}} other {no answer for # working days, since {since}}}.',
  'warning.silenceNextOwn':
    '{days, plural, one {Two lines are enough} other {Two lines for today are enough; the # days before need no catching up}}. This morning’s message has the button. If you are away, say so with `/kpi leave`.',
  'warning.silenceNext':
    '{days, plural, one {Ask how things are} other {After # days a call says more than a message: ask how things are}}. Somebody may be away, or stuck.',
  'warning.silenceOver': ':white_check_mark: Answered again.',
  'warning.silenced': ':point_down: A more urgent warning about this number has come since. That one counts.',
  'warning.answerBy': ':hourglass: If nobody is on it by {date}, {time}, it goes one step up.',
  'warning.remindedBy': ':hourglass: If nobody is on it by {date}, {time}, you will be reminded.',
  'warning.reached': ':hourglass: Nobody is on it yet. It has reached {who}, too.',
  'warning.onlyYou': 'It was sent to you alone; whoever leads the team can look it up.',
  'warning.yoursAlone': 'Nobody else leads the team, so the answer is yours.',
  'warning.managerToo': '{manager} sees this too and can help.',
  'warning.blockedOwn':
    '{count, plural, one {One blocker of yours is} other {# blockers of yours are}} open since {date} without help: who could help?',
  'warning.blocked':
    '{count, plural, one {One blocker is} other {# blockers are}} open since {date} without help: who could help?',
  'warning.targetLowered':
    ':straight_ruler: Measured by {before} as before: {by} has set the target to {now} since this warning opened. Whether that is the answer is for whoever leads above to say.',
  'warning.acknowledged': ':handshake: {by} is on it until {date}: {action}',
  'warning.doneUntil': ':handshake: Done by {by}: {action} · looked at again on {date}',
  'warning.promised': 'Planned by {by} until {date}: {action}. It has not worked out yet.',
  'warning.snoozed': ':zzz: Put off until {date} by {by}.',
  'warning.recovered': ':white_check_mark: Back on pace.',
  'warning.notARisk': ':white_check_mark: {by} sees no risk: {note}',
  'warning.left': 'Closed: no longer in the team.',
  'warning.leftTeam': 'Closed: you are no longer in {team}.',
  'warning.notYours': 'You no longer get this warning: {manager} leads {team} now.',
  'warning.onLeave': 'Closed: on leave until the end of {month}.',
  'warning.onLongLeave': 'Closed: on leave for four weeks or longer.',
  'warning.paused': 'Closed: the team is paused.',
  'warning.periodOver': 'Closed: {month} is over.',
  'warning.limitsChanged': 'Closed: the limits have been changed, and it is within them now.',
  'warning.ruleOff': 'Closed: the team no longer watches this.',
  'warning.nothingToMeasure': 'Closed: there is no target any more.',
  'warning.notMeasured': 'Closed: this number is no longer measured here.',
  'warning.aboutOwn': '{topic}',
  'warning.about': '{name}, {topic}',
  'warning.noteRaised': '{mark} *Now “{level}”: {about}*',
  'warning.noteRepeated': '{mark} *{about}*: nobody is on it yet.',
  'warning.notePromise':
    '{mark} *{about}*: the date that {by} planned for is here, and it is still open. What would help now?',
  'warning.noteWithdrawn':
    '{mark} *{about}*: what was planned will not be done, and nobody is on it any more.',
  'warning.noteSnooze': '{mark} *{about}*: put off until today, and still open.',
  'warning.noteStillOpen': '{mark} *Still open: {about}*',
  'warning.noteResolved': '{mark} *Over: {about}*',
  'warning.takeOn': 'I’m on it',
  'warning.takeOnSave': 'Take it on',
  'warning.action': 'What will be done',
  'warning.actionHint': 'One thing that can be seen, such as two more demos this week.',
  'warning.actionMissing': 'Please say in a few words what will be done.',
  'warning.until': 'Looked at again on',
  'warning.untilHint':
    'By {date} at the latest. If it is still open then, it goes one step further up, with what was planned.',
  'warning.untilHintTop':
    'By {date} at the latest. If it is still open then, you are reminded, with what was planned.',
  'warning.dayMissing': 'Please choose a day.',
  'warning.dayOutside': 'Please choose a day from {first} to {last}.',
  'warning.putOff': 'Put off',
  'warning.putOffUntil': 'Until',
  'warning.putOffHint': 'Until {date} at the latest. If it gets worse before, you hear of it.',
  'warning.putOffEnough':
    'It can be put off for {days} working days in all, and they are used up. Please take it on, or say why it is no risk.',
  'warning.noRisk': 'Not a risk',
  'warning.reason': 'Why it is no risk',
  'warning.reasonHint':
    'Everyone who got this warning reads it. It stays quiet this month unless it gets worse.',
  'warning.reasonMissing': 'Please say in a few words why.',
  'warning.gone': 'This warning is not there any more.',
  'warning.notAllowed': 'This is for whoever leads the team.',
  'warning.alreadyTaken': '{by} is on it already.',
  'warning.promisedAlready':
    'Somebody is on it until {date}, and then it is looked at again. Whoever is on it can move that date in the to-do list.',
  'warning.alreadyClosedBy': 'Already closed by {by} on {date} at {time}.',
  'warning.alreadyClosed': 'Already closed on {date} at {time}.',
} as const
