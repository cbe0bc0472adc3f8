// Loads how the money of a director's teams became one sum, for whoever may see the teams' numbers.
import type { BoardPlace } from '../../boards/flows/resolve-board-team.ts'
import type { Context } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { ratesSetBy } from '../../numbers/db/plan-rates.ts'
import type { NamedDay } from '../../numbers/domain/asked-period.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { type ShownTeam, showTeam, type TeamView } from './show-team.ts'

export interface ExplainedSums {
  ok: true
  view: TeamView
  /** Null: there are no plan rates. */
  set: { setBy: UserId; setAt: Temporal.Instant } | null
}

export async function explainSums(
  context: Context,
  who: Person,
  place: BoardPlace,
  asked: NamedDay,
): Promise<ExplainedSums | Exclude<ShownTeam, { ok: true }>> {
  const { db } = context
  const view = await showTeam(context, who, place, asked)
  if (!view.ok) return view
  const { rates = null, money = [] } = view.tree ?? {}
  // The sum of a team of one is that person's number.
  const alone = money.flatMap(({ userIds }) => (userIds.length === 1 ? userIds : []))
  await recordReading(
    db,
    context,
    who,
    [...new Set(alone)].map((userId) => ({ userId, what: 'numbers' as const })),
  )
  return { ok: true, view, set: rates && (await ratesSetBy(db, who.workspaceId, rates)) }
}
