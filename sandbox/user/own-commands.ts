// Slack's own slash commands that change who is in a channel: /invite and /remove.
import { findChannel } from '../state/channels.ts'
import type { Channel, User } from '../state/entities.ts'
import { addMessage } from '../state/messages.ts'
import { joinChannel, leaveChannel } from './membership.ts'
import { type OwnCommandWords, wordsFor } from './own-command-words.ts'
import type { UserContext } from './user-context.ts'

const SLACKBOT = 'USLACKBOT'

/** What became of the command; `sentences` is what Slackbot says to whoever typed it. */
export interface Done {
  ok: boolean
  sentences: string[]
}

type OwnCommand = (context: UserContext, channel: Channel, users: readonly User[]) => Done

const OWN_COMMANDS: Readonly<Record<string, OwnCommand>> = { '/invite': invite, '/remove': remove }

/** Undefined when the command is none of Slack's own. */
export function runOwnCommand(
  context: UserContext,
  here: Channel,
  command: string,
  text: string,
): Done | undefined {
  const run = Object.hasOwn(OWN_COMMANDS, command) ? OWN_COMMANDS[command] : undefined
  if (run === undefined) return undefined
  const words = wordsFor(context.user.locale)
  const refused = (sentence: string) => ({ ok: false, sentences: [sentence] })
  const [, before = text, elsewhere] = CHANNEL_AT_END.exec(text) ?? []
  const channel = elsewhere === undefined ? here : visibleChannel(context, elsewhere)
  if (channel === undefined) return refused(words.noChannel(elsewhere!))
  const refusal = refusalIn(words, context, channel)
  if (refusal !== undefined) return refused(refusal)
  const { users, unknown } = peopleIn(context, before)
  if (users.length + unknown.length === 0) return refused(words.whom(command))
  const done = run(context, channel, users)
  return {
    ok: done.ok && unknown.length === 0,
    sentences: [...done.sentences, ...unknown.map((name) => words.nobody(name))],
  }
}

/** `@aylin #sales`: the channel stands last. */
const CHANNEL_AT_END = /^([^#]*)#(\S+)\s*$/u

function visibleChannel({ workspace, user }: UserContext, name: string): Channel | undefined {
  const channel = findChannel(workspace, name)
  return channel?.kind === 'public' || channel?.members.has(user.id) ? channel : undefined
}

function refusalIn(words: OwnCommandWords, { user }: UserContext, channel: Channel): string | undefined {
  if (channel.kind === 'im' || channel.kind === 'mpim') return words.onlyInChannels
  if (channel.archived) return words.archived(channel.name)
  return channel.members.has(user.id) ? undefined : words.notMember(channel.name)
}

function invite({ platform, workspace, user }: UserContext, channel: Channel, users: readonly User[]): Done {
  const words = wordsFor(user.locale)
  const there = users.filter(({ id }) => channel.members.has(id))
  for (const { id } of users) joinChannel(platform, workspace, channel, id, user.id)
  return {
    ok: there.length === 0,
    sentences: there.map((one) => words.already(one.id, channel.name)),
  }
}

function remove({ platform, workspace, user }: UserContext, channel: Channel, users: readonly User[]): Done {
  const words = wordsFor(user.locale)
  const said = users.map((one) => {
    if (!channel.members.has(one.id)) return { ok: false, sentence: words.notThere(one.id, channel.name) }
    leaveChannel(platform, workspace, channel, one.id)
    return { ok: true, sentence: words.removed(one.id, channel.name) }
  })
  return { ok: said.every(({ ok }) => ok), sentences: said.map(({ sentence }) => sentence) }
}

interface Named {
  users: User[]
  unknown: string[]
}

/** `@aylin @Marta Keller`: handles and full names, with or without @, in any case; of several that fit the longest. */
function peopleIn({ workspace }: UserContext, text: string): Named {
  const active = [...workspace.users.values()].filter(({ deleted }) => !deleted)
  const names = active
    .flatMap((user) => [user.name, user.realName].map((name) => ({ user, name: name.toLowerCase() })))
    .sort((one, other) => other.name.length - one.name.length)
  const named: Named = { users: [], unknown: [] }
  let rest = withoutSigns(text)
  while (rest !== '') {
    const found = names.find(({ name }) => startsWithName(rest.toLowerCase(), name))
    const length = found?.name.length ?? rest.search(/[\s,，、]|$/u)
    if (found === undefined) named.unknown.push(rest.slice(0, length))
    else if (!named.users.includes(found.user)) named.users.push(found.user)
    rest = withoutSigns(rest.slice(length))
  }
  return named
}

const withoutSigns = (text: string) => text.replace(/^[\s,，、@]+/u, '').trimEnd()

const startsWithName = (text: string, name: string) =>
  text.startsWith(name) && (text.length === name.length || /[\s,，、@]/u.test(text[name.length]!))

/** An ephemeral message of Slackbot. */
export function sayPrivately(
  { platform, workspace, user }: UserContext,
  channel: Channel,
  sentence: string,
): void {
  addMessage(platform, workspace, channel, { userId: SLACKBOT, text: sentence, onlyFor: user.id })
}
