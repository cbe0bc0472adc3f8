// Splits a team's target over the teams below it and its own people: by heads, by what they reached last, or by given weights.
import type { TeamId } from '../../core/ids.ts'
import type { PlanRates } from '../../numbers/domain/plan-rates.ts'
import { type CascadeDraft, type CascadeRefusal, type CascadeTeam, wholeIn } from './cascade.ts'
import { type Currency, exchanged, roundingOf } from './cascade-money.ts'
import type { PlanFacts } from './plan.ts'
import { spread } from './split-time.ts'
import { isPartOf, type TargetPeriod } from './target-period.ts'

/** A team below, or the team's own people under its own id. */
export interface TeamShare {
  teamId: TeamId
  /** In the currency of the team that gets it. */
  value: number
  /** True: set by hand. */
  keeps: boolean
}

export type TeamShares = { ok: true; shares: readonly TeamShare[] } | CascadeRefusal

/** How one level is split. */
export type LevelSplit = Pick<CascadeDraft, 'split' | 'weights' | 'byHand'>

/** Whoever counts the number: its own people first, then each team below that has somebody. */
export function shareHolders(team: CascadeTeam): CascadeTeam[] {
  const own = { ...team, below: [] }
  return [own, ...team.below].filter((one) => headsIn(one) > 0)
}

/**
 * The shares sum exactly to the value, before each that is in another currency is rounded to it; what is set by hand stays, and
 * is refused where it does not fit.
 */
export function splitOverTeams(
  team: CascadeTeam,
  value: number,
  level: LevelSplit,
  { period, isSum, rates }: { period: TargetPeriod; isSum: boolean; rates: PlanRates | null },
): TeamShares {
  const holders = shareHolders(team)
  if (holders.length === 0) return { ok: false, reason: 'nobody' }
  const locks = holders.map((one) => lockOf(one, team, level, period))
  const { currency } = team
  const locked = holders.map((one, index) => {
    const own = locks[index] ?? null
    return own === null ? null : exchanged(own, one.currency, currency, rates)
  })
  const found = isSum
    ? (allSet(value, locked, holders, team, rates) ??
      spread(
        value,
        locked.map((one) => ({ locked: one })),
        holders.map((one) => weightOf(one, level, currency, rates)),
      ))
    : ({ ok: true, values: locked.map((one) => one ?? value) } as const)
  const shareOf = (part: number, index: number): TeamShare => {
    const { teamId, currency: own } = holders[index]!
    const set = locks[index] ?? null
    return { teamId, keeps: set !== null, value: set ?? exchanged(part, currency, own, rates) }
  }
  if (found.ok) return { ok: true, shares: found.values.map(shareOf) }
  if (found.reason === 'no-month') return { ok: false, reason: 'no-weight' }
  const set = locks.flatMap((own, index) =>
    own === null ? [] : [{ teamId: holders[index]!.teamId, value: own }],
  )
  const { teamId } = team
  return { ok: false, reason: 'teams-clash', teamId, whole: value, set, open: found.open }
}

/** Parts that are all set by hand come to the whole as far as other currencies let them. Null: some are open, or they do not. */
function allSet(
  value: number,
  locked: readonly (number | null)[],
  holders: readonly CascadeTeam[],
  { currency }: CascadeTeam,
  rates: PlanRates | null,
): { ok: true; values: number[] } | null {
  const values = locked.filter((one) => one !== null)
  if (values.length < locked.length) return null
  const off = Math.abs(values.reduce((sum, one) => sum - one, value))
  const most = holders.reduce((sum, one) => sum + roundingOf(one.currency, currency, rates), 0)
  return off <= most ? { ok: true, values } : null
}

/** What it keeps. Null: it gets its share. */
function lockOf(
  { teamId, wholes }: CascadeTeam,
  team: CascadeTeam,
  { byHand }: LevelSplit,
  period: TargetPeriod,
): number | null {
  // A team without teams below has all that is its people's.
  if (team.below.length === 0) return null
  if (byHand) return byHand.get(teamId) ?? null
  const had = wholeIn(wholes, period)
  if (teamId === team.teamId) return had.ownKeeps ? had.own : null
  return had.keeps ? had.whole : null
}

function weightOf(
  one: CascadeTeam,
  { split, weights }: LevelSplit,
  currency: Currency,
  rates: PlanRates | null,
): number {
  if (split === 'weights') return weights.get(one.teamId) ?? 0
  return split === 'last' ? Math.max(0, lastOf(one, currency, rates)) : headsIn(one)
}

const lastOf = (one: CascadeTeam, into: Currency, rates: PlanRates | null): number =>
  one.below.reduce(
    (sum, team) => sum + lastOf(team, into, rates),
    exchanged(one.last, one.currency, into, rates),
  )

/** The working days of all its people in the months to come, in halves: the same for everyone is more for a larger team. */
export const headsIn = ({ facts, below }: CascadeTeam): number =>
  below.reduce((sum, one) => sum + headsIn(one), facts ? ownHeads(facts) : 0)

const ownHeads = ({ months, period, today }: PlanFacts): number =>
  months
    .filter((one) => isPartOf(one.period, period) && Temporal.PlainDate.compare(today, one.period.to) <= 0)
    .reduce((sum, { people, days }) => sum + people.length * days, 0)
