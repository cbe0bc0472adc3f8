// Minutes of a meeting: what is suggested from the thread of its agenda, and the lines that can become action items.
import type { Reply } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import type { Minutes } from './stored-review.ts'

const MENTION = /<@([A-Z]\w{0,63})(?:\|[^<>]{0,200})?>/g
const CHANNEL = /<#[A-Z]\w{0,63}\|([^<>]{0,200})>/g
const LINK = /<((?:https?|mailto):[^<>|]{1,3000})(?:\|([^<>]{0,500}))?>/g

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

/** One line for each reply: who, and what they wrote. What came before the minutes were saved is in them already. */
export function suggestedMinutes(
  saved: Minutes | null,
  replies: readonly Reply[],
  nameOf: Readonly<Record<UserId, string>>,
): string {
  const since = saved?.at.epochMilliseconds ?? 0
  const lines = replies
    .filter(({ at }) => at.epochMilliseconds > since)
    .map(({ userId, text }) => `${nameOf[userId] ?? userId}: ${spoken(text, nameOf)}`)
  return [...(saved ? [saved.text] : []), ...lines].join('\n')
}

/** The lines of the minutes that say something. */
export const linesOf = ({ text }: Minutes): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
