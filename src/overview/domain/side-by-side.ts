// Teams side by side: each in the number that it is led by, against its target, its pace, and per head.
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { isDealMetric } from '../../numbers/domain/deal-metric.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Measure } from '../../org/domain/team.ts'
import { type Change, gapOfTeam, type TeamTarget } from '../../targets/domain/team-progress.ts'

export interface TeamSide {
  teamId: TeamId
  name: string
  /** Null: it is not known, or not for the reader. */
  channelName: string | null
  people: number
  /** Null: the team counts nothing that can be added up. */
  number: SideNumber | null
}

/** Values are scaled by the metric's decimals. */
export interface SideNumber {
  metric: Metric
  actual: number
  target: number | null
  attainment: number | null
  /** Null: without a target, or nothing is due yet. */
  pace: number | null
  /** By how much it is ahead of what should be there by now. Null: as for pace. */
  gap: number | null
  /** The same working days of this period and of the one before. */
  change: Change
  /** For a person and a day on which they work, of the days that are due: teams of any size beside each other. */
  perHead: number | null
}

/** `attainment`: by what is reached of the target; `per-head`: by what a person does on a working day. */
export type SideOrder = 'attainment' | 'per-head'

/**
 * The number by which a team stands beside others: of those with a target the one that its board ranks by, then money from
 * customers, then the first; without targets the same of all.
 */
export function leadingNumber(
  metrics: readonly Metric[],
  targets: ReadonlySet<MetricKey>,
  measure: Measure,
): Metric | null {
  const summed = metrics.filter(({ kind, retiredAt }) => kind === 'additive' && retiredAt === null)
  const held = summed.filter(({ key }) => targets.has(key))
  const among = held.length > 0 ? held : summed
  const ranked = among.find(({ key }) => measure.kind === 'metric' && measure.metric === key)
  return ranked ?? among.find(isDealMetric) ?? among[0] ?? null
}

export interface Sums {
  period: number
  /** Of the days that are due, and of as many of the period before; null: nothing was reported. */
  due: number | null
  before: number | null
}

/** `days`: the working days that are due of all people together, without leave. */
export function sideNumber(
  metric: Metric,
  { period, due, before }: Sums,
  target: TeamTarget | null,
  days: number,
): SideNumber {
  return {
    ...{ metric, actual: period, target: target?.target ?? null, change: { now: due, before } },
    attainment: target && metric.higherIsBetter ? target.attainment : null,
    pace: target?.pace ?? null,
    gap: gapOfTeam(metric, target),
    perHead: days > 0 ? (due ?? 0) / days : null,
  }
}

/** By which teams are compared. Null: nothing can be said of the team. */
function comparedBy({ number }: TeamSide, order: SideOrder): number | null {
  if (!number) return null
  if (order === 'attainment') return number.attainment
  if (number.perHead === null || number.change.now === null) return null
  return number.metric.higherIsBetter ? number.perHead : -number.perHead
}

/** The best first; teams of which nothing can be said last, then by name. Ties keep the order of names. */
export function inSideOrder(teams: readonly TeamSide[], order: SideOrder): TeamSide[] {
  const value = (side: TeamSide) => comparedBy(side, order) ?? Number.NEGATIVE_INFINITY
  const less = (one: number, other: number) => (one === other ? 0 : one > other ? -1 : 1)
  return teams.toSorted((one, other) => less(value(one), value(other)) || one.name.localeCompare(other.name))
}

/** 1, 2, 2, 4. Who is missing has no place: nothing can be said of the team, or it counts another number than others per head. */
export function placesOf(teams: readonly TeamSide[], order: SideOrder): Map<TeamId, number> {
  const ranked = teams.flatMap((side) => {
    const value = comparedBy(side, order)
    return value === null ? [] : [{ teamId: side.teamId, value }]
  })
  if (ranked.length < 2 || (order === 'per-head' && !countTheSame(teams))) return new Map()
  return new Map(
    ranked.map(({ teamId, value }) => [teamId, 1 + ranked.filter((other) => other.value > value).length]),
  )
}

/** By target where there is one at all. */
export const usualOrder = (teams: readonly TeamSide[]): SideOrder =>
  teams.some(({ number }) => number && number.attainment !== null) || !countTheSame(teams)
    ? 'attainment'
    : 'per-head'

/** The furthest behind first: what a director looks at. Teams without pace last. */
export const behindFirst = (teams: readonly TeamSide[]): TeamSide[] =>
  teams.toSorted(
    (one, other) =>
      (one.number?.pace ?? Number.MAX_VALUE) - (other.number?.pace ?? Number.MAX_VALUE) ||
      one.name.localeCompare(other.name),
  )

/** Teams per head can be compared where they count the same in the same unit. */
export const countTheSame = (teams: readonly TeamSide[]): boolean =>
  new Set(teams.flatMap(({ number }) => (number ? `${number.metric.key} ${number.metric.currency}` : [])))
    .size <= 1
