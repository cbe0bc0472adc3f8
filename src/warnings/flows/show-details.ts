// Loads what is behind a warning: its numbers, what happened in it, and the procedure that it follows.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { eventsOf } from '../db/episodes.ts'
import type { EpisodeEvent } from '../domain/episode.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { readingOf } from './list-warnings.ts'
import { loadWarning } from './load-warning.ts'

export interface WarningDetails {
  view: WarningView
  events: readonly EpisodeEvent[]
}

/** Null: there is none, or it is not for them. */
export async function showDetails(
  context: Context,
  who: Person,
  episodeId: string,
): Promise<WarningDetails | null> {
  const { db, clock } = context
  const { workspaceId, userId } = who
  const view = await loadWarning(db, { workspaceId, episodeId, readerId: userId }, clock.now())
  if (!view) return null
  await recordReading(db, context, who, [readingOf(view)])
  return { view, events: await eventsOf(db, view.warning) }
}
