// Saves the causes that whoever leads a team's review has written, and makes an action item of the measure, with its follow-ups.
import { createHash } from 'node:crypto'
import type { OriginKind } from '../../actions/domain/action-item.ts'
import { canOwn } from '../../actions/flows/change-action.ts'
import { createAction } from '../../actions/flows/create-action.ts'
import { loadOwnerDays } from '../../actions/flows/owner-days.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { measuresOf } from '../db/agreed-items.ts'
import { lockStored, saveCauses } from '../db/reviews.ts'
import { followUpsOf } from '../domain/follow-up.ts'
import { MEASURE, referenceOf } from '../domain/measure.ts'
import type { MeetingPeriod } from '../domain/meeting.ts'
import { mayLeadReview } from '../domain/permissions.ts'
import {
  type Causes,
  isWritable,
  type ReviewRef,
  type TypedCause,
  withCauses,
  writtenElsewhere,
} from '../domain/stored-review.ts'

/** A review by a day of its period. */
export interface NamedReview {
  teamId: string
  kind: MeetingPeriod
  date: Temporal.PlainDate
}

/** Somebody accountable for something by a date. */
export interface Task {
  text: string
  ownerUserId: UserId
  dueOn: Temporal.PlainDate
}

export type TaskRefusal = { ok: false; reason: 'not-in-team' | 'past' }
/** `closed`: the next review has begun. */
export type Refusal = { ok: false; reason: 'not-allowed' | 'closed' } | TaskRefusal

/** Somebody else has written these causes since the form was opened. */
export type WrittenElsewhere = { ok: false; reason: 'written-elsewhere'; keys: readonly MetricKey[] }

/** Known again as long as the text is the same. */
export const causeMark = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

export interface Written {
  /** `openedAs`: the mark of what the field said when the form was opened. */
  causes: Readonly<Record<MetricKey, { text: string; openedAs: string }>>
  /** `metricKey` null: it aims at no number. */
  measure: (Task & { metricKey: MetricKey | null }) | null
}

export async function writeReview(
  context: Context,
  who: Person,
  named: NamedReview,
  { causes, measure }: Written,
): Promise<{ ok: true } | Refusal | WrittenElsewhere> {
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<{ ok: true } | Refusal | WrittenElsewhere> => {
    const opened = await openReview(tx, who, named, now)
    if (!opened.ok) return opened
    const { ref } = opened
    const before = await lockStored(tx, ref)
    const typed = typedCauses(before.causes, causes)
    const keys = writtenElsewhere(before.causes, typed)
    if (keys.length > 0) return { ok: false, reason: 'written-elsewhere', keys }
    const set = measure ? await setMeasure(tx, context, who, opened, measure) : ({ ok: true } as const)
    if (set.ok) await saveCauses(tx, ref, withCauses(before.causes, typed, who.userId, now))
    return set
  })
}

const typedCauses = (stored: Causes, causes: Written['causes']): Record<MetricKey, TypedCause> =>
  Object.fromEntries(
    Object.entries(causes).map(([key, { text, openedAs }]) => {
      const now = stored[key]?.text ?? ''
      return [key, { text, isTyped: causeMark(text) !== openedAs, isAsOpened: causeMark(now) === openedAs }]
    }),
  )

export interface OpenedReview {
  ok: true
  team: Team
  settings: TeamSettings
  period: Period
  ref: ReviewRef
}

/** Checks that the person may write in it, and that it can still be written in. */
export async function openReview(
  tx: Transaction,
  who: Person,
  { teamId, kind, date }: NamedReview,
  now: Temporal.Instant,
): Promise<OpenedReview | { ok: false; reason: 'not-allowed' | 'closed' }> {
  const { workspaceId } = who
  const team = await loadTeam(tx, workspaceId, teamId)
  const settings = team && (await settingsNow(tx, team, now))
  const actor = await actorOf(tx, who, now)
  if (!team || team.archivedAt || !settings || !may(actor, mayLeadReview, { workspaceId, teamId }))
    return { ok: false, reason: 'not-allowed' }
  const starts = { week: weekStart(settings.workDays), year: await fiscalYearStart(tx, workspaceId) }
  const period = periodOf(kind, date, starts.week, starts.year)
  const today = localDate(now, settings.zone)
  if (Temporal.PlainDate.compare(today, period.from) < 0) return { ok: false, reason: 'not-allowed' }
  if (!isWritable(period, today, starts)) return { ok: false, reason: 'closed' }
  return { ok: true, team, settings, period, ref: { workspaceId, teamId, period: kind, from: period.from } }
}

/** The same measure twice is one. */
async function setMeasure(
  tx: Transaction,
  context: Context,
  who: Person,
  { team, settings, ref }: OpenedReview,
  { metricKey, ...task }: NonNullable<Written['measure']>,
): Promise<{ ok: true } | TaskRefusal> {
  const now = context.clock.now()
  const there = await measuresOf(tx, team, ref)
  const isSame = (one: (typeof there)[number]) =>
    one.state === 'open' && one.text === task.text && one.ownerUserId === task.ownerUserId
  if (there.some((one) => isSame(one) && one.metricKey === metricKey)) return { ok: true }
  const known = metricKey !== null && (await metricsOfTeam(tx, ref.workspaceId, ref.teamId)).has(metricKey)
  const reference = referenceOf(ref, known ? metricKey : null, task.ownerUserId)
  const added = await addTask(tx, context, who, ref, task, { kind: MEASURE, reference })
  if (!added.ok) return added
  const setOn = localDate(now, settings.zone)
  const calendar = (await teamCalendarsOf(tx, [team], setOn)).get(team.teamId)
  const { workspaceId, teamId } = ref
  const plans = calendar ? followUpsOf(added.actionId, setOn, { calendar, settings }) : []
  await planDueItems(
    tx,
    plans.map((plan) => ({ ...plan, workspaceId, teamId })),
  )
  return { ok: true }
}

/** An action item of the review, of whoever is in its team. */
export async function addTask(
  tx: Transaction,
  context: Context,
  who: Person,
  { workspaceId, teamId }: ReviewRef,
  { text, ownerUserId, dueOn }: Task,
  origin: { kind: OriginKind; reference: string },
): Promise<{ ok: true; actionId: string } | TaskRefusal> {
  const owner = { workspaceId, teamId, ownerUserId }
  if (!(await canOwn(tx, owner, ownerUserId, 'review-measure'))) return { ok: false, reason: 'not-in-team' }
  const day = (await loadOwnerDays(tx, [owner], context.clock.now())).of(owner)
  if (!day) return { ok: false, reason: 'not-in-team' }
  if (Temporal.PlainDate.compare(dueOn, day.today) < 0) return { ok: false, reason: 'past' }
  const { actionId } = await createAction(
    tx,
    context,
    { ...owner, helperUserIds: [], text, dueOn, origin, createdBy: who.userId },
    '/kpi review',
  )
  return { ok: true, actionId }
}
