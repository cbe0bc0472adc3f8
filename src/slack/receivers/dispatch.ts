// Runs the command that was typed after `/kpi`, or suggests the nearest one for a typing error.

import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../blocks.ts'
import { parseCommand } from '../command-line.ts'
import type { CommandEntry, Handlers } from '../handlers.ts'
import { clip, escapeText } from '../mrkdwn.ts'
import type { ActionHandler, CommandRequest } from '../requests.ts'
import { textMessage } from './receiver.ts'

export const RUN_NEAREST = 'command:run'
const HELP = 'help'
const TYPED_LENGTH = 30
/** In characters; more is refused before any parser reads it. */
export const LONGEST_COMMAND = 4000

type Typed = Pick<Handlers, 'commands' | 'lines'>

export async function runCommand(call: CommandRequest, typed: Typed, context: Context): Promise<void> {
  if (await runTyped(call, typed, context)) return
  const parsed = parseCommand(call.rest, wordsOf(typed.commands))
  call.reply(unknownCommand(call.rest, parsed.ok ? null : parsed.nearest, call.t))
}

/** Whether it is a command with nothing behind it. */
export function isBareCommand(text: string, commands: readonly CommandEntry[]): boolean {
  const parsed = parseCommand(text, wordsOf(commands))
  return parsed.ok && parsed.rest === ''
}

/** False: it is no command, and no line that a feature reads. */
export async function runTyped(
  call: CommandRequest,
  { commands, lines }: Typed,
  context: Context,
): Promise<boolean> {
  if (call.rest.length > LONGEST_COMMAND) {
    call.reply(textMessage(call.t('command.tooLong', { most: LONGEST_COMMAND })))
    return true
  }
  const parsed = parseCommand(call.rest || HELP, wordsOf(commands))
  const entry = parsed.ok ? commands.find(({ word }) => word === parsed.word) : undefined
  if (parsed.ok && entry) {
    await entry.run({ ...call, rest: parsed.rest }, context)
    return true
  }
  for (const line of lines) if (await line(call, context, 'part')) return true
  return false
}

const wordsOf = (commands: readonly CommandEntry[]) =>
  commands.map(({ word, aliases: names, telling = [] }) => ({ word, names, telling }))

function unknownCommand(rest: string, nearest: string | null, t: Translate): RenderedMessage {
  const word = rest.split(/\s/)[0] ?? ''
  const typed = escapeText(clip(word.replaceAll('`', ''), TYPED_LENGTH))
  if (nearest === null) return textMessage(t('command.unknown', { typed }))
  const question = textMessage(t('command.nearest', { typed, nearest }))
  question.blocks.push({
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: RUN_NEAREST,
        text: { type: 'plain_text', text: t('command.run') },
        value: nearest,
      },
    ],
  })
  return question
}

/** The button under "Did you mean …?". A forged value can only run another command with the permissions of whoever clicked. */
export const runNearest =
  (typed: Typed): ActionHandler =>
  async (call, context) => {
    const replies: RenderedMessage[] = []
    const { who, now, t, triggerId, open, channelId } = call
    await runCommand(
      {
        ...{ who, now, t, triggerId, open },
        channelId: channelId ?? '',
        rest: call.value,
        reply: (message) => void replies.push(message),
      },
      typed,
      context,
    )
    for (const message of replies) await call.replace(message)
  }
