// Loads the review of a team's period for whoever may see everyone's numbers there, and records that they were shown.
import type { BoardPlace } from '../../boards/flows/resolve-board-team.ts'
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { type NamedDay, neighboursOf } from '../../overview/domain/asked-period.ts'
import { type ShownTeam, showTeam, type TeamView } from '../../overview/flows/show-team.ts'
import { type Review, reviewOf } from '../domain/review.ts'

export interface ReviewView extends TeamView {
  review: Review
}

export type ShownReview = ({ ok: true } & ReviewView) | Extract<ShownTeam, { ok: false }>

/** Without words the last whole month, by the reader's own day. */
export async function showReview(
  context: Context,
  who: Person,
  place: BoardPlace,
  asked: { typed: string } | NamedDay,
): Promise<ShownReview> {
  const isEmpty = 'typed' in asked && asked.typed.trim() === ''
  const shown = await showTeam(context, who, place, isEmpty ? lastMonth(context, who) : asked)
  if (!shown.ok) return shown
  const { before } = neighboursOf(shown.progress.period, shown.today)
  const earlier = await showTeam(context, who, { teamId: shown.teamId }, before)
  return earlier.ok ? { ...shown, review: reviewOf(shown.progress, earlier.progress) } : earlier
}

const lastMonth = ({ clock }: Context, { zone }: Person): NamedDay => ({
  kind: 'month',
  date: localDate(clock.now(), zone).subtract({ months: 1 }),
})
