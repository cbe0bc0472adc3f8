// Minutes of a meeting: what is suggested from the thread of its agenda, and the lines that can become action items.
import type { Reply } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import { MINUTES_LENGTH, type Minutes } from './stored-review.ts'

const MENTION = /<@([A-Z]\w{0,63})(?:\|[^<>]{0,200})?>/g
const CHANNEL = /<#[A-Z]\w{0,63}\|([^<>]{0,200})>/g
const LINK = /<((?:https?|mailto):[^<>|]{1,3000})(?:\|([^<>]{0,500}))?>/g
/** What is left of a character's escape where a text was cut. */
const BROKEN_ESCAPE = /&[a-z]{0,3}$/

/** What a message says, without Slack's markup for people, channels and links. It is still escaped. */
const spoken = (text: string, nameOf: Readonly<Record<UserId, string>>): string =>
  text
    .replace(MENTION, (_, userId: UserId) => `@${nameOf[userId] ?? userId}`)
    .replace(CHANNEL, (_, name: string) => `#${name}`)
    .replace(LINK, (_, url: string, label: string | undefined) => label || url)

/** Everybody whose name the replies need. */
export const peopleIn = (replies: readonly Reply[]): UserId[] => [
  ...new Set(
    replies.flatMap(({ userId, text }) => [
      userId,
      ...[...text.matchAll(MENTION)].map(([, named]) => named!),
    ]),
  ),
]

export interface Suggestion {
  text: string
  /** When the last reply was written that is in it. Null: none is. */
  readTo: Temporal.Instant | null
  /** How many later replies did not fit. */
  left: number
}

/**
 * What is saved, and a line for each reply since the last that was suggested before it was saved: who, and what they wrote. Replies
 * that do not fit are left for the next time.
 */
export function suggestedMinutes(
  saved: Minutes | null,
  replies: readonly Reply[],
  nameOf: Readonly<Record<UserId, string>>,
): Suggestion {
  const before = saved?.readTo ?? null
  const later = replies.filter(({ at }) => !before || Temporal.Instant.compare(at, before) > 0)
  const lines = saved ? [saved.text] : []
  let readTo = before
  for (const [index, { userId, text, at }] of later.entries()) {
    const room = MINUTES_LENGTH - lines.reduce((sum, line) => sum + [...line].length + 1, 0)
    const line = fitted(`${nameOf[userId] ?? userId}: ${spoken(text, nameOf)}`, room)
    if (line === null) return { text: lines.join('\n'), readTo, left: later.length - index }
    lines.push(line)
    readTo = at
  }
  return { text: lines.join('\n'), readTo, left: 0 }
}

/** A longer reply is cut where half of the field is free: it might never fit. Null: it waits. */
function fitted(line: string, room: number): string | null {
  const points = [...line]
  if (points.length <= room) return line
  const half = MINUTES_LENGTH / 2
  if (points.length <= half || room < half) return null
  return `${points
    .slice(0, room - 1)
    .join('')
    .replace(BROKEN_ESCAPE, '')}…`
}

/** The lines of the minutes that say something. */
export const linesOf = ({ text }: Minutes): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
