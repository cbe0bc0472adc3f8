// Splits a team's target over the teams below it and its own people: by heads, by what they reached last, or by given weights.
import type { TeamId } from '../../core/ids.ts'
import { type CascadeDraft, type CascadeRefusal, type CascadeTeam, wholeIn } from './cascade.ts'
import type { PlanFacts } from './plan.ts'
import { spread } from './split-time.ts'
import { isPartOf, type TargetPeriod } from './target-period.ts'

/** A team below, or the team's own people under its own id. */
export interface TeamShare {
  teamId: TeamId
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

/** The shares sum exactly to the value; what is set by hand stays, and is refused where it does not fit. */
export function splitOverTeams(
  team: CascadeTeam,
  value: number,
  level: LevelSplit,
  { period, isSum }: { period: TargetPeriod; isSum: boolean },
): TeamShares {
  const holders = shareHolders(team)
  if (holders.length === 0) return { ok: false, reason: 'nobody' }
  const locks = holders.map((one) => lockOf(one, team, level, period))
  const found = isSum
    ? spread(
        value,
        locks.map((locked) => ({ locked })),
        holders.map((one) => weightOf(one, level)),
      )
    : ({ ok: true, values: locks.map((locked) => locked ?? value) } as const)
  const of = (index: number) => ({ teamId: holders[index]!.teamId, keeps: locks[index] !== null })
  if (found.ok)
    return { ok: true, shares: found.values.map((part, index) => ({ ...of(index), value: part })) }
  if (found.reason === 'no-month') return { ok: false, reason: 'no-weight' }
  const set = locks.flatMap((locked, index) =>
    locked === null ? [] : [{ teamId: holders[index]!.teamId, value: locked }],
  )
  const { teamId } = team
  return { ok: false, reason: 'teams-clash', teamId, whole: value, set, open: found.open }
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

function weightOf(one: CascadeTeam, { split, weights }: LevelSplit): number {
  if (split === 'weights') return weights.get(one.teamId) ?? 0
  return split === 'last' ? Math.max(0, lastOf(one)) : headsIn(one)
}

const lastOf = ({ last, below }: CascadeTeam): number => below.reduce((sum, one) => sum + lastOf(one), last)

/** The working days of all its people in the months to come, in halves: the same for everyone is more for a larger team. */
export const headsIn = ({ facts, below }: CascadeTeam): number =>
  below.reduce((sum, one) => sum + headsIn(one), facts ? ownHeads(facts) : 0)

const ownHeads = ({ months, period, today }: PlanFacts): number =>
  months
    .filter((one) => isPartOf(one.period, period) && Temporal.PlainDate.compare(today, one.period.to) <= 0)
    .reduce((sum, { people, days }) => sum + people.length * days, 0)
