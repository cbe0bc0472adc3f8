// Loads how a member stands against each of their targets of today: expected, pace, gap, and what it takes from here.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { periodTotals, teamTotals, totalsByDay } from '../../numbers/db/totals.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { partsOfMember, versionsOfTeam } from '../db/targets.ts'
import { activityPerDay } from '../domain/activity-needed.ts'
import { daySharesOf, workDaysOf } from '../domain/day-shares.ts'
import { countedDays, lastDueDay } from '../domain/due-days.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { partInForce } from '../domain/part-in-force.ts'
import { progressOf } from '../domain/progress.ts'
import { inForceOn, type TargetPart, targetKey } from '../domain/target.ts'
import type { TargetPeriod } from '../domain/target-period.ts'

/** Whose days are counted; a standup's facts have all of it. */
export type TargetHolder = Pick<Membership, 'member' | 'settings' | 'calendar' | 'zone' | 'today' | 'metrics'>

/** About 60 working days. */
const LEARN_DAYS = 84

/** The targets of `targetsToday`, each result with what it means in work: reads the team's last weeks. */
export const ownTargets = async (
  q: Queryable,
  holder: TargetHolder,
  now: Temporal.Instant,
): Promise<OwnTarget[]> => withWork(q, holder, await targetsToday(q, holder, now))

/** By the member's metrics in order. Where a month and a quarter have a target, the month's counts. */
export async function targetsToday(
  q: Queryable,
  holder: TargetHolder,
  now: Temporal.Instant,
): Promise<OwnTarget[]> {
  const { member, today } = holder
  const { workspaceId, memberId, teamId } = member
  const parts = partsToday(await partsOfMember(q, workspaceId, memberId, today), holder)
  if (parts.length === 0) return []
  const versions = await versionsOfTeam(q, workspaceId, teamId, today)
  const all = await metricsOfTeam(q, workspaceId, teamId)
  const due = lastDueDay(holder, spanOf(parts), now)
  const open = due?.add({ days: 1 }) ?? spanOf(parts).from
  const reported = await totalsByDay(q, workspaceId, memberId, open, today)
  const totals = new Map<string, DayTotals>()
  const targets: OwnTarget[] = []
  for (const { metric, part } of parts) {
    const { period } = part
    const from = period.from.toString()
    const known = totals.get(from) ?? (await periodTotals(q, workspaceId, memberId, period.from, today))
    totals.set(from, known)
    const own = versions.filter((version) => targetKey(version) === targetKey(part))
    const monthWeights = inForceOn(own, today)?.monthWeights ?? null
    targets.push(targetOf(holder, { metric, part, monthWeights, totals: known, due, reported, all }))
  }
  return targets
}

/** Of each metric of the member's role the part in force, of the month before that of the quarter. */
function partsToday(
  parts: readonly TargetPart[],
  { metrics, today }: TargetHolder,
): { metric: Metric; part: TargetPart }[] {
  return metrics.flatMap((metric) => {
    const own = parts.filter(({ metricKey }) => metricKey === metric.key)
    const kind = (wanted: TargetPeriod['kind']) =>
      inForceOn(
        own.filter(({ period }) => period.kind === wanted),
        today,
      )
    const part = kind('month') ?? kind('quarter')
    return part ? [{ metric, part }] : []
  })
}

/** From the first day of any of their periods to the last. */
function spanOf(parts: readonly { part: TargetPart }[]): Pick<TargetPeriod, 'from' | 'to'> {
  const first = ({ period }: TargetPart) => period.from.toString()
  const last = ({ period }: TargetPart) => period.to.toString()
  const [from] = parts.map(({ part }) => first(part)).sort()
  const to = parts
    .map(({ part }) => last(part))
    .sort()
    .at(-1)
  return { from: Temporal.PlainDate.from(from!), to: Temporal.PlainDate.from(to!) }
}

interface Known {
  metric: Metric
  part: TargetPart
  monthWeights: readonly number[] | null
  /** Of the period until today. */
  totals: DayTotals
  /** The last day of all that is due. */
  due: Temporal.PlainDate | null
  /** The days after it with numbers, until today. */
  reported: readonly { date: Temporal.PlainDate; totals: DayTotals }[]
  all: ReadonlyMap<MetricKey, Metric>
}

function targetOf(holder: TargetHolder, known: Known): OwnTarget {
  const { metric, part, monthWeights, totals, all } = known
  const { calendar, today } = holder
  const { period } = part
  const shares = daySharesOf(workDaysOf(calendar, period), period, monthWeights)
  const { through, counted, isTodayIn } = countedOf(holder, known)
  const below = metric.denominator === null ? undefined : all.get(metric.denominator)
  const progress = progressOf({
    ...{ metric, shares, through },
    target: metric.kind === 'additive' ? partInForce(part, calendar, period) : part.value,
    actual: valueIn(totals, metric, all),
    below: below ? (totals[below.key]?.value ?? 0) / 10 ** below.decimals : null,
    ...(metric.kind === 'additive' ? { counted } : {}),
    restFrom: isTodayIn ? today.add({ days: 1 }) : today,
  })
  return { metric, period, part, shares, through, progress, work: null }
}

/** Up to which day the metric counts, and what was entered until then. */
function countedOf(holder: TargetHolder, { metric, part, totals, due, reported }: Known) {
  const { period } = part
  const own = reported.flatMap(({ date, totals: { [metric.key]: total } }) =>
    total ? [{ date, total }] : [],
  )
  const dates = own.map(({ date }) => date)
  const dueIn = due && Temporal.PlainDate.compare(due, period.from) >= 0 ? due : null
  const { through, until } = countedDays(holder, period, dueIn, dates)
  const later = own.filter(({ date }) => Temporal.PlainDate.compare(date, until) > 0)
  const all = totals[metric.key]?.value
  const counted = all === undefined ? null : later.reduce((rest, { total }) => rest - total.value, all)
  return { through, counted, isTodayIn: [...dates, due].some((date) => date?.equals(holder.today)) }
}

/** The first number of work that the role counts. */
const workOf = (metrics: readonly Metric[]): Metric | null =>
  metrics.find(
    ({ kind, layer, higherIsBetter }) => kind === 'additive' && layer === 'process' && higherIsBetter,
  ) ?? null

const isTranslated = ({ metric, progress }: OwnTarget): boolean =>
  metric.layer !== 'process' && metric.higherIsBetter && (progress.rest?.perDay ?? 0) > 0

async function withWork(
  q: Queryable,
  { member, metrics, today }: TargetHolder,
  targets: OwnTarget[],
): Promise<OwnTarget[]> {
  const work = workOf(metrics)
  const wanted = targets.filter(isTranslated)
  if (!work || wanted.length === 0) return targets
  const { workspaceId, teamId, memberId } = member
  const keys = { summed: [work.key, ...wanted.map(({ metric }) => metric.key)], levels: [] }
  const from = today.subtract({ days: LEARN_DAYS })
  const totals = await teamTotals(q, workspaceId, teamId, keys, from, today.subtract({ days: 1 }))
  const active = [...totals.values()].filter((of) => (of[work.key]?.value ?? 0) > 0)
  const scale = 10 ** work.decimals
  const learned = (metric: Metric, of: readonly DayTotals[]) => ({
    result: of.reduce((sum, one) => sum + (one[metric.key]?.value ?? 0), 0),
    activity: of.reduce((sum, one) => sum + (one[work.key]?.value ?? 0), 0) / scale,
  })
  return targets.map((target) => {
    if (!wanted.includes(target)) return target
    const own = learned(target.metric, [totals.get(memberId) ?? {}])
    const team = learned(target.metric, active)
    const perDay = activityPerDay(target.progress.rest!.perDay!, own, team, active.length)
    return perDay === null ? target : { ...target, work: { metric: work, perDay } }
  })
}
