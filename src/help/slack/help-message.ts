// Renders the help: commands for members, and for managers those of managers too.
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { CommandEntry, HelpReader } from '../../slack/handlers.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { runButtons } from '../../slack/run-buttons.ts'

export function renderHelp(
  commands: readonly CommandEntry[],
  reader: HelpReader,
  t: Translate,
): RenderedMessage {
  const { isMember, isManager, isAdmin, isGuest } = reader
  const explained = explainedIn(commands)
  const lines = (...audiences: string[]) =>
    explained.filter(({ audience }) => audiences.includes(audience)).map(({ text }) => t(text))
  const forManagers = [...(isMember ? [] : lines('everyone')), ...lines('managers')]
  const stranger = !isMember && !isManager
  const paragraphs = [
    t('help.title'),
    ...(stranger ? [t(isGuest ? 'help.guest' : isAdmin ? 'help.admin' : 'help.start')] : []),
    ...(isMember ? [lines('reps', 'everyone').join('\n')] : []),
    ...(isManager ? [[t('help.manager'), ...forManagers].join('\n')] : []),
  ]
  const buttons = buttonsFor(commands, reader, t)
  return {
    text: paragraphs.join('\n\n'),
    blocks: [...paragraphs.map(section), ...(buttons.length > 0 ? [runButtons(buttons)] : [])],
  }
}

/** The short help, for whoever is in a team or manages one. */
export function renderHello(
  commands: readonly CommandEntry[],
  reader: HelpReader,
  t: Translate,
): RenderedMessage {
  const text = t(reader.isMember ? 'hello.member' : 'hello.manager')
  const buttons = [...buttonsFor(commands, reader, t), { word: 'help', label: t('hello.allHelp') }]
  return { text, blocks: [...textMessage(text).blocks, runButtons(buttons)] }
}

const explainedIn = (commands: readonly CommandEntry[]) =>
  commands
    .flatMap(({ word, help }) => (help ? [{ word, ...help }] : []))
    .sort((one, other) => one.place - other.place)

const buttonsFor = (commands: readonly CommandEntry[], reader: HelpReader, t: Translate) =>
  explainedIn(commands).flatMap(({ word, button }) => {
    const label = button?.(reader)
    return label ? [{ word, label: t(label) }] : []
  })
