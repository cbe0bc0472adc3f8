// Answers words for what Pacesetter does not do yet, with the nearest that it does.
import type { MessageKey } from '../../core/i18n/translate.ts'
import type { CommandEntry } from '../../slack/handlers.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { commandButtons } from '../../slack/run-buttons.ts'

interface Missing {
  word: string
  aliases: readonly string[]
  text: MessageKey
  nearest: { command: string; label: MessageKey }
}

const MISSING: readonly Missing[] = [
  {
    word: 'weekly-meeting',
    aliases: [...['weekly review', 'weekly meeting'], ...['周会', '週會', '周例会', '週例會']],
    text: 'help.noReports',
    nearest: { command: 'board week', label: 'help.showBoard' },
  },
]

/** Without those that a feature has. */
export const notThereYet = (commands: readonly CommandEntry[]): CommandEntry[] =>
  MISSING.filter(({ word }) => commands.every((entry) => entry.word !== word)).map(
    ({ word, aliases, text, nearest: { command, label } }) => ({
      ...{ word, aliases },
      run: async ({ t, reply }) => {
        const { blocks } = textMessage(t(text))
        reply({ text: t(text), blocks: [...blocks, commandButtons([{ command, label: t(label) }])] })
      },
    }),
  )
