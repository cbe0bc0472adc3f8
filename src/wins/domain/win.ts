// A win: a deal that an act of the ledger tells of, and what is left of it after corrections.
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import { dealMetric, isDealMetric } from '../../numbers/domain/deal-metric.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'

export interface Win {
  workspaceId: WorkspaceId
  /** The act in the ledger. */
  sourceId: string
  teamId: TeamId
  memberId: MemberId
  date: Temporal.PlainDate
  metricKey: MetricKey
  /** Scaled, with all corrections; 0 where it was taken back. */
  amount: number
  enteredAmount: number
  enteredAt: Temporal.Instant
  customer: string | null
}

/** An act of the ledger, as far as wins need it. */
export interface LedgerAct {
  sourceId: string
  numbers: Readonly<Record<MetricKey, number>>
  /** By metric, the source of the entry that this one changes. */
  corrects: Readonly<Record<MetricKey, string>> | null
}

/**
 * The deal that an act among those of a day, the oldest first, tells of. Null: none, or it only changes a win that is there:
 * a form that is saved again with more is the same deal.
 */
export function dealIn(
  acts: readonly LedgerAct[],
  sourceId: string,
  changed: readonly Metric[],
  known: ReadonlySet<string>,
): { metricKey: MetricKey; amount: number } | null {
  const act = acts.findLast((one) => one.sourceId === sourceId)
  const won = changed.filter((metric) => isDealMetric(metric) && (act?.numbers[metric.key] ?? 0) > 0)
  const metric = dealMetric(won)
  if (!act || !metric) return null
  const before = act.corrects?.[metric.key]
  if (before !== undefined && known.has(rootOf(acts, before, metric.key, known))) return null
  return { metricKey: metric.key, amount: act.numbers[metric.key]! }
}

/** What is left of each win of a day: what it said, and all that was corrected of it since. */
export function amountsLeft(
  acts: readonly LedgerAct[],
  wins: readonly Pick<Win, 'sourceId' | 'metricKey'>[],
): Map<string, number> {
  const left = new Map<string, number>()
  for (const { sourceId, metricKey } of wins) {
    const known = new Set(wins.filter((win) => win.metricKey === metricKey).map((win) => win.sourceId))
    const own = acts.filter(
      (act) => metricKey in act.numbers && rootOf(acts, act.sourceId, metricKey, known) === sourceId,
    )
    const sum = own.reduce((total, { numbers }) => total + (numbers[metricKey] ?? 0), 0)
    left.set(sourceId, Math.max(0, sum))
  }
  return left
}

/** The win that an act belongs to, or the first act that it changes. */
function rootOf(
  acts: readonly LedgerAct[],
  sourceId: string,
  metricKey: MetricKey,
  known: ReadonlySet<string>,
): string {
  let root = sourceId
  for (let step = 0; step < acts.length && !known.has(root); step += 1) {
    const from = acts.find((act) => act.sourceId === root && act.corrects?.[metricKey] !== undefined)
    if (!from) break
    root = from.corrects![metricKey]!
  }
  return root
}
