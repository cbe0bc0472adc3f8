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
  'meeting.lastMeasures': 'The last measures',
  'meeting.support': 'Support that was asked for',
  'meeting.items': 'Action items',
  'meeting.openItems': '{count} open, {late} of them overdue',
  'meeting.askMinutes':
    ':memo: Please answer in this thread what is said and agreed: the minutes are taken from it.',
  'meeting.takeMinutes': 'Take the minutes',
  'meeting.agendaButton': 'Agenda for the meeting',
  'meeting.posted': 'The agenda is in {channel}. Posted again, it is brought up to date.',
  'meeting.privateExternal':
    'The agenda is in your direct messages with me: people of other companies read along in the channel.',
  'meeting.privateOnePerson':
    'The agenda is in your direct messages with me: the team’s sums are those of one person, and the channel does not show everybody’s numbers.',
  'meeting.offer': '{period} is over in {team}, and its numbers are in. Time for the review.',
  'meeting.showReview': 'Show the review',
  'meeting.reading': 'Reading the thread …',
  'meeting.noThread': 'The thread of the agenda could not be read. Write the minutes here.',
  'meeting.minutesField': 'What was said and decided',
  'meeting.minutesHint':
    'Taken from the thread. Saved, they stand with the agenda; lines become action items next.',
  'meeting.minutesMissing': 'Nothing is written yet.',
  'meeting.minutesKept':
    'The minutes of {period} are saved, and stand with the agenda. Does somebody have to do something? Choose the line.',
  'meeting.lineField': 'Line of the minutes',
  'meeting.lineMissing': 'Choose a line.',
  'meeting.addItem': 'Add',
  'meeting.result': '{metric}: {actual}, before {before}',
} as const
