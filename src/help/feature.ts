// The help feature: explains the commands of all features, answers direct messages, and says what is not there yet.
import type { Feature } from '../feature.ts'
import { ASK_QUESTION } from '../slack/ask-buttons.ts'
import type { CommandEntry, Handlers } from '../slack/handlers.ts'
import { askFromButton } from './slack/ask-question.ts'
import { HELLO_WORDS, HELP_WORDS } from './slack/command-words.ts'
import { answerDirectMessage } from './slack/direct-message.ts'
import { helloCommand } from './slack/hello-command.ts'
import { helpCommand } from './slack/help-command.ts'
import { notThereYet } from './slack/not-there-yet.ts'
import { words } from './words/words.ts'

export function helpFeature(listed: Pick<Handlers, 'commands' | 'lines' | 'questions'>): Feature {
  const { commands, lines, questions } = listed
  const own: readonly CommandEntry[] = [
    { word: 'help', aliases: HELP_WORDS, run: helpCommand(commands) },
    { word: 'hello', aliases: HELLO_WORDS, run: helloCommand(commands) },
    ...notThereYet(commands),
  ]
  const answering = { commands: [...commands, ...own], lines, questions }
  const events = { message: answerDirectMessage(answering) }
  const actions = { [ASK_QUESTION]: askFromButton(answering) }
  return { name: 'help', words, commands: own, actions, events }
}
