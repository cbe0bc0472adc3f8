// Opens a member's report: chooses which one and fills in everything that is known.
import type { Context } from '../../../core/context.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { isBefore, localDate } from '../../../core/time.ts'
import { dayTotals } from '../../../numbers/db/totals.ts'
import { isPlausible } from '../../../numbers/domain/amount.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { type Membership, membershipsOf } from '../../../numbers/flows/memberships.ts'
import { ownRanges, withUsualAmounts } from '../../../numbers/flows/usual-amounts.ts'
import { memberOf } from '../../../org/db/members.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import { whoActsFor } from '../../../org/flows/who-acts-for.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import { ownTargets } from '../../../targets/flows/own-targets.ts'
import { answersBetween } from '../../db/checkin-answers.ts'
import type { FilingRefusal } from '../../domain/member-day.ts'
import { dateInWeek, daysOfWeek, type OwnWindow, ownWindow } from '../../domain/own-window.ts'
import { openQuestionsTo } from '../db/questions.ts'
import { requestsOfReport } from '../db/support-requests.ts'
import type { KnownWeek } from '../domain/known-week.ts'
import { mayFileReport } from '../domain/permissions.ts'
import { type ReportQuestion, reopens } from '../domain/question.ts'
import { askedNumbers, filingOf, isReopened, mayFile, type ReportDay } from '../domain/report.ts'
import { reportKind, reportsOf } from '../domain/report-kind.ts'
import { requestsPrefix, type SupportRequest, supportDue } from '../domain/support.ts'
import { loadKnownWeek } from './known-week.ts'
import { loadReport } from './load-report.ts'

/** What the form shows. */
export interface ReportForm {
  day: ReportDay
  late: boolean
  /** What is asked back, as long as it can be answered. */
  question: ReportQuestion | null
  /** It is open only because of that. */
  reopenedUntil: Temporal.Instant | null
  known: KnownWeek
  targets: readonly OwnTarget[]
  numbers: readonly {
    metric: Metric
    value: number | null
    confirmed: boolean
    /** Of the member's own days; null: too few. */
    own: { low: number; high: number } | null
  }[]
  /** Requests of this report that stand. */
  support: readonly SupportRequest[]
  /** What requests begin with: whoever acts for the team beside the author, in three working days. */
  supportDefault: { ownerUserId: string; dueOn: Temporal.PlainDate }
  /** Where the member is. */
  today: Temporal.PlainDate
}

export type OpenReportRefusal =
  | { ok: false; reason: 'no-team' | 'no-report' | FilingRefusal }
  /** `opensAt`: when the next one can be filed, in `zone`. */
  | { ok: false; reason: 'nothing-open'; opensAt: Temporal.Instant | null; zone: string }

export type OpenedReport = { ok: true; form: ReportForm } | OpenReportRefusal

/** The report of a button, always of the person who clicks: a forged value opens their own or none. */
export async function openReport(
  { db, clock }: Context,
  who: Person,
  of: { teamId: TeamId; name: string; date: Temporal.PlainDate },
): Promise<OpenedReport> {
  const now = clock.now()
  const member = (await memberOf(db, who.workspaceId, who.userId)).find(({ teamId }) => teamId === of.teamId)
  if (!member || !mayFile(who, member)) return { ok: false, reason: 'no-team' }
  const day = await loadReport(db, member, of, now)
  return day ? openDay(db, day, now) : { ok: false, reason: 'no-report' }
}

/** Of a membership, with the member's own window. */
interface Candidate {
  membership: Membership
  name: string
  date: Temporal.PlainDate
  own: OwnWindow
}

/** Of last week, whose close may be past midnight, of this one, and of the next, which may be open already. */
function candidatesOf(membership: Membership): Candidate[] {
  const { settings, today } = membership
  return reportsOf(settings).flatMap((name) => {
    const date = dateInWeek(today, settings.reports[name]!.weekday, weekStart(settings.workDays))
    return [-7, 0, 7].flatMap((days): Candidate[] => {
      const of = date.add({ days })
      const own = ownWindow(reportKind(name), settings, membership, of)
      return own ? [{ membership, name, date: of, own }] : []
    })
  })
}

/** The reports that a person can file or edit now, those that are waited for first. */
export async function openReports(
  q: Queryable,
  memberships: readonly Membership[],
  now: Temporal.Instant,
): Promise<ReportDay[]> {
  const current = memberships
    .flatMap(candidatesOf)
    .filter(
      ({ own: { window, works } }) =>
        works && !isBefore(now, window.opensAt) && isBefore(now, window.lateUntil),
    )
    .map(({ membership: { member }, name, date }) => ({ member, name, date }))
  const days = await Promise.all(
    [...(await askedBack(q, memberships, now)), ...current].map(({ member, name, date }) =>
      loadReport(q, member, { name, date }, now),
    ),
  )
  const found = new Map(days.map((day) => [day && `${day.member.memberId} ${day.name} ${day.date}`, day]))
  return [...found.values()]
    .filter((day) => day !== null)
    .filter((day) => filingOf(day, now).ok)
    .toSorted((one, other) => Number(isDone(one, now)) - Number(isDone(other, now)))
}

/** Nothing is waited for. */
const isDone = ({ state, question }: ReportDay, now: Temporal.Instant): boolean =>
  (state === 'answered' || state === 'late') && !(reopens(question, now) && question!.reply === null)

/** Reports that a question has opened again. */
async function askedBack(q: Queryable, memberships: readonly Membership[], now: Temporal.Instant) {
  const [first] = memberships
  if (!first) return []
  const members = memberships.map(({ member }) => member)
  const memberIds = members.map(({ memberId }) => memberId)
  const open = await openQuestionsTo(q, first.member.workspaceId, memberIds, now)
  return open.flatMap(({ memberId, kind: name, date }) => {
    const member = members.find((one) => one.memberId === memberId)
    return member ? [{ member, name, date }] : []
  })
}

export async function openTodaysReport({ db, clock }: Context, who: Person): Promise<OpenedReport> {
  const now = clock.now()
  const memberships = await membershipsOf(db, who, mayFileReport, now)
  const [day] = await openReports(db, memberships, now)
  if (day) return openDay(db, day, now)
  const [membership] = memberships
  if (!membership) return { ok: false, reason: 'no-team' }
  const ahead = memberships
    .flatMap(candidatesOf)
    .filter(({ own: { window, asked } }) => asked && isBefore(now, window.opensAt))
    .map(({ own }) => own.window.opensAt)
    .toSorted(Temporal.Instant.compare)
  if (memberships.every(({ settings }) => reportsOf(settings).length === 0))
    return { ok: false, reason: 'no-report' }
  return { ok: false, reason: 'nothing-open', opensAt: ahead[0] ?? null, zone: membership.zone }
}

const LOOKED_BACK_DAYS = 365

/** The person's last report of a week before this one. Null: there is none. */
export async function lastReport({ db, clock }: Context, who: Person): Promise<ReportDay | null> {
  const now = clock.now()
  for (const { member, settings, today } of await membershipsOf(db, who, mayFileReport, now)) {
    const to = daysOfWeek(today, weekStart(settings.workDays))[0]!.subtract({ days: 1 })
    const span = { from: to.subtract({ days: LOOKED_BACK_DAYS }), to }
    for (const name of reportsOf(settings)) {
      const answers = await answersBetween(db, name, member, span)
      const last = answers.find(({ revision }) => revision > 0)
      const day = last && (await loadReport(db, member, { name, date: last.date }, now))
      if (day) return day
    }
  }
  return null
}

async function openDay(q: Queryable, day: ReportDay, now: Temporal.Instant): Promise<OpenedReport> {
  const filing = filingOf(day, now)
  return filing.ok ? { ok: true, form: await fillIn(q, day, filing.late, now) } : filing
}

async function fillIn(
  q: Queryable,
  day: ReportDay,
  late: boolean,
  now: Temporal.Instant,
): Promise<ReportForm> {
  const { member, name, date, team, calendar } = day
  const asked = askedNumbers(day, now)
  const metrics = await withUsualAmounts(q, member, asked, day.window.date)
  const today = localDate(now, day.zone)
  const [totals, own, known, targets, support, acting] = await Promise.all([
    dayTotals(q, member.workspaceId, member.memberId, day.window.date),
    ownRanges(q, member, metrics, day.window.date),
    loadKnownWeek(q, day, now),
    targetsOf(q, day, now),
    requestsOfReport(q, member, requestsPrefix(name, date, member.memberId)),
    whoActsFor(q, team, now, [member.userId]),
  ])
  return {
    ...{ day, late, known, targets, support, today },
    question: reopens(day.question, now) ? day.question : null,
    reopenedUntil: isReopened(day, now) ? day.question!.until : null,
    numbers: metrics.map((metric) => {
      const value = totals[metric.key]?.value ?? null
      const confirmed = value !== null && !isPlausible(metric, value)
      return { metric, value, confirmed, own: own.get(metric.key) ?? null }
    }),
    supportDefault: { ownerUserId: acting ?? team.managerUserId, dueOn: supportDue(calendar, date, today) },
  }
}

/** How the member stands, where the report shows numbers. */
export const targetsOf = async (q: Queryable, day: ReportDay, now: Temporal.Instant): Promise<OwnTarget[]> =>
  day.definition.asksNumbers ? ownTargets(q, { ...day, today: localDate(now, day.zone) }, now) : []
