// Loads a team's reports of a date to be read one by one by whoever leads the team, those first that are still to be read.
import { commentsOfTeam } from '../../checkins/db/reviews.ts'
import { mayReviewAnswers } from '../../checkins/domain/permissions.ts'
import { requestsOfTeam } from '../../checkins/reports/db/support-requests.ts'
import type { QuestionPhase, ReportQuestion } from '../../checkins/reports/domain/question.ts'
import { questionPhase } from '../../checkins/reports/domain/question.ts'
import type { ReportDefinition } from '../../checkins/reports/domain/report-kind.ts'
import { reportOfRequest, type SupportRequest } from '../../checkins/reports/domain/support.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { dayTotalsOf } from '../../numbers/db/totals.ts'
import type { MetricValue } from '../../numbers/domain/metric-value.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { nextWorkingDay } from '../../org/domain/calendar.ts'
import { may } from '../../org/domain/permissions.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadTeamReport, type TeamReport } from './team-report.ts'

export interface ReportsOf {
  teamId: TeamId
  /** The name of the kind of report. */
  name: string
  date: Temporal.PlainDate
}

export interface AskedOf {
  /** Null: the reader. */
  askedBy: UserId | null
  question: string
  state: QuestionPhase
  until: Temporal.Instant
  /** The day on which that is, where the member is. */
  untilDay: Temporal.PlainDate
  reply: string
}

interface Row {
  memberId: MemberId
  userId: UserId
  name: string
  /** Null: nothing is asked, or it was taken back. */
  asked: AskedOf | null
  /** Their next working day from today: until then a question waits, unless another day is chosen. */
  nextDay: Temporal.PlainDate
}

export interface ReadableReport extends Row {
  revision: number
  late: boolean
  sections: Readonly<Record<string, string>>
  /** Of them, those that hold a model's draft as it was written. */
  drafted: readonly string[]
  numbers: readonly MetricValue[]
  numbersDate: Temporal.PlainDate | null
  support: readonly SupportRequest[]
  /** `own`: the reader's, with nothing to do. */
  state: 'unread' | 'changed' | 'read' | 'own'
  /** Of all who lead the team. */
  comments: readonly { byUserId: UserId; own: boolean; text: string }[]
}

export interface TeamReports extends ReportsOf {
  definition: ReportDefinition
  zone: string
  reports: readonly ReadableReport[]
  /** Asked, and not in. */
  missing: readonly Row[]
}

const ORDER = ['unread', 'changed', 'read', 'own'] as const

/** Null: they are not for this person. */
export async function readReports(context: Context, who: Person, of: ReportsOf): Promise<TeamReports | null> {
  const { db, clock } = context
  const now = clock.now()
  const { workspaceId, userId } = who
  const ref = { workspaceId, teamId: of.teamId }
  if (!may(await actorOf(db, who, now), mayReviewAnswers, ref)) return null
  const report = await loadTeamReport(db, ref, of, now)
  if (!report) return null
  const { definition, day, missing } = report
  const [numbersOf, requests, commentsOf] = await Promise.all([
    loadNumbers(db, report),
    requestsOfTeam(db, ref, of.name, of.date),
    commentsOfTeam(db, of.name, ref, of.date),
  ])
  const reports = report.answered.map(({ of: member, entry, state: read, question }): ReadableReport => {
    const row = rowOf(member, question, userId, now)
    const state = row.userId === userId ? 'own' : read
    const comments = (commentsOf.get(row.memberId) ?? []).flatMap(({ byUserId, comment: text }) =>
      // What others wrote about the reader's own report is a message to them.
      text === null || state === 'own' ? [] : [{ byUserId, own: byUserId === userId, text }],
    )
    return {
      ...{ ...row, state, comments, revision: entry.revision, late: entry.state === 'late' },
      ...{
        sections: entry.sections,
        drafted: entry.drafted,
        numbersDate: entry.numbersDate,
        numbers: numbersOf(row.memberId),
      },
      support: requests.filter(({ reference }) => {
        const asked = reportOfRequest(reference)
        return asked?.memberId === row.memberId && asked.date.equals(of.date)
      }),
    }
  })
  const parts = reports.flatMap((one) =>
    (['numbers', 'plan', 'report'] as const).map((what) => ({ userId: one.userId, what })),
  )
  await recordReading(db, context, who, parts)
  return {
    ...{ ...of, definition, zone: day.settings.zone },
    reports: reports.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state)),
    missing: missing
      .filter(({ of: member, closesAt }) => closesAt === null && member.member.userId !== userId)
      .map(({ of: member, question }) => rowOf(member, question, userId, now)),
  }
}

function rowOf(
  { member: { memberId, userId }, person, calendar, zone }: DayMember,
  question: ReportQuestion | null,
  readerUserId: UserId,
  now: Temporal.Instant,
): Row {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const nextDay = nextWorkingDay(calendar, today) ?? today.add({ days: 1 })
  return {
    memberId,
    userId,
    name: person.name,
    asked: question && askedOf(question, zone, readerUserId, now),
    nextDay,
  }
}

function askedOf(
  question: ReportQuestion,
  zone: string,
  readerUserId: UserId,
  now: Temporal.Instant,
): AskedOf {
  const { until, reply } = question
  const askedBy = question.askedBy === readerUserId ? null : question.askedBy
  const state = questionPhase(question, question.version, now)
  const untilDay = localDate(until, zone)
  return { askedBy, question: question.question ?? '', state, until, untilDay, reply: reply ?? '' }
}

async function loadNumbers(q: Queryable, { day, answered }: TeamReport) {
  const { workspaceId, teamId } = day.team
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const found = new Map<MemberId, MetricValue[]>()
  const dated = answered.flatMap(({ entry }) => (entry.numbersDate ? [entry] : []))
  for (const [iso, own] of Map.groupBy(dated, ({ numbersDate }) => numbersDate!.toString())) {
    const memberIds = own.map(({ memberId }) => memberId)
    const totals = await dayTotalsOf(q, workspaceId, memberIds, Temporal.PlainDate.from(iso))
    for (const [memberId, values] of totals)
      found.set(
        memberId,
        Object.entries(values).flatMap(([key, { value }]) => {
          const metric = metrics.get(key)
          return metric ? [{ metric, value }] : []
        }),
      )
  }
  return (memberId: MemberId) => found.get(memberId) ?? []
}
