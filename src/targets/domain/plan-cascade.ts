// Decides what a target of a team with teams below it gives to each of them and to their reps, down to the last, and what cannot be.
import type { TeamId } from '../../core/ids.ts'
import type { PlanRates } from '../../numbers/domain/plan-rates.ts'
import {
  besideTeams,
  type CascadeDraft,
  type CascadePlan,
  type CascadeRefusal,
  type CascadeTeam,
  type CascadeVersion,
  type OwnPart,
  type PlannedTeam,
  periodKey,
  type TeamWhole,
  wholeIn,
} from './cascade.ts'
import { type Currency, withoutRate } from './cascade-money.ts'
import type { PlanFacts } from './plan.ts'
import { planEvenUnchanged } from './plan-target.ts'
import { headsIn, type LevelSplit, splitOverTeams, type TeamShare } from './split-teams.ts'
import { samePeriod, type TargetPeriod } from './target-period.ts'

/** What holds for all teams of one cascade. */
interface Common {
  period: TargetPeriod
  isSum: boolean
  rates: PlanRates | null
  draft: CascadeDraft
}

/** What a team gets from above. */
interface Given extends TeamShare {
  above: TeamId | null
}

/** `today`: of the team that it is set for; `rates`: those of the fiscal year. */
export function planCascade(
  root: CascadeTeam,
  { today, ...of }: Pick<Common, 'period' | 'isSum' | 'rates'> & { today: Temporal.PlainDate },
  draft: CascadeDraft,
): CascadePlan {
  const { period, rates } = of
  if (Temporal.PlainDate.compare(period.to, today) < 0) return { ok: false, reason: 'period-over' }
  if (draft.reason === '' && hasAny(root, period)) return { ok: false, reason: 'reason-missing' }
  const currencies = withoutRate(currenciesIn(root), root.currency, rates)
  if (currencies.length > 0) return { ok: false, reason: 'no-rate', currencies }
  const common = { ...of, draft }
  const had = wholeIn(root.wholes, period)
  // Split anew, it stays what it is for the team above.
  const isSame = had.whole === draft.value
  const given = {
    ...{ teamId: root.teamId, value: draft.value },
    ...{ keeps: isSame ? had.keeps : true, above: isSame ? had.partOf : null },
  }
  const planned = planTeam(root, given, draft, common)
  if (!planned.ok) return planned
  const isUnchanged = planned.teams.every(({ versions }) => versions.length === 0)
  return isUnchanged ? { ok: false, reason: 'unchanged' } : planned
}

/** Of whoever gets a share. */
const currenciesIn = (team: CascadeTeam): Currency[] =>
  headsIn(team) > 0 ? [team.currency, ...team.below.flatMap(currenciesIn)] : []

const hasAny = ({ wholes, below }: CascadeTeam, period: TargetPeriod): boolean =>
  wholeIn(wholes, period).version > 0 || below.some((one) => hasAny(one, period))

function planTeam(team: CascadeTeam, given: Given, level: LevelSplit, common: Common): CascadePlan {
  const split = splitOverTeams(team, given.value, level, common)
  if (!split.ok) return split
  const mine = split.shares.find(({ teamId }) => teamId === team.teamId)
  const own = mine ? planOwn(team, mine, common) : null
  if (own && !own.ok) return own
  const teams: PlannedTeam[] = [plannedTeam(team, given, own?.part ?? null, common)]
  for (const share of split.shares) {
    const child = team.below.find(({ teamId }) => teamId === share.teamId)
    if (!child) continue
    const planned = planTeam(child, { ...share, above: team.teamId }, belowOf(common.draft), common)
    if (!planned.ok) return planned
    teams.push(...planned.teams)
  }
  return { ok: true, teams: common.isSum ? [...teams, ...emptied(team, split.shares, common)] : teams }
}

/** Teams below that had a part and count the number no more: it goes to the others. */
function emptied(team: CascadeTeam, shares: readonly TeamShare[], common: Common): PlannedTeam[] {
  const left = team.below.filter((one) => !shares.some(({ teamId }) => teamId === one.teamId))
  return left.flatMap((one) => {
    const { partOf, whole } = wholeIn(one.wholes, common.period)
    const nothing = { teamId: one.teamId, value: 0, keeps: false, above: team.teamId }
    const own = partOf === team.teamId && whole ? [plannedTeam(one, nothing, null, common)] : []
    return [...own, ...emptied(one, [], common)]
  })
}

/** Weights and parts by hand are given for one level; those further down go by heads, or by what was reached last. */
const belowOf = ({ split }: CascadeDraft): LevelSplit => ({
  ...{ split: split === 'last' ? 'last' : 'equal', weights: new Map(), byHand: null },
})

type Own = { ok: true; part: OwnPart } | CascadeRefusal

function planOwn({ teamId, facts, below }: CascadeTeam, mine: TeamShare, { draft }: Common): Own {
  const { value, keeps } = mine
  const plan = planEvenUnchanged(facts!, {
    ...{ persons: null, role: null, value, split: draft.split === 'last' ? 'last' : 'equal' },
    ...{ weights: new Map(), byHand: null, monthsByHand: null, time: draft.time },
    // Whether a reason is needed is decided for all teams.
    reason: draft.reason || 'cascade',
  })
  if (!plan.ok) return { ok: false, reason: 'in-team', teamId, whole: value, refusal: plan }
  return { ok: true, part: { whole: value, keeps: keeps && below.length > 0, plan } }
}

function plannedTeam(
  team: CascadeTeam,
  { value, keeps, above }: Given,
  own: OwnPart | null,
  { period }: Common,
): PlannedTeam {
  const { teamId, wholes, facts, below } = team
  const had = wholeIn(wholes, period)
  const now = {
    ...{ partOf: above, keeps, own: below.length > 0 ? (own?.whole ?? 0) : null },
    ownKeeps: own?.keeps ?? false,
  }
  // From now on its whole is not its own people's alone, of no period.
  const asParent = now.own === null ? wholes : new Map([...wholes, [periodKey(period), { ...had, ...now }]])
  const written = (own?.plan.versions ?? []).map((version) =>
    samePeriod(version.period, period)
      ? { ...version, ...now, whole: value }
      : besideTeams(version, asParent, below.length > 0),
  )
  const alone: CascadeVersion = {
    ...{ period, version: had.version + 1, whole: value, lock: lockIn(facts, period), follows: false },
    ...{ parts: [], ...now },
  }
  const isWritten = written.some((version) => samePeriod(version.period, period))
  const isSame = isEqual({ ...had, ...now, whole: value }, had)
  return {
    ...{ teamId, above, whole: value, before: had.whole, keeps, own },
    versions: isWritten || isSame ? written : [alone, ...written],
  }
}

const isEqual = (one: TeamWhole, other: TeamWhole): boolean =>
  one.whole === other.whole &&
  one.partOf === other.partOf &&
  one.keeps === other.keeps &&
  one.own === other.own &&
  one.ownKeeps === other.ownKeeps

/** A month that is set keeps what it has under a year. */
function lockIn(facts: PlanFacts | null, { kind, from }: TargetPeriod): CascadeVersion['lock'] {
  if (kind !== 'month') return null
  return facts?.months.find(({ period }) => period.from.equals(from))?.lock ?? 'hand'
}
