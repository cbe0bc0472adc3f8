// The help feature: `/kpi help` explains the commands of all features.
import type { Feature } from '../feature.ts'
import type { CommandEntry } from '../slack/handlers.ts'
import { helpCommand } from './slack/help-command.ts'
import { words } from './words/words.ts'

export const helpFeature = (commands: readonly CommandEntry[]): Feature => ({
  name: 'help',
  words,
  commands: [{ word: 'help', aliases: ['?', '帮助', '幫助', '说明', '說明'], run: helpCommand(commands) }],
})
