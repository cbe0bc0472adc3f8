// Loads what whoever leads a team is told about its report of a date, and checks that the reader leads the team still.
import { lateAmong } from '../../../actions/flows/late-items.ts'
import { lastBefore } from '../../../checkins/db/checkin-answers.ts'
import { requestsOfTeam } from '../../../checkins/reports/db/support-requests.ts'
import { saidDidOfTeam } from '../../../checkins/reports/db/week.ts'
import { questionPhase } from '../../../checkins/reports/domain/question.ts'
import { reportSpan } from '../../../checkins/reports/domain/report-span.ts'
import { withAskers } from '../../../checkins/reports/flows/facts/asker-names.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { UserId } from '../../../core/ids.ts'
import { earlierOf, laterOf } from '../../../core/time.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { findPerson } from '../../../org/db/people.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { weekStart, workingFractionsBetween } from '../../../org/domain/calendar.ts'
import { may } from '../../../org/domain/permissions.ts'
import type { Team } from '../../../org/domain/team.ts'
import type { TeamDay } from '../../../org/domain/team-day.ts'
import { identityOf } from '../../../org/domain/team-names.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { TeamProgress } from '../../../targets/domain/team-progress.ts'
import { teamProgress } from '../../../targets/flows/team-progress.ts'
import { countedThrough, type UncountedNumbers, weekStandings } from '../../domain/contributions.ts'
import { monthStandings } from '../../domain/month-standings.ts'
import { maySeeTeam } from '../../domain/permissions.ts'
import type { DigestQuestion, ReportDigest, ReportDigestFacts } from '../../domain/report-digest.ts'
import { loadTeamReport, type TeamReport } from '../team-report.ts'

/** Null: there is nothing to say, or nobody to say it to any more. */
export async function loadReportDigest(
  db: Queryable,
  { workspaceId, teamId, toUserId, subject, ts }: Message<'report-digest'>,
  now: Temporal.Instant,
): Promise<ReportDigestFacts | null> {
  const team = teamId && (await loadTeam(db, workspaceId, teamId))
  if (!team || team.archivedAt || !toUserId) return null
  const { managerUserId } = team
  const reader = await findPerson(db, workspaceId, toUserId)
  const subjectOf = { workspaceId, teamId: team.teamId, userId: toUserId }
  const leads = reader && may(await actorOf(db, reader, now), maySeeTeam, subjectOf)
  if (!leads) return ts === null ? null : { kind: 'report-digest', digest: null, managerUserId }
  const of = { name: subject.checkin, date: Temporal.PlainDate.from(subject.date) }
  const digest = await reportDigest(db, team, of, toUserId, { now, isPosted: ts !== null })
  return digest && { kind: 'report-digest', digest, managerUserId }
}

/** Null: the reader is alone in the team, or nobody was asked. What was posted says so itself: whoever was missing has the day off since. */
export async function reportDigest(
  q: Queryable,
  team: Team,
  of: { name: string; date: Temporal.PlainDate },
  readerUserId: UserId,
  { now, isPosted }: { now: Temporal.Instant; isPosted: boolean },
): Promise<ReportDigest | null> {
  const report = await loadTeamReport(q, team, of, now)
  if (!report) return null
  const { day, definition, answered, missing, later } = report
  const isEmpty = answered.length + missing.length + later === 0
  const isAlone = day.members.every(({ member }) => member.userId === readerUserId)
  if (!isPosted && (isEmpty || isAlone)) return null
  const { zone } = day.settings
  const others = answered.filter(({ of }) => of.member.userId !== readerUserId)
  const silent = missing.filter(({ of }) => of.member.userId !== readerUserId)
  const { figures, saidDid, support } = await ofTheWeek(q, report, now)
  return {
    ...{ ...of, ...figures, saidDid, support, definition, zone },
    ...{ teamId: team.teamId, team: identityOf(team, day.settings) },
    ...{ answered: answered.length, expected: answered.length + missing.length + later },
    ...{ reports: others.length, unread: others.filter(({ state }) => state !== 'read').length },
    later,
    missing: silent.map(({ of, nudge }) => ({ name: of.person.name, nudge })),
    closesAt: latestOf(missing.flatMap(({ closesAt }) => closesAt ?? [])),
    ownMissing: silent.length < missing.length,
    questions: questionsIn(report, readerUserId, now),
  }
}

const latestOf = (all: readonly Temporal.Instant[]): Temporal.Instant | null =>
  all.toSorted(Temporal.Instant.compare).at(-1) ?? null

async function ofTheWeek(q: Queryable, report: TeamReport, now: Temporal.Instant) {
  const { day, definition } = report
  const { team, settings, date, members } = day
  const startsOn = weekStart(settings.workDays)
  const week = periodOf('week', date, startsOn)
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(settings.zone).toInstant()
  // What is edited weeks later still shows the month as it stood when the week ended.
  const end = midnight(week.to.add({ days: 1 })).subtract({ seconds: 1 })
  // The report asks for the numbers of its own day: whose are in, for them the day counts.
  const asked = laterOf(now, midnight(date.add({ days: 1 })))
  const progressIn = (period: typeof week, at: Temporal.Instant) =>
    teamProgress(q, { team, settings, period }, at)
  const withSupport = definition.sections.some(({ support }) => support)
  const [ofWeek, ofMonth, saidDid, requests] = await Promise.all([
    definition.asksNumbers ? progressIn(week, asked) : null,
    definition.asksNumbers ? progressIn(periodOf('month', date, startsOn), earlierOf(now, end)) : null,
    saidDidOfTeam(q, team, await spansOf(q, report)),
    withSupport ? requestsOfTeam(q, team, definition.name, date) : [],
  ])
  const open = requests.filter(({ state }) => state === 'open')
  const named = await withAskers(q, team.workspaceId, members, open)
  const requested = named.map((one) => ({ ...one, teamId: team.teamId }))
  const late = await lateAmong(q, team.workspaceId, requested, now)
  const support = named.map((one) => ({ ...one, overdue: late.has(one.actionId) }))
  return {
    figures: {
      week: ofWeek ? weekStandings(ofWeek) : [],
      uncounted: ofWeek ? uncountedIn(ofWeek, day) : [],
      month: ofMonth ? monthStandings(ofMonth) : [],
      nameOf: { ...ofWeek?.nameOf },
    },
    saidDid,
    support: support.toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn)),
  }
}

/** What each report tells of: the same as its writer was shown. */
async function spansOf(q: Queryable, { day, definition, answered }: TeamReport) {
  const { team, settings, date, members } = day
  const { name } = definition
  const memberIds = members.map(({ member }) => member.memberId)
  const before = await lastBefore(q, name, team.workspaceId, memberIds, date)
  const filed = new Map(answered.map(({ entry }) => [entry.memberId, entry.firstAnsweredAt]))
  return members.map(({ member: { memberId }, ...of }) => {
    const told = { date, filedAt: filed.get(memberId) ?? null }
    const span = reportSpan(name, settings, of, { told, before: before.get(memberId) ?? null, now: null })
    return { ...span, memberId }
  })
}

/** Who has worked on days until the report's date whose numbers are not counted, by the last day that is. */
function uncountedIn(week: TeamProgress, { members, date }: TeamDay): UncountedNumbers[] {
  const counted = countedThrough(week)
  const open = members.flatMap(({ member, person, calendar }) => {
    const until = counted.get(member.memberId)
    if (until === undefined) return []
    const from = until?.add({ days: 1 }) ?? week.period.from
    return workingFractionsBetween(calendar, from, date) > 0 ? [{ until, name: person.name }] : []
  })
  return [...Map.groupBy(open, ({ until }) => until?.toString() ?? '')]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({ until: own[0]!.until, names: own.map(({ name }) => name) }))
}

/** Questions about the reader's own report are asked of the reader. */
function questionsIn({ answered, missing }: TeamReport, readerUserId: UserId, now: Temporal.Instant) {
  return [...answered, ...missing].flatMap(({ of, question }): DigestQuestion[] => {
    if (!question || of.member.userId === readerUserId) return []
    const state = questionPhase(question, question.version, now)
    if (state === 'gone' || state === 'replaced') return []
    const { memberId, until, reply } = question
    const askedBy = question.askedBy === readerUserId ? null : question.askedBy
    return [{ memberId, name: of.person.name, askedBy, state, until, reply: reply ?? '' }]
  })
}
