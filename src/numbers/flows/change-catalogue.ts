// Changes the workspace's catalogue: what a metric is called and means, whose it is, and whether it is still asked for.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { teamsRankedBy } from '../../org/db/settings.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { adoptersOf, saveDefinition } from '../db/catalogue.ts'
import { definitionChange } from '../domain/audit-changes.ts'
import { type CatalogueDraft, type CatalogueErrors, readCatalogueDraft } from '../domain/catalogue-edit.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import type { Metric, TextByLocale } from '../domain/metrics.ts'
import { mayEditCatalogue } from '../domain/permissions.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

/** What a metric is called, for the draft to be compared with. */
export interface CatalogueNames {
  /** All under which it is found. */
  of(metric: Metric): readonly string[]
  /** Empty for what is no preset. */
  preset(key: MetricKey): TextByLocale
}

/** Whether the person may say what the metric means: see `mayEditCatalogue`. */
export const mayDefine = (actor: Actor, owner: TeamId | null): boolean =>
  may(actor, mayEditCatalogue, { workspaceId: actor.workspaceId, ...(owner ? { teamId: owner } : {}) })

/** The metrics of the catalogue of which the person may say what they mean. */
export async function definableBy(context: Context, who: Person): Promise<CatalogueEntry[]> {
  const actor = await actorOf(context.db, who, context.clock.now())
  const all = await wholeCatalogue(context.db, who.workspaceId)
  return [...all.values()].filter(({ owner }) => mayDefine(actor, owner))
}

export interface Definition extends CatalogueEntry {
  /** The person may make what is a team's own the company's. */
  mayShare: boolean
}

/** Null: there is no such metric, or the person may not say what it means. */
export async function openDefinition(
  context: Context,
  who: Person,
  key: MetricKey,
): Promise<Definition | null> {
  const entry = (await wholeCatalogue(context.db, who.workspaceId)).get(key)
  const actor = await actorOf(context.db, who, context.clock.now())
  if (!entry || !mayDefine(actor, entry.owner)) return null
  return { ...entry, mayShare: entry.owner !== null && mayDefine(actor, null) }
}

export type DefinitionChoice = CatalogueDraft & {
  retired: boolean
  /** What is a team's own becomes the company's. */
  shared: boolean
}

export type DefinitionChanged =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'gone' }
  | { ok: false; reason: 'ranked-by'; teams: readonly string[] }
  | { ok: false; reason: 'errors'; errors: CatalogueErrors }

/** `ranked-by`: these teams' boards rank by the metric that is to be retired. */
export function changeDefinition(
  context: Context,
  who: Person,
  key: MetricKey,
  choice: DefinitionChoice,
  names: CatalogueNames,
): Promise<DefinitionChanged> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<DefinitionChanged> => {
    await lockWorkspace(tx, workspaceId)
    const all = await wholeCatalogue(tx, workspaceId)
    const entry = all.get(key)
    if (!entry) return { ok: false, reason: 'gone' }
    const now = context.clock.now()
    const actor = await actorOf(tx, who, now)
    if (!mayDefine(actor, entry.owner)) return { ok: false, reason: 'not-allowed' }
    const others = [...all.values()].filter(({ metric }) => metric.key !== key && metric.retiredAt === null)
    const taken = others.flatMap(({ metric }) => names.of(metric))
    const read = readCatalogueDraft(choice, entry.metric, names.preset(key), taken)
    if (!read.ok) return { ok: false, reason: 'errors', errors: read.errors }
    const { retiredAt: before } = entry.metric
    const retires = choice.retired && before === null
    const ranked = retires ? await teamsRankedBy(tx, workspaceId, key) : []
    if (ranked.length > 0) return { ok: false, reason: 'ranked-by', teams: ranked.map(({ name }) => name) }
    const retiredAt = choice.retired ? (before ?? now) : null
    const owner = choice.shared && mayDefine(actor, null) ? null : entry.owner
    const after = { metric: { ...read.metric, retiredAt }, owner }
    await saveDefinition(tx, workspaceId, after)
    await auditDefinition(tx, context, who, entry, after)
    return { ok: true }
  })
}

/** Each team that has adopted the metric is told; where none has, it is kept as a change of the workspace. */
async function auditDefinition(
  tx: Transaction,
  context: Context,
  { workspaceId, userId: actorUserId }: Person,
  before: CatalogueEntry,
  after: CatalogueEntry,
): Promise<void> {
  const change = definitionChange(before, after)
  if (!change) return
  const adopters = await adoptersOf(tx, workspaceId, after.metric.key)
  const teamIds = adopters.length > 0 ? adopters.map(({ teamId }) => teamId) : [null]
  const event = { workspaceId, actorUserId, userId: null, screen: '/kpi metrics' } as const
  await recordAudit(
    tx,
    context,
    teamIds.map((teamId) => ({ ...event, teamId, kind: 'metric-defined', ...change }) as const),
  )
}
