// Records numbers that a member enters outside the standup, and announces the change.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { dayTotals } from '../db/totals.ts'
import type { ActivitySource, DayTotals } from '../domain/activity.ts'
import { decideNumbers, type OutOfBounds } from '../domain/decide-numbers.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { numbersChanged } from './changes.ts'
import { type Membership, membershipsOf } from './memberships.ts'
import { addEntries, recordDay } from './record-activity.ts'
import { withUsualAmounts } from './usual-amounts.ts'

export interface NumbersEntered {
  who: Person
  teamId: TeamId
  date: Temporal.PlainDate
  /** Scaled values, unusual ones already confirmed. Metrics that the role does not enter are ignored. */
  values: Readonly<Record<MetricKey, number>>
  /** A form sets the day's totals, a typed line adds to them. */
  how: 'set' | 'add'
  source: ActivitySource
  sourceKey: string
  /** With whom the deal was made that the numbers tell of. Null: nobody is named. */
  customer?: string | null
}

export type NumbersLogged =
  | { ok: true; membership: Membership; totals: DayTotals }
  | { ok: false; reason: 'no-team' | 'closed' }
  /** The value is too small, or the day's total with it is too large. */
  | OutOfBounds

/** `closed`: the date is not open for entry any more; only the manager can correct it. */
export async function logNumbers(context: Context, entered: NumbersEntered): Promise<NumbersLogged> {
  const now = context.clock.now()
  const { who, teamId, date, how, source, sourceKey, customer = null } = entered
  return context.db.transaction(async (tx): Promise<NumbersLogged> => {
    const membership = (await membershipsOf(tx, who, mayLogNumbers, now)).find(
      ({ member }) => member.teamId === teamId,
    )
    if (!membership) return { ok: false, reason: 'no-team' }
    const { workspaceId, memberId } = membership.member
    const before = await dayTotals(tx, workspaceId, memberId, date)
    const metrics = await withUsualAmounts(tx, membership.member, membership.metrics, date)
    const decided = decideNumbers({ ...membership, metrics }, entered, before, now)
    if (!decided.ok) return decided
    const write = how === 'add' ? addEntries : recordDay
    await write(tx, {
      ...decided.record,
      ...{ workspaceId, teamId, memberId, date, source, sourceKey, now },
      enteredBy: who.userId,
    })
    const totals = await dayTotals(tx, workspaceId, memberId, date)
    const { member } = membership
    const changed = membership.metrics.filter(({ key }) => before[key]?.value !== totals[key]?.value)
    if (changed.length > 0) {
      const act = { sourceKey, customer }
      await announce(tx, context, numbersChanged, { member, date, enteredIn: null, changed, act })
    }
    return { ok: true, membership, totals }
  })
}
