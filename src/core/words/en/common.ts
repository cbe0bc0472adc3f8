// English: words that every area uses.
export const common = {
  'common.cancel': 'Cancel',
  'common.checkin': 'standup',
  'common.close': 'Close',
  'common.labelled': '{label}: {value}',
  'common.listSeparator': ', ',
  'common.save': 'Save',
  'common.fault': 'That did not work just now, and nothing was changed. Please try again in a minute.',
  'common.notSaved':
    'Not saved yet: the system is not responding right now. Your text is still here; please submit again in a minute.',
  'common.slackFault':
    'That did not work: Slack is not answering me right now. Nothing was changed. Please try again in a minute.',
  'common.notSavedSlack':
    'Not saved yet: Slack is not answering me right now. Your text is still here; please submit again in a minute.',
  'common.tooLong': 'Not saved: this text is too long. Please shorten it to {most} characters.',
} as const
