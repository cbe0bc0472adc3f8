// Changes the workspace's catalogue: what a metric is called and means, whose it is, and whether it is still asked for.

import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { activeAdmins } from '../../org/db/people.ts'
import { teamsRankedBy } from '../../org/db/settings.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { adopters, saveDefinition } from '../db/catalogue.ts'
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

/** Whether the person may say what a metric means. `owner` null: as one of the company's, of the teams that count it. */
type Defines = (key: MetricKey, owner: TeamId | null) => boolean

async function definer(q: Queryable, actor: Actor): Promise<Defines> {
  const { workspaceId } = actor
  const byKey = await adopters(q, workspaceId)
  return (key, owner) => {
    const active = (byKey.get(key) ?? []).filter(({ isActive }) => isActive)
    const teamIds = active.map(({ teamId }) => teamId)
    return may(actor, mayEditCatalogue, owner ? { workspaceId, teamId: owner } : { workspaceId, teamIds })
  }
}

export interface Definable {
  /** The metrics of the catalogue of which the person may say what they mean. */
  entries: readonly CatalogueEntry[]
  /** Whom to ask about the others; empty where there are none, or nobody is known. */
  ask: readonly UserId[]
}

const MAX_ASKED = 5

export async function definableBy(context: Context, who: Person): Promise<Definable> {
  const { db, clock } = context
  const defines = await definer(db, await actorOf(db, who, clock.now()))
  const all = [...(await wholeCatalogue(db, who.workspaceId)).values()]
  const entries = all.filter(({ metric, owner }) => defines(metric.key, owner))
  return { entries, ask: entries.length === all.length ? [] : await whoDefines(db, who) }
}

/** Admins may in any case; which directors may, depends on the metric. */
export async function whoDefines(q: Queryable, { workspaceId }: Person): Promise<UserId[]> {
  const admins = await activeAdmins(q, workspaceId)
  return admins.slice(0, MAX_ASKED).map(({ userId }) => userId)
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
  const defines = await definer(context.db, await actorOf(context.db, who, context.clock.now()))
  if (!entry || !defines(key, entry.owner)) return null
  return { ...entry, mayShare: entry.owner !== null && defines(key, null) }
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
    const defines = await definer(tx, await actorOf(tx, who, now))
    if (!defines(key, entry.owner)) return { ok: false, reason: 'not-allowed' }
    const others = [...all.values()].filter(({ metric }) => metric.key !== key && metric.retiredAt === null)
    const taken = others.flatMap(({ metric }) => names.of(metric))
    const read = readCatalogueDraft(choice, entry.metric, names.preset(key), taken)
    if (!read.ok) return { ok: false, reason: 'errors', errors: read.errors }
    const { retiredAt: before } = entry.metric
    const retires = choice.retired && before === null
    const ranked = retires ? await teamsRankedBy(tx, workspaceId, key) : []
    if (ranked.length > 0) return { ok: false, reason: 'ranked-by', teams: ranked.map(({ name }) => name) }
    const retiredAt = choice.retired ? (before ?? now) : null
    const owner = choice.shared && defines(key, null) ? null : entry.owner
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
  const counting = (await adopters(tx, workspaceId)).get(after.metric.key) ?? []
  const teamIds = counting.length > 0 ? counting.map(({ teamId }) => teamId) : [null]
  const event = { workspaceId, actorUserId, userId: null, screen: '/kpi metrics' } as const
  await recordAudit(
    tx,
    context,
    teamIds.map((teamId) => ({ ...event, teamId, kind: 'metric-defined', ...change }) as const),
  )
}
