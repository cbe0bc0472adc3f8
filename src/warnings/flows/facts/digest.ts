// Loads a digest of warnings by the state that each has when the digest is sent or edited.
import type { Queryable } from '../../../core/db/client.ts'
import { findPerson } from '../../../org/db/people.ts'
import { loadWorkspaceSettings } from '../../../org/db/workspace-settings.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { linesOfDigest, toldSince } from '../../db/digests.ts'
import { findWarnings } from '../../db/episodes.ts'
import { knewOf, knownSince } from '../../domain/digest.ts'
import { urgentFirst } from '../../domain/listed.ts'
import type { WarningView } from '../../domain/warning-view.ts'
import { viewsOf } from '../list-warnings.ts'
import { isOver } from './warning.ts'

export interface DigestView {
  /** What needs somebody first. */
  open: readonly WarningView[]
  over: readonly WarningView[]
  /** The reader's. */
  zone: string
}

/**
 * Null: before it was sent nothing was left that somebody has to see. What had ended before the reader could know of it is left out
 * for good, and what they may not see any more is taken out.
 */
export async function loadDigest(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Message<'warning-digest'>,
  now: Temporal.Instant,
): Promise<DigestView | null> {
  const reader = toUserId ? await findPerson(db, workspaceId, toUserId) : null
  if (!reader) return null
  const { userId, zone } = reader
  const lines = await linesOfDigest(db, { workspaceId, userId, ...subject })
  const episodeIds = [...new Set(lines.map(({ episodeId }) => episodeId))]
  const warnings = await findWarnings(db, workspaceId, episodeIds)
  const { lastResortUserId } = await loadWorkspaceSettings(db, workspaceId)
  const views = await viewsOf(db, await actorOf(db, reader, now), warnings, now, lastResortUserId)
  const kept = await toldSince(db, { workspaceId, userId }, episodeIds)
  const known = new Map(
    warnings.map(({ episodeId, episode }) => [
      episodeId,
      knownSince(kept.get(episodeId), episode, userId, now),
    ]),
  )
  const news = new Set(lines.flatMap(({ what, episodeId }) => (what === 'new' ? [episodeId] : [])))
  const broken = new Set(
    lines.flatMap(({ what, episodeId }) => (what === 'promise-broken' ? [episodeId] : [])),
  )
  const shown = views.filter((view) => isShown(view, { news, broken, known, ts, now }))
  const over = shown.filter(({ warning }) => warning.episode.state === 'resolved')
  const open = urgentFirst(shown.filter((view) => !over.includes(view)))
  const isNews = over.length > 0 || open.some(({ warning }) => warning.episode.state === 'open')
  return ts !== null || (shown.length > 0 && isNews) ? { open, over, zone } : null
}

interface Shown {
  /** Of which the digest tells first. */
  news: ReadonlySet<string>
  /** Of which it tells that a promise was not kept: nothing else does. */
  broken: ReadonlySet<string>
  known: ReadonlyMap<string, string | null>
  ts: string | null
  now: Temporal.Instant
}

function isShown({ warning, ...view }: WarningView, { news, broken, known, ts, now }: Shown): boolean {
  const { episodeId, episode } = warning
  // Behind a higher one nothing is new: alone it would not be posted either.
  if (ts === null && episode.silenced && !(episode.state === 'open' && broken.has(episodeId))) return false
  const since = known.get(episodeId) ?? null
  if (episode.resolved) return knewOf(since, episode.resolved)
  return (ts !== null || !isOver({ warning, ...view }, now)) && (news.has(episodeId) || since !== null)
}
