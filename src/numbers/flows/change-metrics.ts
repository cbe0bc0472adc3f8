// Changes the metrics that a role enters, for the manager: switch on and off, reorder, rename, add.

import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { rolesOf } from '../../org/db/roles.ts'
import { latestSettings, settingsNow } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import type { Role } from '../../org/domain/team.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { loadTeamIdentity } from '../../org/flows/facts/team-identity.ts'
import {
  addRoleMetrics,
  metricsOfTeam,
  type RoleMetric,
  roleListOf,
  roleMetricsOfTeams,
  rolesWithMetrics,
  saveMetric,
  saveRoleList,
} from '../db/metrics.ts'
import { metricChange } from '../domain/audit-changes.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import { isMeasureAvailable } from '../domain/measure-available.ts'
import {
  type MetricDraft,
  type MetricDraftErrors,
  type MetricMove,
  moveInList,
  readMetricDraft,
} from '../domain/metric-edit.ts'
import type { Metric } from '../domain/metrics.ts'
import { type OwnMetricDraft, type OwnMetricErrors, ownMetric } from '../domain/own-metric.ts'
import { definableBy } from './change-catalogue.ts'
import { currencyOfTeam } from './role-metrics.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

/** Returns the names of the metric in all languages. */
export type NamesOf = (metric: Metric) => readonly string[]

export interface MetricsFacts extends TeamIdentity {
  teamId: TeamId
  role: Role
  /** The roles that have metrics. */
  roles: readonly Role[]
  list: readonly RoleMetric[]
  /** The currency of money metrics. */
  currency: string
  /** The metrics of which the person who reads the list may say what they mean. */
  definable: ReadonlySet<MetricKey>
}

/** `role` null, or without metrics: loads the first role that has metrics. */
export async function loadMetrics(
  context: Context,
  who: Person,
  ref: TeamRef,
  role: Role | null,
): Promise<MetricsFacts> {
  const { db, clock } = context
  const { entries } = await definableBy(context, who)
  const definable = new Set(entries.map(({ metric }) => metric.key))
  const roles = await rolesWithMetrics(db, ref)
  const shown = role && roles.includes(role) ? role : (roles[0] ?? 'hunter')
  const settings = (await settingsNow(db, ref, clock.now()))!
  const list = await roleListOf(db, ref, shown)
  const currency = await currencyOfTeam(db, ref, settings)
  const team = (await loadTeamIdentity(db, ref.workspaceId, ref.teamId, clock.now()))!
  return { ...team, teamId: ref.teamId, role: shown, roles, list, currency, definable }
}

export type MetricChanged = { ok: true } | { ok: false; reason: 'not-allowed' | 'gone' | 'ranked-by' }

/** `ranked-by`: the board ranks by the metric, and no other role enters it. */
export function moveMetric(
  context: Context,
  who: Person,
  teamId: TeamId,
  line: { role: Role; key: MetricKey; move: MetricMove },
): Promise<MetricChanged> {
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<MetricChanged> => {
    const list = await roleListOf(tx, ref, line.role)
    const lines = list.map(({ metric, enabled }) => ({ key: metric.key, enabled }))
    const moved = moveInList(lines, line.key, line.move)
    if (!moved) return { ok: false, reason: 'gone' }
    await saveRoleList(tx, ref, line.role, moved)
    if (line.move === 'off' && !(await boardMeasureAvailable(tx, ref))) {
      await saveRoleList(tx, ref, line.role, previousList(list))
      return { ok: false, reason: 'ranked-by' }
    }
    const was = lines.find(({ key }) => key === line.key)!.enabled
    const on = moved.find(({ key }) => key === line.key)!.enabled
    const audited = { metric: line.key, role: line.role }
    const change = { before: { ...audited, on: was }, after: { ...audited, on } }
    if (was !== on)
      await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'metric-switched', ...change }])
    return { ok: true }
  })
}

const by = ({ workspaceId, userId: actorUserId }: Person, teamId: TeamId) =>
  ({ workspaceId, teamId, actorUserId, userId: null, screen: '/kpi metrics' }) as const

async function boardMeasureAvailable(tx: Transaction, ref: TeamRef): Promise<boolean> {
  const latest = (await latestSettings(tx, ref))!
  const lists = (await roleMetricsOfTeams(tx, [ref])).get(ref.teamId)
  return isMeasureAvailable(latest.settings.measure, Object.keys(lists ?? {}), (role) => lists?.[role] ?? [])
}

const previousList = (list: readonly RoleMetric[]) =>
  list.map(({ metric, enabled, position }) => ({ key: metric.key, enabled, position }))

export type MetricEdited =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'gone' }
  | { ok: false; reason: 'errors'; errors: MetricDraftErrors; metric: Metric }

export function editMetric(
  context: Context,
  who: Person,
  teamId: TeamId,
  key: MetricKey,
  draft: MetricDraft,
  namesOf: NamesOf,
): Promise<MetricEdited> {
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<MetricEdited> => {
    const metrics = await metricsOfTeam(tx, ref.workspaceId, teamId)
    const metric = metrics.get(key)
    if (!metric) return { ok: false, reason: 'gone' }
    const others = [...metrics.values()].filter((other) => other.key !== key)
    const own = namesOf({ ...metric, label: null })
    const read = readMetricDraft(draft, metric, own, others.flatMap(namesOf))
    if (!read.ok) return { ok: false, reason: 'errors', errors: read.errors, metric }
    await saveMetric(tx, ref, key, read.edit, context.clock.now())
    const change = metricChange(metric, read.edit)
    if (change) await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'metric-edited', ...change }])
    return { ok: true }
  })
}

export type MetricAdded =
  | { ok: true; metric: Metric }
  | { ok: false; reason: 'not-allowed' | 'too-many' }
  | { ok: false; reason: 'errors'; errors: OwnMetricErrors }

/** The most metrics of one role. */
export const MAX_METRICS = 25

/** The metric that is there already, as when one form is submitted twice. */
function sameAs(made: ReturnType<typeof ownMetric>, metrics: readonly Metric[]): Metric | undefined {
  return metrics.find((one) => made.ok && isDeepStrictEqual({ ...made.metric, key: one.key }, one))
}

/** What is called so can be adopted, unless it is retired. */
const namesOfOthers = (
  all: ReadonlyMap<MetricKey, CatalogueEntry>,
  own: readonly Metric[],
  namesOf: NamesOf,
): string[] =>
  [...all.values()]
    .filter(({ metric }) => metric.retiredAt === null && !own.some(({ key }) => key === metric.key))
    .flatMap(({ metric }) => namesOf(metric))

export function addMetric(
  context: Context,
  who: Person,
  teamId: TeamId,
  role: Role,
  draft: OwnMetricDraft,
  namesOf: NamesOf,
): Promise<MetricAdded> {
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<MetricAdded> => {
    if (!(await rolesOf(tx, ref.workspaceId)).includes(role)) return { ok: false, reason: 'not-allowed' }
    if ((await roleListOf(tx, ref, role)).length >= MAX_METRICS) return { ok: false, reason: 'too-many' }
    const metrics = [...(await metricsOfTeam(tx, ref.workspaceId, teamId)).values()]
    const settings = (await settingsNow(tx, ref, context.clock.now()))!
    const currency = await currencyOfTeam(tx, ref, settings)
    const where = { currency, locale: who.locale }
    // Two teams that add at once must not get the same key.
    await lockWorkspace(tx, ref.workspaceId)
    const all = await wholeCatalogue(tx, ref.workspaceId)
    const keys = [...all.keys()]
    const inUse = metrics.filter(({ retiredAt }) => retiredAt === null)
    const names = { team: inUse.flatMap(namesOf), catalogue: namesOfOthers(all, metrics, namesOf) }
    const made = ownMetric(draft, where, keys, names)
    if (!made.ok) {
      const same = sameAs(ownMetric(draft, where, keys, { team: [], catalogue: [] }), metrics)
      return same ? { ok: true, metric: same } : { ok: false, reason: 'errors', errors: made.errors }
    }
    await addRoleMetrics(tx, ref, role, [made.metric])
    const { key: metric, unit, decimals } = made.metric
    const change = { before: null, after: { metric, role, unit, decimals } }
    await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'metric-added', ...change }])
    return { ok: true, metric: made.metric }
  })
}
