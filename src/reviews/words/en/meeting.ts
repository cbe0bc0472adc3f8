// English: the meeting about a review: agenda, minutes, what was agreed.
export const meeting = {
  'meeting.minutes': 'Minutes',
  'meeting.agreed': 'Agreed',
} as const
