// Explains to a person each of their targets such that it can be checked by hand: entries, days counted, version.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { periodTotals } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import { type Membership, membershipsOf } from '../../numbers/flows/memberships.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsOfTeam } from '../db/targets.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { maySeeOwnTargets } from '../domain/permissions.ts'
import { type TargetVersion, targetKey } from '../domain/target.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import { ownTargets } from './own-targets.ts'

/** What was entered on a day of the month, or in a week of the quarter. */
export interface Entry {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** Scaled. */
  value: number
}

export interface ExplainedTarget {
  target: OwnTarget
  entries: readonly Entry[]
  version: TargetVersion | null
}

export interface Explanation {
  team: TeamIdentity
  today: Temporal.PlainDate
  targets: readonly ExplainedTarget[]
}

/** Null: the person is not in the team. */
export async function explainTargets(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId,
): Promise<Explanation | null> {
  const memberships = await membershipsOf(db, who, maySeeOwnTargets, clock.now())
  const membership = memberships.find(({ member }) => member.teamId === teamId)
  if (!membership) return null
  const { team, settings, today } = membership
  const targets = await ownTargets(db, membership, clock.now())
  const versions = await versionsOfTeam(db, who.workspaceId, teamId, today)
  const byPeriod = new Map<string, readonly { span: Omit<Entry, 'value'>; totals: DayTotals }[]>()
  for (const { period } of targets)
    if (!byPeriod.has(period.kind)) byPeriod.set(period.kind, await entriesOf(db, membership, period))
  const explained = targets.map((target): ExplainedTarget => {
    const { metric, period, part } = target
    const own = versions.find((one) => targetKey(one) === targetKey(part) && one.version === part.version)
    const entries = byPeriod.get(period.kind)!.flatMap(({ span, totals }) => {
      const value = totals[metric.key]?.value
      return value === undefined ? [] : [{ ...span, value }]
    })
    return { target, entries, version: own ?? null }
  })
  return { team: identityOf(team, settings), today, targets: explained }
}

const DAYS_OF_WEEK = 7

/** Of each day of a month until today, of a quarter of each seven days. */
async function entriesOf(
  q: Queryable,
  { member, today }: Membership,
  { kind, from, to }: TargetPeriod,
): Promise<{ span: Omit<Entry, 'value'>; totals: DayTotals }[]> {
  const last = Temporal.PlainDate.compare(to, today) < 0 ? to : today
  const step = kind === 'month' ? 1 : DAYS_OF_WEEK
  const entries = []
  for (let start = from; Temporal.PlainDate.compare(start, last) <= 0; start = start.add({ days: step })) {
    const end = start.add({ days: step - 1 })
    const span = { from: start, to: Temporal.PlainDate.compare(end, last) > 0 ? last : end }
    const totals = await periodTotals(q, member.workspaceId, member.memberId, span.from, span.to)
    entries.push({ span, totals })
  }
  return entries
}
