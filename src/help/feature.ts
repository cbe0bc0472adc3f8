// The help feature: explains the commands of all features, answers direct messages, and says what is not there yet.
import type { Feature } from '../feature.ts'
import type { CommandEntry, Handlers } from '../slack/handlers.ts'
import { HELLO_WORDS, HELP_WORDS } from './slack/command-words.ts'
import { answerDirectMessage } from './slack/direct-message.ts'
import { helloCommand } from './slack/hello-command.ts'
import { helpCommand } from './slack/help-command.ts'
import { notThereYet } from './slack/not-there-yet.ts'
import { words } from './words/words.ts'

export function helpFeature(listed: Pick<Handlers, 'commands' | 'lines'>): Feature {
  const { commands, lines } = listed
  const own: readonly CommandEntry[] = [
    { word: 'help', aliases: HELP_WORDS, run: helpCommand(commands) },
    { word: 'hello', aliases: HELLO_WORDS, run: helloCommand(commands) },
    ...notThereYet(commands),
  ]
  const events = { message: answerDirectMessage({ commands: [...commands, ...own], lines }) }
  return { name: 'help', words, commands: own, events }
}
