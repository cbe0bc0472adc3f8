// Loads a warning's message, and what is told beside it, by the state that the warning has when it is sent.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { toldSince } from '../../db/digests.ts'
import { knewOf, knownSince } from '../../domain/digest.ts'
import { runsOn } from '../../domain/rule-settings.ts'
import type { LostView, WarningNoteView, WarningView } from '../../domain/warning-view.ts'
import { loadLost } from '../load-lost.ts'
import { loadWarning } from '../load-warning.ts'

/**
 * Null: before it was sent the warning or its period has ended, it was put off or stands behind a higher one, or somebody is on it so
 * that nobody further up has to be. Who never got it is told when it needs somebody again. Whoever got it and may not see it any more
 * keeps nothing of it.
 */
export async function loadWarningMessage(
  db: Queryable,
  { workspaceId, toUserId, subject: { episodeId }, ts }: Message<'warning'>,
  now: Temporal.Instant,
): Promise<WarningView | LostView | null> {
  if (!toUserId) return null
  const of = { workspaceId, episodeId, readerId: toUserId }
  const view = await loadWarning(db, of, now)
  if (!view) return ts === null ? null : loadLost(db, of, now)
  if (ts !== null) return view
  const { state, silenced } = view.warning.episode
  if (state === 'resolved' || state === 'snoozed' || silenced || isOver(view, now)) return null
  if (state === 'open' || view.own) return view
  const team = await loadTeam(db, workspaceId, view.warning.teamId)
  return toUserId === team?.managerUserId || toUserId === team?.delegateUserId ? view : null
}

/**
 * Null: it does not hold any more, a higher one stands in front of it since, or the reader never got the warning. Who has left the
 * team hears the end of their own, and nothing else of it.
 */
export async function loadWarningNote(
  db: Queryable,
  { workspaceId, toUserId, subject: { episodeId, note } }: Message<'warning-note'>,
  now: Temporal.Instant,
): Promise<WarningNoteView | LostView | null> {
  if (!toUserId) return null
  const known = await toldSince(db, { workspaceId, userId: toUserId }, [episodeId])
  const of = { workspaceId, episodeId, readerId: toUserId }
  const view = await loadWarning(db, of, now)
  if (!view) {
    const lost = note === 'resolved' && known.get(episodeId) ? await loadLost(db, of, now) : null
    return lost?.left ? lost : null
  }
  const { episode } = view.warning
  const since = knownSince(known.get(episodeId), episode, toUserId, now)
  if (since === null || (note !== 'resolved' && isOver(view, now))) return null
  const { state, resolved, silenced } = episode
  if (note === 'resolved') return resolved && knewOf(since, resolved) ? { ...view, note } : null
  // Nothing else tells that a promise was not kept.
  const holds = state === 'open' && (!silenced || note === 'promise-broken')
  return holds ? { ...view, note } : null
}

/** What has waited since a period that is over tells nobody anything any more. */
export const isOver = ({ warning, zone }: WarningView, now: Temporal.Instant): boolean =>
  !runsOn(warning.signal) && Temporal.PlainDate.compare(localDate(now, zone), warning.periodTo) > 0
