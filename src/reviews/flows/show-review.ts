// Loads the review of a team's period for whoever may see everyone's numbers there, and records that they were shown.
import type { BoardPlace } from '../../boards/flows/resolve-board-team.ts'
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { type NamedDay, neighboursOf } from '../../numbers/domain/asked-period.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { type ShownTeam, showTeam, type TeamView } from '../../overview/flows/show-team.ts'
import { type Review, reviewOf } from '../domain/review.ts'
import { loadReviewRecord, type ReviewRecord } from './load-review.ts'

export interface ReviewView extends TeamView {
  review: Review
  record: ReviewRecord
}

/** `usual`: which is meant where nothing is typed. */
export interface Typed {
  typed: string
  usual: 'month' | 'quarter'
}

export type ShownReview = ({ ok: true } & ReviewView) | Extract<ShownTeam, { ok: false }>

/** Without words the last whole month or quarter, by the reader's own day. */
export async function showReview(
  context: Context,
  who: Person,
  place: BoardPlace,
  asked: Typed | NamedDay,
): Promise<ShownReview> {
  const isEmpty = 'typed' in asked && asked.typed.trim() === ''
  const shown = await showTeam(context, who, place, isEmpty ? lastWhole(asked.usual, context, who) : asked)
  if (!shown.ok) return shown
  const { teamId, progress } = shown
  const { before } = neighboursOf(progress.period, shown.today)
  const earlier = await showTeam(context, who, { teamId }, before)
  if (!earlier.ok) return earlier
  const now = context.clock.now()
  const team = { workspaceId: who.workspaceId, teamId }
  const settings = await settingsNow(context.db, team, now)
  if (!settings) return { ok: false, reason: 'no-team' }
  const periods = { period: progress.period, before: earlier.progress.period }
  const record = await loadReviewRecord(context.db, { team, settings, ...periods }, now)
  return { ...shown, review: reviewOf(progress, earlier.progress, shown.today), record }
}

const MONTHS = { month: 1, quarter: 3 }

const lastWhole = (kind: Typed['usual'], { clock }: Context, { zone }: Person): NamedDay => ({
  kind,
  date: localDate(clock.now(), zone).subtract({ months: MONTHS[kind] }),
})
