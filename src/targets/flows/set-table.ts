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
import { lockPartsAbove } from '../db/team-parts.ts'
import { maySetTargets } from '../domain/permissions.ts'
import type { PlannedVersion } from '../domain/plan.ts'
import { planParts } from '../domain/plan-parts.ts'
import { ownVersion, shiftedMonths } from '../domain/shifted-months.ts'
import type { TableWish } from '../domain/table-wishes.ts'
import { targetKey } from '../domain/target.ts'
import { versionsToWrite } from '../domain/versions-to-write.ts'
import { offersAfter } from './leave-offer.ts'
import { loadPlan } from './load-plan.ts'
import {
  changedIn,
  isSameNumber,
  planTable,
  type TablePreviewed,
  type TableTarget,
  targetsIn,
} from './plan-table.ts'

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
  const planned = await planTable(db, await loadTeams(db, refs), wishes, {
    reason,
    lookBack,
    now: clock.now(),
  })
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
    await lockPartsAbove(tx, [...teams.values()])
    if (await areSaved(tx, who, wishes, sourceKey)) return { ok: true, told: 0, saved: 0 }
    const planned = await planTable(tx, teams, wishes, { reason, lookBack: 0, now })
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
    const offers = written.flatMap(({ plan, target }) => offersAfter(teams.get(target.teamId)!, plan))
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
