// Converts mrkdwn to plain text as a user sees it: names for ids, dates in their zone, no markup.
import type { User } from '../state/entities.ts'
import type { Workspace } from '../state/workspace.ts'

export interface Reader {
  workspace: Workspace
  user: User
}

export function readMrkdwn(reader: Reader, text: string): string {
  const plain = text.replaceAll(/<([^<>]+)>/g, (_, inside: string) => readReference(reader, inside))
  return plainCharacters(unstyle(plain))
}

function readReference({ workspace, user }: Reader, inside: string): string {
  const [target, label] = inside.split('|', 2) as [string, string | undefined]
  if (target.startsWith('@'))
    return `@${workspace.users.get(target.slice(1))?.realName ?? label ?? target.slice(1)}`
  if (target.startsWith('#'))
    return `#${workspace.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`
  if (target.startsWith('!date^')) return readDate(user, target, label)
  if (target.startsWith('!subteam^')) return label ?? '@group'
  if (target.startsWith('!')) return `@${target.slice(1)}`
  return label ?? target.replace(/^mailto:/, '')
}

/** `!date^1392734382^Posted {date_num} {time_secs}`; an invalid date shows its fallback. */
function readDate(user: User, target: string, fallback: string | undefined): string {
  const [, seconds, format] = target.split('^')
  if (!/^\d+$/.test(seconds ?? '') || format === undefined) return fallback ?? target
  const instant = new Date(Number(seconds) * 1000)
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(user.locale, { timeZone: user.tz, ...options }).format(instant)
  const parts: Readonly<Record<string, () => string>> = {
    date_num: () => new Intl.DateTimeFormat('sv', { timeZone: user.tz }).format(instant),
    date: () => show({ dateStyle: 'long' }),
    date_long: () => show({ dateStyle: 'full' }),
    date_short: () => show({ dateStyle: 'medium' }),
    time: () => show({ timeStyle: 'short' }),
    time_secs: () => show({ timeStyle: 'medium' }),
  }
  return format.replaceAll(/\{(\w+?)(_pretty)?\}/g, (whole, name: string) => parts[name]?.() ?? whole)
}

/** Bold, italic, strikethrough and code markers; Slack recognises them only at the edge of a word. */
function unstyle(text: string): string {
  return text.replaceAll(/(^|[\s([{"'—–-])([*_~`])(\S(?:[^\n]*?\S)??)\2(?=$|[\s)\]}"'.,:;!?—–-])/gm, '$1$3')
}

function plainCharacters(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
