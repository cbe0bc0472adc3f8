// Decides what a manager's new target gives to each month and rep, before anything is saved, and what cannot be. A year or quarter
// is the sum of its months, a rep's year the sum of the rep's months; a month that is set under a year changes the other months.
import { partsOver, sumOver } from './over-months.ts'
import {
  currentOf,
  isOfTeam,
  type PlanFacts,
  type PlannedMonth,
  type PlannedVersion,
  partOf,
  type TargetDraft,
  type TargetPlan,
  type WholePeriod,
} from './plan.ts'
import { groupOf, planMonths } from './plan-months.ts'
import { isPartOf, samePeriod } from './target-period.ts'

export function planTarget(facts: PlanFacts, draft: TargetDraft): TargetPlan {
  const plan = planEvenUnchanged(facts, draft)
  return plan.ok && plan.versions.length === 0 ? { ok: false, reason: 'unchanged' } : plan
}

/** The same, without a version where nothing changes. */
export function planEvenUnchanged(facts: PlanFacts, draft: TargetDraft): TargetPlan {
  const { period, today, overlapping, metric } = facts
  if (Temporal.PlainDate.compare(period.to, today) < 0) return { ok: false, reason: 'period-over' }
  if (overlapping) return { ok: false, reason: 'overlaps', period: overlapping }
  const own = currentOf(facts)
  if (own && draft.reason === '') return { ok: false, reason: 'reason-missing' }
  const group = groupOf(facts, draft)
  const planned = planMonths(facts, draft, group)
  if (!planned.ok) return planned
  const versions = versionsOf(facts, draft, planned.months)
  const within = planned.months.filter(({ inPeriod }) => inPeriod)
  const whole = isOfTeam(draft) ? draft.value : (own?.whole ?? null)
  const summed = whole !== null && metric.kind === 'additive'
  return {
    ...{ ok: true, whole, before: own?.whole ?? null, versions },
    parts: partsOver(within, metric).filter(({ memberId }) => !group || group.has(memberId)),
    unassigned: summed ? unassignedOver(within, false) : null,
    over: summed ? unassignedOver(within, true) : 0,
    months: period.kind === 'month' ? [] : within,
    partOf: partOf(facts),
  }
}

const unassignedOver = (months: readonly PlannedMonth[], over: boolean): number =>
  months.reduce((sum, { isOver, unassigned }) => sum + (isOver === over ? unassigned : 0), 0)

/** What is to be written: of the months that change, and of the years and quarters whose sums change. */
function versionsOf(facts: PlanFacts, draft: TargetDraft, months: readonly PlannedMonth[]): PlannedVersion[] {
  const { period } = facts
  const ofMonths = months.flatMap((month) => versionOfMonth(month, facts))
  const own: WholePeriod = currentOf(facts) ?? { period, version: 0, whole: null }
  const others = facts.wholes.filter((one) => !samePeriod(one.period, period))
  const ofOthers = others.flatMap((one): PlannedVersion[] => {
    const planned = versionOfWhole(one, facts, months)
    return planned.whole === one.whole && planned.parts.length === 0 ? [] : [{ ...planned, follows: true }]
  })
  if (period.kind === 'month') return [...ofMonths, ...ofOthers]
  const planned = versionOfWhole(own, facts, months)
  const version = isOfTeam(draft) ? planned : { ...planned, whole: own.whole }
  return ofMonths.length > 0 || version.whole !== own.whole ? [version, ...ofMonths, ...ofOthers] : []
}

function versionOfMonth({ facts: was, ...month }: PlannedMonth, { period }: PlanFacts): PlannedVersion[] {
  const { whole, lock } = month
  const parts = month.parts.filter(({ changed }) => changed)
  if (whole === was.whole && lock === was.lock && parts.length === 0) return []
  const follows = !samePeriod(was.period, period)
  return [{ period: was.period, version: was.version + 1, whole, lock, follows, parts }]
}

function versionOfWhole(
  was: WholePeriod,
  { metric }: PlanFacts,
  months: readonly PlannedMonth[],
): PlannedVersion {
  const within = months.filter((month) => isPartOf(month.facts.period, was.period))
  const parts = partsOver(within, metric).filter(({ changed }) => changed)
  const whole = sumOver(within, metric, was.whole)
  return { period: was.period, version: was.version + 1, whole, lock: null, follows: false, parts }
}
