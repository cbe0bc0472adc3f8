// Reads whom a command is about: a mention, or the plain name of somebody whom the person leads; asks where it fits several.
import type { Context } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip, mention, mentionedIn, unescapeText } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandRequest } from '../../slack/requests.ts'
import { commandButtons } from '../../slack/run-buttons.ts'
import { namedIn } from '../domain/person-match.ts'
import { peopleLed } from '../flows/people-led.ts'

const TYPED_LENGTH = 40
/** More people of one name are told apart by a mention. */
const MOST_BUTTONS = 10

/** Null: nobody is named, and the person has got a reply. `nobody`: what to type. */
export async function personOrReply(
  call: CommandRequest,
  { db }: Context,
  { command, nobody }: { command: string; nobody: string },
): Promise<{ userId: UserId; rest: string } | null> {
  const { rest, t } = call
  const mentioned = mentionedIn(rest)
  if (mentioned) return mentioned
  const led = rest === '' ? [] : await peopleLed(db, call.who, call.now)
  if (led.length === 0) {
    call.reply(textMessage(nobody))
    return null
  }
  const { found, rest: others } = namedIn(unescapeText(rest), led)
  if (found.length === 1) return { userId: found[0]!.userId, rest: others }
  if (found.length === 0) {
    const typed = escapeWithin(unescapeText(rest), TYPED_LENGTH)
    call.reply(textMessage(`${t('people.notFound', { typed })} ${nobody}`))
    return null
  }
  const buttons = found.slice(0, MOST_BUTTONS).map(({ userId, name, teams }) => ({
    label: clip(`${name} · ${teams.join(t('common.listSeparator'))}`, limits.button.text.maxLength),
    command: `${command} ${mention(userId)} ${others}`.trim(),
  }))
  const fits = buttons.every((button) => button.command.length <= limits.button.value.maxLength)
  const question = t('people.which')
  call.reply({
    text: question,
    blocks: [...textMessage(question).blocks, ...(fits ? [commandButtons(buttons)] : [])],
  })
  return null
}
