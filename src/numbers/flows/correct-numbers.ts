// Corrects a member's number on any day, for the manager, with a reason. The earlier entries stay in the ledger.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { ChannelId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { memberOf } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { findPerson } from '../../org/db/people.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Member } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { dayTotals } from '../db/totals.ts'
import { type TrailEntry, trailOf } from '../db/trail.ts'
import { decideCorrection } from '../domain/decide-numbers.ts'
import { enteredMetrics, type Metric } from '../domain/metrics.ts'
import { mayCorrectNumbers } from '../domain/permissions.ts'
import { numbersChanged } from './changes.ts'
import { type Membership, membershipsOfMembers, resolveMembership } from './memberships.ts'
import { recordDay } from './record-activity.ts'
import { tellOverseer } from './tell-overseer.ts'
import { ownRanges, withUsualAmounts } from './usual-amounts.ts'

export interface CorrectionFacts {
  membership: Membership
  person: Person
  date: Temporal.PlainDate
  /** The manager's time zone. */
  zone: string
  metrics: readonly Metric[]
  metric: Metric
  /** Null: nothing is recorded for the day. */
  value: number | null
  /** Between what the member's own days lie. */
  own: { low: number; high: number } | null
  /** The newest first. */
  trail: readonly (TrailEntry & { name: string | null })[]
}

export interface CorrectionRequest {
  userId: UserId
  teamId?: TeamId
  channelId?: ChannelId
  date?: Temporal.PlainDate
  metricKey?: MetricKey
}

type CorrectionRefused = { ok: false; reason: 'not-allowed' | 'no-metrics' }

const TRAIL_LENGTH = 6

/** Loads the facts of the form. Defaults: today, and the role's first metric. */
export async function openCorrection(
  context: Context,
  who: Person,
  requested: CorrectionRequest,
): Promise<{ ok: true; correction: CorrectionFacts } | CorrectionRefused> {
  const q = context.db
  const now = context.clock.now()
  const found = await managedPlace(q, who, now, requested)
  if (!found) return { ok: false, reason: 'not-allowed' }
  const { membership, person } = found
  const date = requested.date ?? membership.today
  const entered = enteredMetrics(membership.metrics)
  const metrics = await withUsualAmounts(q, membership.member, entered, date)
  const metric = metrics.find(({ key }) => key === requested.metricKey) ?? metrics[0]
  if (!metric) return { ok: false, reason: 'no-metrics' }
  const { workspaceId, memberId } = membership.member
  const totals = await dayTotals(q, workspaceId, memberId, date)
  const own = await ownRanges(q, membership.member, [metric], date)
  const trail = await trailOf(q, { ...membership.member, date }, metric.key, TRAIL_LENGTH)
  const userIds = [...new Set(trail.map(({ enteredBy }) => enteredBy))]
  const names = await namesOf(q, workspaceId, userIds)
  await recordReading(q, context, who, [{ userId: person.userId, what: 'numbers' }])
  const correction = {
    ...{ membership, person, date, metrics, metric, zone: who.zone },
    value: totals[metric.key]?.value ?? null,
    own: own.get(metric.key) ?? null,
    trail: trail.map((entry) => ({ ...entry, name: names[entry.enteredBy] ?? null })),
  }
  return { ok: true, correction }
}

/** Null: `who` does not manage a team of this person. */
async function managedPlace(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  { userId, teamId, channelId }: CorrectionRequest,
): Promise<{ membership: Membership; person: Person } | null> {
  const { workspaceId } = who
  const person = await findPerson(q, workspaceId, userId)
  if (!person) return null
  const actor = await actorOf(q, who, now)
  const members = (await memberOf(q, workspaceId, userId)).filter((member) =>
    may(actor, mayCorrectNumbers, { workspaceId, teamId: member.teamId, userId }),
  )
  const memberships = await membershipsOfMembers(q, members, person, now)
  const membership = teamId
    ? memberships.find(({ member }) => member.teamId === teamId)
    : resolveMembership(memberships, channelId)
  return membership ? { membership, person } : null
}

export type Corrected =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'future' | 'not-in-team' | 'unknown-metric' }

/** The ledger records who corrected, when and why. Posted standup messages and the day's board are updated; boards of longer periods stay as they were. */
export async function correctNumber(
  context: Context,
  who: Person,
  correction: {
    userId: UserId
    teamId: TeamId
    date: Temporal.PlainDate
    metricKey: MetricKey
    /** Scaled, within the hard bounds, confirmed if unusual. */
    value: number
    reason: string
    sourceKey: string
  },
): Promise<Corrected> {
  const now = context.clock.now()
  const { date, metricKey, value, reason, sourceKey } = correction
  return context.db.transaction(async (tx): Promise<Corrected> => {
    const found = await managedPlace(tx, who, now, correction)
    if (!found) return { ok: false, reason: 'not-allowed' }
    const { member } = found.membership
    const metrics = await withUsualAmounts(tx, member, found.membership.metrics, date)
    const { workspaceId, teamId, memberId } = member
    const before = (await dayTotals(tx, workspaceId, memberId, date))[metricKey]?.value ?? null
    const decided = decideCorrection({ ...found.membership, metrics }, correction, before, now)
    if (!decided.ok) return decided
    await recordDay(tx, {
      ...decided.record,
      ...{ workspaceId, teamId, memberId, date, reason, sourceKey, now },
      source: 'correction',
      enteredBy: who.userId,
    })
    if (before === value) return { ok: true }
    const changed = metrics.filter(({ key }) => key === metricKey)
    await announce(tx, context, numbersChanged, { member, date, enteredIn: null, changed, act: null })
    await auditCorrection(tx, context, who, member, { date, metricKey, before, value })
    if (member.userId === who.userId) await tellOverseer(tx, context, member, { metricKey, sourceKey })
    else await enqueueMessage(tx, context, [correctedMessage(member, metricKey, sourceKey)])
    return { ok: true }
  })
}

async function auditCorrection(
  tx: Transaction,
  context: Context,
  { userId: actorUserId }: Person,
  { workspaceId, teamId, userId }: Member,
  change: { date: Temporal.PlainDate; metricKey: MetricKey; before: number | null; value: number },
): Promise<void> {
  const number = { metric: change.metricKey, date: change.date.toString() }
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, teamId, userId, actorUserId, kind: 'number-corrected', screen: '/kpi correct' },
      ...{ before: { ...number, value: change.before }, after: { ...number, value: change.value } },
    },
  ])
}

/** One message for each correction. */
function correctedMessage(
  { workspaceId, teamId, memberId, userId }: Member,
  metricKey: MetricKey,
  sourceKey: string,
): MessageDraft {
  return {
    workspaceId,
    key: `corrected:${memberId}:${sourceKey}`,
    kind: 'number-corrected',
    audience: { to: 'person', userId },
    teamId,
    subject: { memberId, metricKey, sourceKey },
  }
}
