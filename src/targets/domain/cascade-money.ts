// The money of a target over teams of several currencies: each team has its part in its own, by the plan rates of the fiscal year.
import type { TeamId } from '../../core/ids.ts'
import {
  convertAtPlanRate,
  type PlanRates,
  rateBetween,
  type UsedRate,
} from '../../numbers/domain/plan-rates.ts'

/** Null: the number is no money. */
export type Currency = string | null

interface Child {
  teamId: TeamId
  parentTeamId: TeamId | null
}

/**
 * In whose currency a team's whole is: its own where it counts the number, else that of the first team below that does. Null:
 * nobody counts it.
 */
export function wholeCountedBy(
  teamId: TeamId,
  all: readonly Child[],
  counts: { has: (teamId: TeamId) => boolean },
): TeamId | null {
  if (counts.has(teamId)) return teamId
  const parents = new Map(all.map((one) => [one.teamId, one.parentTeamId]))
  const isBelow = (of: TeamId | null): boolean =>
    of !== null && (parents.get(of) === teamId || isBelow(parents.get(of) ?? null))
  return all.find((one) => counts.has(one.teamId) && isBelow(one.teamId))?.teamId ?? null
}

/** The currencies that have no rate, among several. */
export function withoutRate(
  currencies: readonly Currency[],
  into: Currency,
  rates: PlanRates | null,
): string[] {
  const found = [...new Set(currencies)].filter((one) => one !== null)
  if (into === null || found.every((one) => one === into)) return []
  // Without any rates all are missing but that of the whole.
  const missing = rates
    ? [into, ...found].filter(
        (one) => convertAtPlanRate({ value: 0, currency: one }, rates.reporting, rates) === null,
      )
    : found.filter((one) => one !== into)
  return [...new Set(missing)].sort()
}

/** Whether all who get a share have a rate is known before; anything else without one counts nothing. */
export const exchanged = (value: number, from: Currency, to: Currency, rates: PlanRates | null): number =>
  from === null || to === null ? value : (convertAtPlanRate({ value, currency: from }, to, rates) ?? 0)

/** How far a part may be off in the other currency for being rounded, in its smallest units. */
export function roundingOf(from: Currency, to: Currency, rates: PlanRates | null): number {
  return from === to ? 0 : Math.ceil((exchanged(1, from, to, rates) + 1) / 2)
}

/** As they are told beside what was converted. */
export const ratesInto = (
  currencies: readonly Currency[],
  to: Currency,
  rates: PlanRates | null,
): UsedRate[] =>
  [...new Set(currencies)]
    .flatMap((one) => (one === null || to === null || one === to ? [] : (rateBetween(one, to, rates) ?? [])))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1))
