// Opens a member's standup form: chooses the date and fills in everything that is known.

import type { Context } from '../../../core/context.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { ChannelId, MetricKey, TeamId, UserId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { localDate } from '../../../core/time.ts'
import { dayTotals } from '../../../numbers/db/totals.ts'
import { isPlausible } from '../../../numbers/domain/amount.ts'
import { enteredMetrics, type Metric } from '../../../numbers/domain/metrics.ts'
import { membershipsOf } from '../../../numbers/flows/memberships.ts'
import { ownRanges, withUsualAmounts } from '../../../numbers/flows/usual-amounts.ts'
import { type FieldTarget, targetsOfDay } from '../../../targets/flows/targets-of-day.ts'
import { questionsAsked } from '../../domain/checkin-kind.ts'
import type { FilingRefusal } from '../../domain/member-day.ts'
import { factsOfFiler, factsOfMember } from '../db/standup-facts.ts'
import { mayFileStandup } from '../domain/permissions.ts'
import type { PlanItem } from '../domain/standup.ts'
import { commonHelper } from '../domain/standup-answer.ts'
import {
  filingOf,
  mayFile,
  numbersDateOf,
  numbersReported,
  type StandupDay,
  standupDayOf,
} from '../domain/standup-day.ts'
import type { OwnTodo, PlanLine, StandupFacts } from '../domain/standup-facts.ts'
import { STANDUP_KIND, type StandupQuestion } from '../domain/standup-kind.ts'
import { nextOpening, openStandupAt } from './open-date.ts'

/** What the form shows. When an answer is edited, the lists hold its earlier content. */
export interface StandupForm {
  teamId: TeamId
  teamName: string
  checkinName: string
  channelId: ChannelId
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  late: boolean
  /** 0: not answered yet. */
  revision: number
  numbersDate: Temporal.PlainDate
  /** False: the numbers are of a day that is not over. */
  numbersDayOver: boolean
  /** A report has asked for them; the standup does not. */
  numbersReported: boolean
  /** Of the numbers' day, by metric. */
  targets: ReadonlyMap<MetricKey, FieldTarget>
  /** The team's questions, in its order. */
  asks: readonly StandupQuestion[]
  /** What the role's targets need comes first. `confirmed`: an unusual value that the member has confirmed; no question about it again. */
  numbers: readonly {
    metric: Metric
    value: number | null
    confirmed: boolean
    /** Of the member's own days; null: too few. */
    own: { low: number; high: number } | null
  }[]
  /** Lines of the last standup; none where the team does not ask what was done. */
  items: readonly PlanItem[]
  /** Lines of this one that are not carried on from the last. */
  plan: readonly string[]
  /** Raised before; closed: by this standup. */
  blockers: readonly { blockerId: string; text: string; closed: boolean }[]
  /** Ids of those of `todo` that are ticked. */
  doneActionIds: readonly string[]
  todo: OwnTodo
  /** Raised in this one. */
  newBlockers: readonly string[]
  helperUserId: UserId | null
  doneNote: string
}

export type OpenRefusal =
  | { ok: false; reason: 'no-team' | FilingRefusal }
  /** `opensAt`: when the next one can be filed, in `zone`. */
  | { ok: false; reason: 'nothing-open'; opensAt: Temporal.Instant | null; zone: string }

export type OpenedStandup = { ok: true; form: StandupForm } | OpenRefusal

/** The standup of a button's team and date, always of the person who clicks: a forged value opens their own standup or none. */
export async function openStandup(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<OpenedStandup> {
  const { db, clock } = context
  const facts = await factsOfFiler(db, { ...who, teamId, date })
  return facts && mayFile(who, facts.member)
    ? openFrom(db, facts, who, clock.now())
    : { ok: false, reason: 'no-team' }
}

/** The standup that is open to the person now; of several teams, the first one without an answer. */
export async function openTodaysStandup(context: Context, who: Person): Promise<OpenedStandup> {
  const { db, clock } = context
  const now = clock.now()
  const memberships = await membershipsOf(db, who, mayFileStandup, now)
  const looked = await Promise.all(
    memberships.map(async (membership) => ({ membership, open: await openStandupAt(db, membership, now) })),
  )
  const open = looked.flatMap(({ membership, open }) => (open ? [{ membership, ...open }] : []))
  const chosen = open.find(({ answered }) => !answered) ?? open[0]
  const facts = chosen && (await factsOfMember(db, chosen.membership.member, chosen.window.date))
  if (facts) return openFrom(db, facts, who, now)
  const membership = memberships[0]
  if (!membership) return { ok: false, reason: 'no-team' }
  return { ok: false, reason: 'nothing-open', opensAt: nextOpening(membership, now), zone: membership.zone }
}

async function openFrom(
  q: Queryable,
  facts: StandupFacts,
  who: Person,
  now: Temporal.Instant,
): Promise<OpenedStandup> {
  const day = standupDayOf(facts, who, now)
  const filing = filingOf(day, now)
  if (!filing.ok) return filing
  const { closeAt, lateUntil } = day.window
  // A member who was not asked may file after the close and is not late.
  const closed = Temporal.Instant.compare(closeAt, now) <= 0
  const until = closed && !filing.late ? lateUntil : closeAt
  return { ok: true, form: { ...(await fillIn(q, day, filing.late, now)), closeAt: until } }
}

async function fillIn(
  q: Queryable,
  day: StandupDay,
  late: boolean,
  now: Temporal.Instant,
): Promise<StandupForm> {
  const { workspaceId, teamId, memberId } = day.member
  const { date, entry, plan, blockers } = day
  const asks = questionsAsked(STANDUP_KIND, day.settings).map(({ key }) => key)
  const numbersOf = numbersDateOf(day)
  const totals = await dayTotals(q, workspaceId, memberId, numbersOf)
  const asked = numbersReported(day) ? [] : enteredMetrics(day.metrics)
  const metrics = await withUsualAmounts(q, day.member, asked, numbersOf)
  const own = await ownRanges(q, day.member, metrics, numbersOf)
  const targets = await targetsOfDay(q, { ...day, today: localDate(now, day.zone) }, numbersOf, now)
  const raised = blockers.filter((blocker) => blocker.raisedOn.equals(date) && blocker.state !== 'closed')
  return {
    teamId,
    teamName: day.settings.name,
    checkinName: day.settings.checkinName,
    channelId: day.team.channelId,
    date,
    closeAt: day.window.closeAt,
    zone: day.zone,
    late,
    revision: entry?.revision ?? 0,
    numbersDate: numbersOf,
    numbersDayOver: !numbersOf.equals(date),
    numbersReported: numbersReported(day),
    targets,
    asks,
    numbers: targetsFirst(metrics, targets).map((metric) => {
      const value = totals[metric.key]?.value ?? null
      return {
        ...{ metric, value, own: own.get(metric.key) ?? null },
        confirmed: value !== null && !isPlausible(metric, value),
      }
    }),
    items: asks.includes('done') ? plan.before.map(itemOf) : [],
    plan: plan.planned.filter(({ carriedFrom }) => carriedFrom === null).map(({ text }) => text),
    blockers: blockers
      .filter((blocker) => !blocker.raisedOn.equals(date))
      .map(({ blockerId, text, state }) => ({ blockerId, text, closed: state === 'closed' })),
    ...{ todo: day.todo, doneActionIds: [] },
    newBlockers: raised.map(({ text }) => text),
    helperUserId: commonHelper(raised) ?? commonHelper(raised.filter(({ state }) => state === 'open')),
    doneNote: entry?.doneNote ?? '',
  }
}

/** What was ticked off during the day is done, unless a standup has said otherwise. */
const itemOf = ({ itemId, text, outcome, tickedAt }: PlanLine): PlanItem => ({
  ...{ itemId, text, outcome: outcome ?? (tickedAt ? 'done' : null) },
})

/** The team's order otherwise. */
const targetsFirst = (metrics: readonly Metric[], targets: ReadonlyMap<MetricKey, unknown>): Metric[] => [
  ...metrics.filter(({ key }) => targets.has(key)),
  ...metrics.filter(({ key }) => !targets.has(key)),
]
