// Sets a team's or a rep's target: first shown to the manager as it would be, then saved as a version and told to the reps.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { loadTeam } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { hasWhole, insertVersions, isSaved } from '../db/targets.ts'
import { lockPartsAbove } from '../db/team-parts.ts'
import { besideTeams } from '../domain/cascade.ts'
import { maySetTargets } from '../domain/permissions.ts'
import type { TargetDraft, TargetPlan, TargetRefusal } from '../domain/plan.ts'
import { planTarget } from '../domain/plan-target.ts'
import { type Advice, smartAdvice } from '../domain/smart.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import { versionsToWrite } from '../domain/versions-to-write.ts'
import { fitsAbove } from './fits-above.ts'
import { offersAfter } from './leave-offer.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'
import { repMessages } from './rep-messages.ts'

/** The periods before, by which a target is judged to be within reach. */
const ADVISED_BY = 3

export interface TargetRequest {
  teamId: TeamId
  metricKey: MetricKey
  period: TargetPeriod
  /** Null: the whole team, or a role. */
  userId: UserId | null
  draft: Omit<TargetDraft, 'persons'>
}

export interface TargetPreview extends Pick<LoadedPlan, 'team' | 'metric' | 'version' | 'people'> {
  period: TargetPeriod
  plan: Extract<TargetPlan, { ok: true }>
  advice: readonly Advice[]
}

export type Previewed =
  | { ok: true; preview: TargetPreview }
  | { ok: false; reason: 'not-allowed' | 'unknown-metric' }
  | { ok: false; reason: 'refused'; refusal: TargetRefusal; metric: LoadedPlan['metric'] }

/** What the target would give to each rep. A split by what people reached last shows numbers of theirs, and is recorded. */
export async function previewTarget(
  context: Context,
  who: Person,
  request: TargetRequest,
): Promise<Previewed> {
  const { db, clock } = context
  const { teamId } = request
  if (!(await isAllowedInTeam(db, who, maySetTargets, teamId, clock.now())))
    return { ok: false, reason: 'not-allowed' }
  const team = (await loadTeam(db, who.workspaceId, teamId))!
  const planned = await planOf(db, team, request, { lookBack: ADVISED_BY, now: clock.now() })
  if (!planned.ok) return planned
  const { loaded, plan } = planned
  const advice = await adviceOn(db, team, loaded, request)
  await recordReading(db, context, who, shownIn(request, loaded, advice))
  return {
    ok: true,
    preview: {
      ...{ team: loaded.team, metric: loaded.metric, version: loaded.version, people: loaded.people },
      ...{ period: request.period, plan, advice },
    },
  }
}

export type TargetSaved<Stop = never> =
  | Exclude<Previewed, { ok: true }>
  | { ok: true; told: number }
  /** Somebody else has set it since the preview. */
  | { ok: false; reason: 'changed-since' }
  | { ok: false; reason: 'stopped'; stop: Stop }

/** `check`: looks at the plan before it is saved, so that what a form says of its parts needs no plan of its own. */
export function setTarget<Stop = never>(
  context: Context,
  who: Person,
  request: TargetRequest,
  form: { version: number; sourceKey: string },
  check: (planned: TargetParts) => Stop | null = () => null,
): Promise<TargetSaved<Stop>> {
  const { teamId, metricKey, period, draft } = request
  return changeInTeam(context, who, maySetTargets, teamId, async (tx, team): Promise<TargetSaved<Stop>> => {
    const now = context.clock.now()
    const target = { teamId, metricKey, period }
    await lockPartsAbove(tx, [team])
    if (await isSaved(tx, who.workspaceId, target, form.sourceKey)) return { ok: true, told: 0 }
    const planned = await planOf(tx, team, request, { lookBack: draft.split === 'last' ? 1 : 0, now })
    if (!planned.ok) return planned
    const { loaded, plan } = planned
    if (loaded.version !== form.version) return { ok: false, reason: 'changed-since' }
    const stop = check(planned)
    if (stop !== null) return { ok: false, reason: 'stopped', stop }
    const setting = {
      ...{ split: request.userId === null ? draft.split : null, role: draft.role },
      ...{ effectiveFrom: loaded.facts.today, reason: draft.reason },
      ...{ setBy: who.userId, setAt: now, sourceKey: form.sourceKey },
    }
    const versions = versionsToWrite(plan, target, setting, loaded)
    await insertVersions(tx, who.workspaceId, versions)
    await audit(tx, context, who, request, plan)
    const messages = repMessages(plan, loaded, team, request, who.userId)
    await enqueueMessage(tx, context, [...messages, ...offersAfter(team, plan)])
    return { ok: true, told: messages.length }
  })
}

/** What is planned, as it would be saved. */
export interface TargetParts {
  loaded: LoadedPlan
  plan: Extract<TargetPlan, { ok: true }>
}

type Planned = ({ ok: true } & TargetParts) | Exclude<Previewed, { ok: true }>

async function planOf(
  q: Queryable,
  team: Team,
  { metricKey, period, userId, draft }: TargetRequest,
  { lookBack, now }: { lookBack: number; now: Temporal.Instant },
): Promise<Planned> {
  const lastYear = draft.time.by === 'last' && period.kind !== 'month'
  const loaded = await loadPlan(q, team, { metricKey, period, lookBack, lastYear }, now)
  if (!loaded) return { ok: false, reason: 'unknown-metric' }
  // The whole of a team with teams below is set together with theirs.
  if (loaded.hasTeams && userId === null && draft.role === null) return { ok: false, reason: 'not-allowed' }
  const { metric } = loaded
  const member = [...loaded.people].find(([, person]) => person.userId === userId)
  const refused = (refusal: TargetRefusal) => ({ ok: false, reason: 'refused', refusal, metric }) as const
  if (userId !== null && !member) return refused({ ok: false, reason: 'not-in-team' })
  const plan = planTarget(loaded.facts, {
    ...draft,
    persons: member ? new Map([[member[0], draft.value]]) : null,
  })
  if (!plan.ok) return refused(plan)
  const { wholes, hasTeams } = loaded
  const written = plan.versions.map((version) => besideTeams(version, wholes, hasTeams))
  const clash = await fitsAbove(q, [{ team, metric, versions: written }], period)
  return clash ? refused(clash.refusal) : { ok: true, loaded, plan }
}

/** Whose numbers can be read in it: everyone's where they are split by them, a rep's own best where it is named. */
function shownIn({ userId, draft }: TargetRequest, { people }: LoadedPlan, advice: readonly Advice[]) {
  const ofAll = userId === null && draft.split === 'last'
  const ofOne = userId !== null && advice.some(({ about }) => about === 'reach')
  const shown = [...people.values()].filter((one) => ofAll || (ofOne && one.userId === userId))
  return shown.map((one) => ({ userId: one.userId, what: 'numbers' as const }))
}

async function adviceOn(
  q: Queryable,
  { workspaceId, parentTeamId }: Team,
  { past, metric, people, facts, version }: LoadedPlan,
  { userId, draft, period }: TargetRequest,
): Promise<Advice[]> {
  const only = userId === null ? null : [...people].find(([, person]) => person.userId === userId)?.[0]
  const sums = past.map((members) => {
    if (!members) return null
    if (only) return members.get(only) ?? null
    return [...members.values()].reduce((sum, value) => sum + value, 0)
  })
  const { key: metricKey, higherIsBetter } = metric
  const isOfTeam = userId === null && parentTeamId !== null
  return smartAdvice({
    ...{ value: draft.value, higherIsBetter, past: sums, reason: draft.reason, period, today: facts.today },
    isFirst: version === 0,
    isWantedAbove: isOfTeam
      ? await hasWhole(q, workspaceId, { teamId: parentTeamId, metricKey, period })
      : null,
  })
}

/** The team's target, or the single rep's, of whom only those entitled see the value. */
async function audit(
  tx: Transaction,
  context: Context,
  { workspaceId, userId: actorUserId }: Person,
  { teamId, metricKey: metric, period, userId, draft: { role, value } }: TargetRequest,
  plan: Extract<TargetPlan, { ok: true }>,
): Promise<void> {
  const of = { metric, period: period.kind, from: period.from.toString() }
  const target = role === null ? of : { ...of, role }
  const by = { workspaceId, teamId, actorUserId, userId, screen: '/kpi target' } as const
  const change = (before: number | null, after: number | null) => ({
    ...{ before: { ...target, value: before }, after: { ...target, value: after } },
  })
  const own = plan.parts[0]
  const had = plan.parts.flatMap(({ before }) => before ?? [])
  const ofRole = had.length === 0 ? null : had.reduce((sum, before) => sum + before, 0)
  const event =
    userId === null
      ? ({
          ...by,
          kind: 'target-set',
          ...(role === null ? change(plan.before, plan.whole) : change(ofRole, value)),
        } as const)
      : ({ ...by, kind: 'rep-target-set', ...change(own?.before ?? null, own?.value ?? null) } as const)
  await recordAudit(tx, context, [event])
}
