// The help feature: `/kpi help` explains the commands of all features, and what is not there yet is answered.
import type { Feature } from '../feature.ts'
import type { CommandEntry } from '../slack/handlers.ts'
import { HELP_WORDS } from './slack/command-words.ts'
import { helpCommand } from './slack/help-command.ts'
import { notThereYet } from './slack/not-there-yet.ts'
import { words } from './words/words.ts'

export const helpFeature = (commands: readonly CommandEntry[]): Feature => ({
  name: 'help',
  words,
  commands: [{ word: 'help', aliases: HELP_WORDS, run: helpCommand(commands) }, ...notThereYet(commands)],
})
