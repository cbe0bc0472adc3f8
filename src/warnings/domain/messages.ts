// Which messages a decision about a warning brings: the warning to whom it is new, its edit, and notes beside it.
import type { UserId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { Decision } from './decision.ts'
import type { Said } from './digest.ts'
import type { Episode, Note } from './episode.ts'
import type { Warning } from './warning.ts'

export const WARNING = 'warning'
/** Where an action item of a promise comes from. */
export const PROMISED = 'warning'
export const WARNING_NOTE = 'warning-note'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    warning: { episodeId: string }
    'warning-note': { episodeId: string; note: Note }
  }
}

export const warningKey = (episodeId: string, userId: UserId): string => `${WARNING}:${episodeId}:${userId}`

export function warningDraft(
  { workspaceId, teamId, episodeId }: Pick<Warning, 'workspaceId' | 'teamId' | 'episodeId'>,
  userId: UserId,
): MessageDraft<'warning'> {
  return {
    ...{ workspaceId, key: warningKey(episodeId, userId), kind: WARNING, teamId, subject: { episodeId } },
    audience: { to: 'person', userId },
  }
}

/** `version`: each change tells its own; the end is told once, whatever happens. */
function noteDraft(
  { workspaceId, teamId, episodeId, version }: Warning,
  userId: UserId,
  note: Note,
): MessageDraft<'warning-note'> {
  const once = note === 'resolved' ? note : `${note}:${version}`
  return {
    ...{ workspaceId, key: `${WARNING_NOTE}:${episodeId}:${userId}:${once}`, kind: WARNING_NOTE, teamId },
    ...{ subject: { episodeId, note }, audience: { to: 'person', userId } },
  }
}

export const draftOf = ({ warning, userId, what }: Said): MessageDraft =>
  what === 'new' ? warningDraft(warning, userId) : noteDraft(warning, userId, what)

/** Who is told what anew. `warning`: as it is after the decision. */
export const saidIn = (warning: Warning, { posts, notes }: Pick<Decision, 'posts' | 'notes'>): Said[] => [
  ...posts.map(({ userId }) => ({ warning, userId, what: 'new' as const })),
  ...notes.map(({ userId, note }) => ({ warning, userId, what: note })),
]

/** As they are shown to those who have the warning already. */
export const shownTo = (
  warning: Warning,
  { posts, events }: Pick<Decision, 'posts' | 'events'>,
): MessageDraft[] =>
  warning.episode.told
    .filter((userId) => events.length > 0 && !posts.some((post) => post.userId === userId))
    .map((userId) => warningDraft(warning, userId))

/** Whether it was quiet for somebody who would be told of it now. */
export const speaksAgain = (before: Episode | null, { state, silenced }: Episode): boolean =>
  before !== null &&
  !silenced &&
  (state === 'open' || state === 'acknowledged') &&
  (before.state !== state || before.silenced)
