// Finds what is overdue in teams, counted in the working days of its owners: action items, and what other features have open.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { dueActionsOf } from '../db/action-items.ts'
import { askerOf } from '../domain/action-item.ts'
import { type SourceItem, sourceItemOf } from '../domain/listed-action.ts'
import { workingDaysOverdue } from '../domain/overdue.ts'
import { loadOwnerDays } from './owner-days.ts'

export interface OverdueItem {
  workspaceId: string
  item: SourceItem
  /** At least 1. */
  days: number
  /** Who asked for it: of a request for support. */
  askerUserId: UserId | null
}

/**
 * In the order in which they were due, without what was promised about a warning, which looks at its own date. The same few queries for any number of teams of a workspace.
 */
export async function overdueItems(
  q: Queryable,
  { contributions, clock }: Pick<Context, 'contributions' | 'clock'>,
  teams: readonly TeamRef[],
): Promise<OverdueItem[]> {
  const now = clock.now()
  const last = now.toZonedDateTimeISO('+14:00').toPlainDate()
  const due = (await dueActionsOf(q, teams, last))
    .filter(({ origin }) => origin.kind !== 'warning')
    .map((action) => ({
      ...{ workspaceId: action.workspaceId, item: sourceItemOf(action), askerUserId: askerOf(action) },
    }))
  for (const [workspaceId, own] of Map.groupBy(teams, (team) => team.workspaceId)) {
    const of = { workspaceId, userId: null, teamIds: own.map(({ teamId }) => teamId) }
    for (const source of contributions.actionSources)
      due.push(...(await source.open(q, of)).map((item) => ({ workspaceId, item, askerUserId: null })))
  }
  const days = await loadOwnerDays(
    q,
    due.map(({ workspaceId, item }) => ({ ...item, workspaceId })),
    now,
  )
  const overdue = due.flatMap(({ workspaceId, item, askerUserId }): OverdueItem[] => {
    const day = days.of(item)
    const count = day ? workingDaysOverdue(day.calendar, item.dueOn, day.today) : 0
    return count > 0 ? [{ workspaceId, item, askerUserId, days: count }] : []
  })
  return overdue.toSorted((one, other) => Temporal.PlainDate.compare(one.item.dueOn, other.item.dueOn))
}
