// Reads and writes the plan rates of fiscal years, in versions.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { teams } from '../../org/db/teams.sql.ts'
import type { PlanRates } from '../domain/plan-rates.ts'
import { metrics } from './metrics.sql.ts'
import { planRates } from './plan-rates.sql.ts'

const ratesOf = ({
  yearFrom,
  version,
  effectiveFrom,
  reporting,
  rates,
}: typeof planRates.$inferSelect): PlanRates => ({
  ...{ yearFrom, version, effectiveFrom, reporting, rates },
})

/** The rates that measure the date, as they were on record by `asOf`. Null: its fiscal year has none, or none yet. */
export async function planRatesOn(
  q: Queryable,
  workspaceId: WorkspaceId,
  date: Temporal.PlainDate,
  asOf?: Temporal.Instant,
): Promise<PlanRates | null> {
  const [row] = await q
    .select()
    .from(planRates)
    .where(
      and(
        ...[eq(planRates.workspaceId, workspaceId), lte(planRates.yearFrom, date)],
        ...[gt(planRates.yearFrom, date.subtract({ years: 1 })), lte(planRates.effectiveFrom, date)],
        ...(asOf ? [lte(planRates.setAt, asOf)] : []),
      ),
    )
    .orderBy(desc(planRates.yearFrom), desc(planRates.version))
    .limit(1)
  return row ? ratesOf(row) : null
}

/** The last version of the fiscal year that starts on the day, whether it measures yet or not. */
export async function latestPlanRates(
  q: Queryable,
  workspaceId: WorkspaceId,
  yearFrom: Temporal.PlainDate,
): Promise<PlanRates | null> {
  const [row] = await q
    .select()
    .from(planRates)
    .where(and(eq(planRates.workspaceId, workspaceId), eq(planRates.yearFrom, yearFrom)))
    .orderBy(desc(planRates.version))
    .limit(1)
  return row ? ratesOf(row) : null
}

export async function insertPlanRates(
  q: Queryable,
  workspaceId: WorkspaceId,
  { yearFrom, version, effectiveFrom, reporting, rates }: PlanRates,
  { setBy, setAt }: { setBy: UserId; setAt: Temporal.Instant },
): Promise<void> {
  const values = {
    workspaceId,
    yearFrom,
    version,
    effectiveFrom,
    reporting,
    rates: { ...rates },
    setBy,
    setAt,
  }
  await q.insert(planRates).values(values)
}

/** By metric that is money: in which currency each team of the workspace that counts it has it. */
export async function currenciesOfMetrics(
  q: Queryable,
  workspaceId: WorkspaceId,
  metricKeys: readonly MetricKey[],
): Promise<Map<MetricKey, Map<TeamId, string>>> {
  if (metricKeys.length === 0) return new Map()
  const rows = await q
    .select({ key: metrics.metricKey, teamId: metrics.teamId, currency: metrics.currency })
    .from(metrics)
    .where(and(eq(metrics.workspaceId, workspaceId), inArray(metrics.metricKey, [...metricKeys])))
  const money = rows.filter(({ currency }) => currency !== null)
  const byKey = Map.groupBy(money, ({ key }) => key)
  return new Map(
    [...byKey].map(([key, own]) => [key, new Map(own.map(({ teamId, currency }) => [teamId, currency!]))]),
  )
}

/** Who set the version of the rates, and when. */
export async function ratesSetBy(
  q: Queryable,
  workspaceId: WorkspaceId,
  { yearFrom, version }: Pick<PlanRates, 'yearFrom' | 'version'>,
): Promise<{ setBy: UserId; setAt: Temporal.Instant } | null> {
  const [row] = await q
    .select({ setBy: planRates.setBy, setAt: planRates.setAt })
    .from(planRates)
    .where(
      and(
        ...[eq(planRates.workspaceId, workspaceId), eq(planRates.yearFrom, yearFrom)],
        eq(planRates.version, version),
      ),
    )
  return row ?? null
}

/** In which currencies the workspace's teams count money, those of most teams first. */
export async function currenciesInUse(q: Queryable, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await q
    .selectDistinct({ currency: metrics.currency, teamId: metrics.teamId })
    .from(metrics)
    .innerJoin(teams, and(eq(teams.workspaceId, metrics.workspaceId), eq(teams.teamId, metrics.teamId)))
    .where(and(eq(metrics.workspaceId, workspaceId), isNotNull(metrics.currency), isNull(teams.archivedAt)))
    .orderBy(asc(metrics.currency))
  const counts = [...Map.groupBy(rows, ({ currency }) => currency!)]
  return counts.toSorted(([, one], [, other]) => other.length - one.length).map(([currency]) => currency)
}
