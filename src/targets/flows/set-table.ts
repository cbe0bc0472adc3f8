// Sets the targets of a pasted table: shown as they would be, then saved as versions in one transaction and told to the reps.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { AuditDraft } from '../../org/audit/domain/audit-event.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { changeInTeams } from '../../org/flows/change-in-team.ts'
import type { MessageDraft, MessageSubjects } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { insertVersions, isSaved } from '../db/targets.ts'
import { maySetTargets } from '../domain/permissions.ts'
import type { PlannedVersion } from '../domain/plan.ts'
import { type PartsPlan, planParts } from '../domain/plan-parts.ts'
import { farReach } from '../domain/reach.ts'
import { ownVersion, shiftedMonths } from '../domain/shifted-months.ts'
import type { TableWish } from '../domain/table-wishes.ts'
import { type TargetRef, targetKey } from '../domain/target.ts'
import { isPartOf, samePeriod } from '../domain/target-period.ts'
import { versionsToWrite } from '../domain/versions-to-write.ts'
import { offersAfter } from './leave-offer.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'

type Planned = Extract<PartsPlan, { ok: true }>

/** What the table changes of one team's metric and period. */
export interface TableTarget {
  target: TargetRef
  values: ReadonlyMap<MemberId, number>
  loaded: LoadedPlan
  plan: Planned
  /** Advice: whose part is far beyond what they reached before. */
  far: readonly { name: string; userId: string; best: number }[]
}

export interface TableRefusal {
  target: TargetRef
  loaded: LoadedPlan
  plan: Exclude<PartsPlan, Planned>
  /** Of those who are not in the team in that period. */
  names: readonly string[]
}

export type TablePreviewed =
  /** `same`: how many parts are so already, of targets that do not change. */
  | { ok: true; targets: readonly TableTarget[]; same: number; versions: string }
  | { ok: false; reason: 'not-allowed' | 'unchanged' | 'reason-missing' }
  | { ok: false; reason: 'refused'; refusals: readonly TableRefusal[] }

export type TableSaved =
  | Exclude<TablePreviewed, { ok: true }>
  /** `saved`: how many parts are new. */
  | { ok: true; told: number; saved: number }
  /** Somebody else has set one of them since the preview. */
  | { ok: false; reason: 'changed-since' }

/** The periods before, by which a part is judged to be within reach. */
const ADVISED_BY = 3

/** The lines were read against the teams in which the person may set targets; saving checks it again. */
export async function previewTable(
  context: Context,
  who: Person,
  wishes: readonly TableWish[],
  reason: string,
): Promise<TablePreviewed> {
  const { db, clock } = context
  const refs = teamIdsOf(wishes).map((teamId) => ({ workspaceId: who.workspaceId, teamId }))
  const lookBack = reason === '' ? ADVISED_BY : 0
  const planned = await planAll(db, await loadTeams(db, refs), wishes, { reason, lookBack, now: clock.now() })
  const far = planned.ok ? planned.targets.flatMap((one) => one.far) : []
  const shown = far.map(({ userId }) => ({ userId, what: 'numbers' as const }))
  await recordReading(db, context, who, shown)
  return planned
}

export function setTable(
  context: Context,
  who: Person,
  wishes: readonly TableWish[],
  form: { reason: string; versions: string; sourceKey: string },
): Promise<TableSaved> {
  const { reason, versions, sourceKey } = form
  return changeInTeams(context, who, maySetTargets, teamIdsOf(wishes), async (tx, teams) => {
    const now = context.clock.now()
    if (await areSaved(tx, who, wishes, sourceKey)) return { ok: true, told: 0, saved: 0 }
    const planned = await planAll(tx, teams, wishes, { reason, lookBack: 0, now })
    if (!planned.ok) return planned
    if (planned.versions !== versions) return { ok: false, reason: 'changed-since' }
    const written: TableTarget[] = []
    for (const one of planned.targets) {
      const isFirst = !written.some(({ target }) => isSameNumber(target, one.target))
      const current = isFirst ? one : await planAgain(tx, teams, one, now)
      const setting = { split: null, role: null, effectiveFrom: current.loaded.facts.today, reason }
      const by = { setBy: who.userId, setAt: now, sourceKey }
      await insertVersions(
        tx,
        who.workspaceId,
        versionsToWrite(current.plan, one.target, { ...setting, ...by }, current.loaded),
      )
      written.push(current)
    }
    await audit(tx, context, who, written)
    const messages = messagesTo(written, teams, who, sourceKey)
    const offers = written.flatMap(({ plan, target }) =>
      offersAfter({ workspaceId: who.workspaceId, teamId: target.teamId }, plan),
    )
    await enqueueMessage(tx, context, [...messages, ...offers])
    const saved = written.reduce((sum, { plan }) => sum + changedIn(plan).length, 0)
    return { ok: true, told: messages.length, saved }
  })
}

/** True: this submit of the form is saved already, as when Slack delivers it again. */
export const isTableSaved = (
  { db }: Context,
  who: Person,
  wishes: readonly TableWish[],
  sourceKey: string,
): Promise<boolean> => areSaved(db, who, wishes, sourceKey)

async function areSaved(
  q: Queryable,
  { workspaceId }: Person,
  wishes: readonly TableWish[],
  sourceKey: string,
): Promise<boolean> {
  for (const { target } of targetsIn(wishes))
    if (await isSaved(q, workspaceId, target, sourceKey)) return true
  return false
}

const teamIdsOf = (wishes: readonly TableWish[]): TeamId[] => [
  ...new Set(wishes.map(({ member }) => member.teamId)),
]

interface Wanted {
  target: TargetRef
  values: Map<MemberId, number>
}

/** In the order of the table. */
function targetsIn(wishes: readonly TableWish[]): Wanted[] {
  const byTarget = new Map<string, Wanted>()
  for (const { member, metric, period, value } of wishes) {
    const target = { teamId: member.teamId, metricKey: metric.key, period }
    const key = `${member.teamId} ${targetKey(target)}`
    const wanted = byTarget.get(key) ?? { target, values: new Map() }
    byTarget.set(key, wanted)
    wanted.values.set(member.memberId, value)
  }
  return [...byTarget.values()]
}

async function planAll(
  q: Queryable,
  teams: ReadonlyMap<TeamId, Team>,
  wishes: readonly TableWish[],
  { reason, lookBack, now }: { reason: string; lookBack: number; now: Temporal.Instant },
): Promise<TablePreviewed> {
  const targets: TableTarget[] = []
  const refusals: TableRefusal[] = []
  const wanted = targetsIn(wishes)
  for (const { target, values } of wanted) {
    const team = teams.get(target.teamId)
    const loaded = team ? await loadPlan(q, team, { ...target, lookBack, lastYear: false }, now) : null
    if (!loaded) return { ok: false, reason: 'not-allowed' }
    const plan = planBeside(loaded, values, target, wanted)
    if (plan.ok) targets.push({ target, values, loaded, plan, far: farIn(loaded, plan) })
    else if (plan.reason !== 'unchanged')
      refusals.push({ target, loaded, plan, names: absentIn(plan, wishes) })
  }
  if (refusals.length > 0) return { ok: false, reason: 'refused', refusals }
  const changing = targets.filter(({ plan }) => changedIn(plan).length > 0)
  if (changing.length === 0) return { ok: false, reason: 'unchanged' }
  if (reason === '' && changing.some(({ loaded }) => loaded.version > 0))
    return { ok: false, reason: 'reason-missing' }
  const given = changing.reduce((sum, { plan }) => sum + plan.parts.length, 0)
  const versions = changing.map(({ loaded }) => loaded.version).join(' ')
  return { ok: true, targets: changing, same: wishes.length - given, versions }
}

const isSameNumber = (one: TargetRef, other: TargetRef): boolean =>
  one.teamId === other.teamId && one.metricKey === other.metricKey

/** A month beside its own quarter or year in one table: which of them is to change the other is a guess. */
function planBeside(
  { facts }: LoadedPlan,
  values: Wanted['values'],
  target: TargetRef,
  all: readonly Wanted[],
): PartsPlan {
  const { period } = target
  const above = all.find(
    ({ target: other }) =>
      isSameNumber(other, target) && !samePeriod(other.period, period) && isPartOf(period, other.period),
  )
  return above ? { ok: false, reason: 'overlaps', period: above.target.period } : planParts(facts, values)
}

/** After other periods of the same number were written: the quarter or year above may have changed with them. */
async function planAgain(
  tx: Transaction,
  teams: ReadonlyMap<TeamId, Team>,
  one: TableTarget,
  now: Temporal.Instant,
): Promise<TableTarget> {
  const team = teams.get(one.target.teamId)!
  const loaded = (await loadPlan(tx, team, { ...one.target, lookBack: 0, lastYear: false }, now))!
  const plan = planParts(loaded.facts, one.values)
  if (!plan.ok) throw new Error(`A part of a table fits no longer beside the others: ${plan.reason}.`)
  return { ...one, loaded, plan }
}

function farIn({ past, metric, people }: LoadedPlan, { parts }: Planned): TableTarget['far'] {
  return parts.flatMap(({ memberId, value }) => {
    const reached = past.map((members) => members?.get(memberId) ?? null)
    const reach = farReach(value, reached, metric.higherIsBetter)
    return reach ? [{ ...people.get(memberId)!, best: reach.best }] : []
  })
}

function absentIn(plan: Exclude<PartsPlan, Planned>, wishes: readonly TableWish[]): string[] {
  const absent = 'memberIds' in plan ? plan.memberIds : []
  const names = wishes.flatMap(({ member }) => (absent.includes(member.memberId) ? [member.name] : []))
  return [...new Set(names)]
}

const changedIn = ({ parts }: Planned) => parts.filter(({ changed }) => changed)

/** One event for each rep and target: only those entitled see the values. */
async function audit(
  tx: Transaction,
  context: Context,
  { workspaceId, userId: actorUserId }: Person,
  targets: readonly TableTarget[],
): Promise<void> {
  const events = targets.flatMap(({ target, loaded, plan }): AuditDraft[] => {
    const { teamId, metricKey: metric, period } = target
    const of = { metric, period: period.kind, from: period.from.toString() }
    return changedIn(plan).map(({ memberId, before, value }) => ({
      ...{ workspaceId, teamId, actorUserId, userId: loaded.people.get(memberId)!.userId },
      ...{ screen: '/kpi target', kind: 'rep-target-set' },
      ...{ before: { ...of, value: before }, after: { ...of, value } },
    }))
  })
  await recordAudit(tx, context, events)
}

type ToldTarget = MessageSubjects['targets-set']['targets'][number]

/** One message for each member, whatever it changes for them; nobody is told of what they set themselves. */
function messagesTo(
  targets: readonly TableTarget[],
  teams: ReadonlyMap<TeamId, Team>,
  who: Person,
  sourceKey: string,
): MessageDraft[] {
  const told = new Map<MemberId, { userId: string; teamId: TeamId; targets: Map<string, ToldTarget> }>()
  const tell = (memberId: MemberId, of: TableTarget, { period, version }: PlannedVersion) => {
    const { userId } = of.loaded.people.get(memberId)!
    if (userId === who.userId) return
    const own = told.get(memberId) ?? { userId, teamId: of.target.teamId, targets: new Map() }
    const { metricKey } = of.target
    const key = targetKey({ metricKey, period })
    // Of several versions written at once the last counts, against what there was before the first.
    const since = own.targets.get(key)?.since ?? version
    const span = { period: period.kind, from: period.from.toString(), to: period.to.toString() }
    own.targets.set(key, { metricKey, ...span, version, since })
    told.set(memberId, own)
  }
  for (const of of targets) {
    const own = ownVersion(of.plan, of.target.period)
    for (const { memberId, before, value } of changedIn(of.plan))
      if (own && before !== value) tell(memberId, of, own)
  }
  for (const of of targets)
    for (const [memberId, months] of shiftedMonths(of.plan, of.target.period))
      for (const month of months) tell(memberId, of, month)
  return [...told].map(([memberId, { userId, teamId, targets: set }]): MessageDraft => {
    const { workspaceId } = teams.get(teamId)!
    const key = `targets:${memberId}:${sourceKey}`
    const audience = { to: 'person', userId } as const
    const subject = { memberId, targets: [...set.values()] }
    return { workspaceId, teamId, key, kind: 'targets-set', audience, subject }
  })
}
