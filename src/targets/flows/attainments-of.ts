// Loads how the members of a team stand against each of their targets in a period, in as many statements for a thousand as for one.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey } from '../../core/ids.ts'
import type { TotalsReader } from '../../numbers/db/ledger-days.ts'
import type { RoleLists } from '../../numbers/db/metrics.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Member } from '../../org/domain/team.ts'
import { partsOfTeams, versionsOfTeams } from '../db/team-targets.ts'
import { dueMembers, memberStandings } from '../domain/member-progress.ts'
import { withSince } from '../domain/since.ts'
import { type TargetRef, type TargetVersion, targetKey } from '../domain/target.ts'
import type { MetricStanding } from '../domain/team-progress.ts'
import { loadStandingMembers } from './standing-members.ts'

const versionKey = (one: TargetRef & { version: number }): string => `${targetKey(one)} ${one.version}`

export interface MeasuredTeam {
  metrics: ReadonlyMap<MetricKey, Metric>
  lists: RoleLists | undefined
  members: readonly Member[]
  totals: TotalsReader
}

export interface MemberAttainments {
  standings: readonly MetricStanding[]
  totals: DayTotals
}

/** Numbers up to the date `on`, by what is on record at the instant. Null: nobody of the team has a target in the period. */
export async function attainmentsOf(
  q: Queryable,
  ref: TeamRef,
  { metrics, lists, members, totals: read }: MeasuredTeam,
  { period, on, at }: { period: Period; on: Temporal.PlainDate; at: Temporal.Instant },
): Promise<Map<MemberId, MemberAttainments> | null> {
  const all = await partsOfTeams(q, [ref], period)
  if (all.length === 0) return null
  const isKnown = ({ setAt }: TargetVersion) => Temporal.Instant.compare(setAt, at) <= 0
  const versions = (await versionsOfTeams(q, [ref], period)).filter(isKnown)
  const known = new Set(versions.map(versionKey))
  const parts = withSince(all.filter((part) => known.has(versionKey(part))))
  if (parts.length === 0) return null
  const withTarget = new Set(parts.map(({ metricKey }) => metricKey))
  const keys = enteredKeysOf([...metrics.values()].filter(({ key }) => withTarget.has(key)))
  const isLevel = (key: MetricKey) => metrics.get(key)?.kind === 'level'
  const wanted = { summed: keys.filter((key) => !isLevel(key)), levels: keys.filter(isLevel) }
  const totals = await read(wanted, period.from, on)
  const none = new Map<MemberId, DayTotals>()
  // Of what is expected nothing is said: neither what came before a target counts nor what is early is needed.
  const sums = { period: totals, due: none, before: none, early: new Map() }
  const facts = { period, versions, metrics, totals: sums }
  const measured = { period, roles: lists ?? {}, parts }
  const { now, former } = await loadStandingMembers(q, ref.workspaceId, members, measured, at)
  const counted = [...now, ...former].map((one) => ({
    ...{ ...one, today: on },
    metrics: one.metrics.filter(({ key }) => withTarget.has(key)),
  }))
  const found = memberStandings(dueMembers(counted, facts, at), new Map(), facts)
  const standingsBy = Map.groupBy(found, ({ member: { memberId } }) => memberId)
  return new Map(
    [...standingsBy].map(([memberId, all]) => {
      const standings = all.flatMap((one) => one.metrics)
      return [memberId, { standings, totals: totals.get(memberId) ?? {} }]
    }),
  )
}
