// Sets the target of a team with teams below it: first shown team by team, then saved for all of them in one transaction and told.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { changeInTeams } from '../../org/flows/change-in-team.ts'
import { whoActsForEach } from '../../org/flows/who-acts-for.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { insertVersions, isSaved } from '../db/targets.ts'
import { lockPartsAbove } from '../db/team-parts.ts'
import {
  type CascadeDraft,
  type CascadePlan,
  type CascadeRefusal,
  type PlannedTeam,
  wholeIn,
} from '../domain/cascade.ts'
import { maySetTargets } from '../domain/permissions.ts'
import { planCascade } from '../domain/plan-cascade.ts'
import { type Advice, smartAdvice } from '../domain/smart.ts'
import { samePeriod, type TargetPeriod } from '../domain/target-period.ts'
import { asSet } from '../domain/versions-to-write.ts'
import type { AboveParent } from '../domain/within-parent.ts'
import { fitsAbove } from './fits-above.ts'
import { offersAfter } from './leave-offer.ts'
import { amongTeams, type LoadedCascade, loadCascade } from './load-cascade.ts'
import { repMessages } from './rep-messages.ts'

/** The periods before, by which a target is judged to be within reach. */
const ADVISED_BY = 3

export interface CascadeRequest {
  teamId: TeamId
  metricKey: MetricKey
  period: TargetPeriod
  draft: CascadeDraft
}

export interface CascadeParts {
  loaded: LoadedCascade
  /** From the top down. */
  teams: readonly PlannedTeam[]
}

export interface CascadePreview extends CascadeParts {
  period: TargetPeriod
  advice: readonly Advice[]
}

export type CascadeRefused = CascadeRefusal | AboveParent

export type CascadePreviewed =
  | { ok: true; preview: CascadePreview }
  | { ok: false; reason: 'not-allowed' | 'unknown-metric' }
  | { ok: false; reason: 'refused'; refusal: CascadeRefused; loaded: LoadedCascade }

/** Teams and their parts; no number of a single person is in it. */
export async function previewCascade(
  context: Context,
  who: Person,
  request: CascadeRequest,
): Promise<CascadePreviewed> {
  const { db } = context
  const now = context.clock.now()
  const { workspaceId } = who
  const team = await loadTeam(db, workspaceId, request.teamId)
  if (!team) return { ok: false, reason: 'not-allowed' }
  const actor = await actorOf(db, who, now)
  const all = [team, ...(await teamsBelow(db, team))]
  if (!all.every(({ teamId }) => may(actor, maySetTargets, { workspaceId, teamId })))
    return { ok: false, reason: 'not-allowed' }
  const planned = await planOf(db, team, request, ADVISED_BY, now)
  if (!planned.ok) return planned
  const { loaded, teams } = planned
  await recordReading(db, context, who, shownIn(loaded, request))
  return { ok: true, preview: { loaded, period: request.period, teams, advice: adviceOn(loaded, request) } }
}

/** Whose numbers can be read in it: a team's share by what was reached is that of one person, where nobody else reported. */
const shownIn = ({ teams }: LoadedCascade, { draft }: CascadeRequest) =>
  [...teams.values()].flatMap(({ plan }) => {
    const reported = [...(plan?.past[0]?.keys() ?? [])]
    const only = draft.split === 'last' && reported.length === 1 ? plan?.people.get(reported[0]!) : undefined
    return only ? [{ userId: only.userId, what: 'numbers' as const }] : []
  })

export type CascadeSaved<Stop = never> =
  | Exclude<CascadePreviewed, { ok: true }>
  /** `teams`: whose target changed, the team's own included. */
  | { ok: true; told: number; teams: number }
  /** Somebody else has set one of them since the preview, or a team or one of its people has come or gone. */
  | { ok: false; reason: 'changed-since' }
  | { ok: false; reason: 'stopped'; stop: Stop }

/** `check`: looks at the plan before it is saved, so that what a form says of its parts needs no plan of its own. */
export async function setCascade<Stop = never>(
  context: Context,
  who: Person,
  request: CascadeRequest,
  form: { version: number; sourceKey: string },
  check: (planned: CascadeParts) => Stop | null = () => null,
): Promise<CascadeSaved<Stop>> {
  const { workspaceId } = who
  const { teamId } = request
  const below = await teamsBelow(context.db, { workspaceId, teamId })
  const ids = [teamId, ...below.map((one) => one.teamId)]
  return changeInTeams(context, who, maySetTargets, ids, async (tx, locked): Promise<CascadeSaved<Stop>> => {
    const now = context.clock.now()
    const team = locked.get(teamId)!
    if (await isSaved(tx, workspaceId, request, form.sourceKey)) return { ok: true, told: 0, teams: 0 }
    await lockPartsAbove(tx, [...locked.values()])
    const found = await teamsBelow(tx, team)
    const isSameTree = found.length === below.length && found.every((one) => locked.has(one.teamId))
    if (!isSameTree) return { ok: false, reason: 'changed-since' }
    const planned = await planOf(tx, team, request, request.draft.split === 'last' ? 1 : 0, now)
    if (!planned.ok) return planned
    if (planned.loaded.version !== form.version) return { ok: false, reason: 'changed-since' }
    const stop = check(planned)
    if (stop !== null) return { ok: false, reason: 'stopped', stop }
    await save(tx, who, request, planned, { setAt: now, sourceKey: form.sourceKey })
    await audit(tx, context, who, request, planned.teams)
    const messages = await messagesTo(tx, who, request, planned, now)
    const offers = planned.teams.flatMap(({ teamId: of, own }) =>
      own ? offersAfter(locked.get(of)!, own.plan) : [],
    )
    await enqueueMessage(tx, context, [...messages, ...offers])
    const teams = planned.teams.filter(({ before, whole }) => before !== whole).length
    return { ok: true, told: messages.length, teams }
  })
}

async function planOf(
  q: Queryable,
  team: Team,
  { metricKey, period, draft }: CascadeRequest,
  lookBack: number,
  now: Temporal.Instant,
): Promise<({ ok: true } & CascadeParts) | Exclude<CascadePreviewed, { ok: true }>> {
  const lastYear = draft.time.by === 'last' && period.kind !== 'month'
  const loaded = await loadCascade(q, team, { metricKey, period, lookBack, lastYear }, now)
  if (!loaded) return { ok: false, reason: 'unknown-metric' }
  const { root, metric, rates, teams } = loaded
  const refused = (refusal: CascadeRefused) => ({ ok: false, reason: 'refused', refusal, loaded }) as const
  const isSum = metric.kind === 'additive'
  const { today } = teams.get(team.teamId)!
  const plan: CascadePlan = planCascade(root, { period, isSum, rates, today }, draft)
  if (!plan.ok) return refused(plan)
  const [own] = plan.teams
  const clash = await fitsAbove(q, [{ team, metric, versions: own!.versions }], period)
  return clash ? refused(clash.refusal) : { ok: true, loaded, teams: plan.teams }
}

function adviceOn(loaded: LoadedCascade, { draft, period, teamId }: CascadeRequest): Advice[] {
  const { metric, teams, root } = loaded
  const past = Array.from({ length: ADVISED_BY }, (_, index) => {
    const known = [...teams].flatMap(([from, { plan }]) =>
      [...(plan?.past[index]?.values() ?? [])].map((value) => amongTeams(loaded, value, from, teamId)),
    )
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  })
  return smartAdvice({
    ...{ value: draft.value, higherIsBetter: metric.higherIsBetter, past, reason: draft.reason, period },
    ...{ today: teams.get(teamId)!.today, isWantedAbove: null },
    isFirst: wholeIn(root.wholes, period).whole === null,
  })
}

async function save(
  tx: Transaction,
  who: Person,
  { metricKey, draft }: CascadeRequest,
  { loaded, teams }: CascadeParts,
  at: { setAt: Temporal.Instant; sourceKey: string },
): Promise<void> {
  const versions = teams.flatMap(({ teamId, versions: planned }) =>
    asSet(
      planned,
      { teamId, metricKey },
      {
        ...{ ...at, split: draft.split, role: null, reason: draft.reason, setBy: who.userId },
        effectiveFrom: loaded.teams.get(teamId)!.today,
      },
    ),
  )
  await insertVersions(tx, who.workspaceId, versions)
}

/** Also where the whole stays and is split anew: then what single people are to reach changes. */
async function audit(
  tx: Transaction,
  context: Context,
  { workspaceId, userId: actorUserId }: Person,
  { metricKey: metric, period }: CascadeRequest,
  teams: readonly PlannedTeam[],
): Promise<void> {
  const of = { metric, period: period.kind, from: period.from.toString() }
  const changed = teams.filter(({ versions }) => versions.length > 0)
  const by = { workspaceId, actorUserId, userId: null, screen: '/kpi target', kind: 'target-set' } as const
  const events = changed.map(({ teamId, before, whole }) => ({
    ...{ ...by, teamId, before: { ...of, value: before }, after: { ...of, value: whole } },
  }))
  await recordAudit(tx, context, events)
}

/** To each rep, and to whoever acts for each team whose target changes; nobody is told of what they set themselves. */
async function messagesTo(
  tx: Transaction,
  who: Person,
  { metricKey, period }: CascadeRequest,
  { loaded, teams }: CascadeParts,
  now: Temporal.Instant,
): Promise<MessageDraft[]> {
  const messages: MessageDraft[] = []
  const changed = teams.filter(({ before, whole }) => before !== whole)
  const led = changed.map((one) => loaded.teams.get(one.teamId)!.team)
  const acting = await whoActsForEach(tx, who.workspaceId, led, now)
  for (const planned of teams) {
    const { team, plan } = loaded.teams.get(planned.teamId)!
    const target = { metricKey, period }
    if (planned.own && plan) messages.push(...repMessages(planned.own.plan, plan, team, target, who.userId))
    const version = planned.versions.find((one) => samePeriod(one.period, period))?.version
    const userId = acting.get(team.teamId)
    if (version === undefined || !userId || userId === who.userId) continue
    const { kind, from, to } = period
    const { workspaceId, teamId } = team
    messages.push({
      ...{ workspaceId, teamId, key: `team-target:${teamId}:${metricKey}:${kind}:${from}:${version}` },
      ...{ kind: 'team-target-set', audience: { to: 'person', userId } },
      subject: { metricKey, period: kind, from: from.toString(), to: to.toString(), version },
    })
  }
  return messages
}
