// English: the meeting about a review: agenda, minutes, what was agreed.
export const meeting = {
  'meeting.minutes': 'Minutes',
  'meeting.agreed': 'Agreed',
  'meeting.daily': 'Daily meeting',
  'meeting.weekly': 'Weekly meeting',
  'meeting.monthly': 'Monthly review',
  'meeting.quarterly': 'Quarterly review',
  'meeting.title': 'Agenda: {meeting} · {team} · {period}',
  'meeting.results': 'Results',
  'meeting.leaks': 'Where the funnel leaks',
  'meeting.lastMeasures': 'Measures of the last review',
  'meeting.support': 'Open requests for support',
  'meeting.items': 'Action items',
  'meeting.openItems': '{count} open{late, plural, =0 {} other {, # of them overdue}}',
  'meeting.askMinutes':
    ':memo: Please write what is said and agreed into this thread: the minutes are taken from it.',
  'meeting.takeMinutes': 'Take the minutes',
  'meeting.agendaButton': 'Agenda for the meeting',
  'meeting.posted': 'The agenda is in {channel}. Press the button again to bring it up to date.',
  'meeting.privateExternal':
    'The agenda is in your direct messages with me: people of other companies read along in the channel.',
  'meeting.privateOnePerson':
    'The agenda is in your direct messages with me: each of the team’s sums is one person’s, and the channel does not show everybody’s numbers.',
  'meeting.withheld': 'Not shown here, because one person alone reports them: {numbers}.',
  'meeting.noGapShown': 'Every target shown here was reached.',
  'meeting.noGapShownSoFar': 'Everything shown here is on pace or ahead.',
  'meeting.offer': '{period} is over in {team}, and its numbers are in. Time for the review.',
  'meeting.showReview': 'Show the review',
  'meeting.reading': 'Reading the thread …',
  'meeting.noThread': 'The thread of the agenda could not be read. Write the minutes here.',
  'meeting.repliesLeft':
    '{count, plural, one {# later reply does} other {# later replies do}} not fit here yet. Shorten the text, save it, and take the minutes again: what is left comes then.',
  'meeting.minutesField': 'What was said and decided',
  'meeting.minutesHint':
    'Taken from the thread. Once saved, they stand with the agenda; lines can become action items next.',
  'meeting.minutesMissing': 'Nothing is written yet.',
  'meeting.minutesKept':
    'The minutes of {period} are saved, and stand with the agenda. Is there something to do? Choose its line and who does it.',
  'meeting.lineField': 'Line of the minutes',
  'meeting.lineMissing': 'Choose a line.',
  'meeting.addItem': 'Add',
  'meeting.result': '{metric}: {actual} (period before: {before})',
} as const
