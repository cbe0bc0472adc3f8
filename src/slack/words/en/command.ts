// English: answers to `/kpi` that no area gives.
export const command = {
  'command.nearest': 'I do not know `/kpi {typed}`. Did you mean `/kpi {nearest}`?',
  'command.unknown': 'I do not know `/kpi {typed}`. `/kpi help` shows what I can do.',
  'command.tooLong':
    'That is too long for one command: I read at most {most} characters. Please send it in shorter pieces.',
  'command.run': 'Yes, do that',
  'command.stranger': 'I only work for the members of this workspace.',
} as const
