// What a team's warnings would have read on a past date, from all that is on record of the team.
import type { MemberId, MetricKey } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { remembered } from '../../core/remembered.ts'
import { isBefore } from '../../core/time.ts'
import type { LearntSums } from '../../numbers/domain/day-sums.ts'
import { type DatedTotals, daysWithin, totalsOfDays } from '../../numbers/domain/day-values.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import { calendarKnown, type DayHistory, settingsKnown } from '../../org/domain/day-history.ts'
import { type MemberAt, memberAt } from '../../org/domain/measured-calendar.ts'
import type { Member, Team } from '../../org/domain/team.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { lastDueDay } from '../../targets/domain/due-days.ts'
import {
  type DueMember,
  dueMembers,
  lateStarts,
  memberStandings,
  type StandingMember,
} from '../../targets/domain/member-progress.ts'
import { RECENT_DAYS } from '../../targets/domain/own-target.ts'
import { partsCovering } from '../../targets/domain/parts-on.ts'
import { latestWorkDays } from '../../targets/domain/recent-days.ts'
import { withSince } from '../../targets/domain/since.ts'
import { type Measured, spanAround, standingMember } from '../../targets/domain/standing-member.ts'
import type { TargetPart, TargetVersion } from '../../targets/domain/target.ts'
import { overlap } from '../../targets/domain/target-period.ts'
import type { TeamPast } from '../../targets/domain/team-past.ts'
import type { TotalsByMember } from '../../targets/domain/team-progress.ts'
import type { TeamLadder } from './ladder-of.ts'
import { planEvaluation, WARNINGS_CLOSE, WARNINGS_MORNING } from './plan-evaluation.ts'
import type { PastLook } from './replay.ts'
import type { SignalFacts } from './signal-facts.ts'
import type { AskedDay } from './signals/silence.ts'

/** `knownAt` missing: it is not known, and taken to be when its numbers were due. */
export type PastDay = DatedTotals & { knownAt?: Temporal.Instant }

/** `answeredAt` null: never. */
export interface PastAsked {
  date: Temporal.PlainDate
  closesAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
}

export interface MemberRecord {
  member: Member
  person: Person
  history: DayHistory
  /** The oldest first. */
  days: readonly PastDay[]
  asked: readonly PastAsked[]
}

/** All that is on record of a team over a stretch of time. */
export interface TeamRecord {
  team: Team
  /** Of somebody whose days are the team's. */
  history: DayHistory
  /** Who left within it is one of them. */
  members: readonly MemberRecord[]
  roles: Measured['roles']
  metrics: ReadonlyMap<MetricKey, Metric>
  /** Of every version. */
  parts: readonly TargetPart[]
  versions: readonly TargetVersion[]
  ladder: TeamLadder
  /** Whose rate is learnt from the team. */
  learnt: readonly MetricKey[]
  /** As many days as the signals look back. */
  lookBack: number
}

/** One member on the date. */
type Seen = MemberRecord & { at: MemberAt; of: DayMember; standing: StandingMember }

/** The looks of the date, in order: with the prompt, and after the close, or only the latter. Empty: nobody was asked. */
export function looksOn(
  record: TeamRecord,
  date: Temporal.PlainDate,
  kinds: readonly string[] = [WARNINGS_MORNING, WARNINGS_CLOSE],
): PastLook[] {
  const { team, ladder, history } = record
  const settings = settingsKnown(history, date, date.toZonedDateTime('UTC').toInstant())
  const period = periodOf('month', date, weekStart(settings.workDays))
  const parts = partsIn(record, period, date)
  const at = localInstant(date, settings.promptTime, settings.zone)
  const seen = record.members.flatMap((one) => seenOn(one, record, { date, period, parts, at }))
  const members = seen.map(({ of }) => of)
  const day: TeamDay = { team, date, settings, calendar: calendarKnown(history, at), members }
  const planned = planEvaluation(day).filter(({ kind }) => kinds.includes(kind))
  return planned.map(({ kind, dueAt: now }): PastLook => {
    const facts = factsAt(seen, record, { day, period, now })
    return {
      known: { day, period, ladder, facts },
      look: { date, now, isMorning: kind === WARNINGS_MORNING },
    }
  })
}

interface Asked {
  date: Temporal.PlainDate
  period: Period
  parts: Measured['parts']
  at: Temporal.Instant
}

const partsIn = (record: TeamRecord, period: Period, date: Temporal.PlainDate): Measured['parts'] =>
  partsCovering(targetsIn(record, period).parts, period, date)

/** Those of a month, in every version. */
const targetsIn: (
  record: TeamRecord,
  period: Period,
) => { parts: Measured['parts']; versions: readonly TargetVersion[] } = remembered(
  ({ from, to }) => `${from} ${to}`,
  ({ parts, versions }, period) => ({
    parts: withSince(parts.filter((part) => overlap(part.period, period))),
    versions: versions.filter((one) => overlap(one.period, period)),
  }),
)

/** Empty: not in the team on the date. */
function seenOn(record: MemberRecord, { roles }: TeamRecord, { date, period, parts, at }: Asked): Seen[] {
  const { member, person, history } = record
  const own = parts.filter(({ memberId }) => memberId === member.memberId)
  const found = memberAt(history, spanAround([period, ...own.map((part) => part.period)]), at)
  const { joinedOn, leftOn } = found.calendar
  const isIn =
    Temporal.PlainDate.compare(joinedOn, date) <= 0 &&
    (!leftOn || Temporal.PlainDate.compare(date, leftOn) <= 0)
  if (!isIn) return []
  const standing = standingMember(member, found, { period, roles, parts: own }).now
  const of = { member: standing.member, person, calendar: found.calendar, zone: found.zone }
  return [{ ...record, at: found, of, standing }]
}

interface Moment {
  day: TeamDay
  period: Period
  now: Temporal.Instant
}

function factsAt(seen: readonly Seen[], record: TeamRecord, moment: Moment): SignalFacts {
  const { day, period, now } = moment
  const known = new Map(seen.map((one) => [one.member.memberId, daysKnown(one, record, now)]))
  return {
    ...{ now, settings: day.settings, period, overdue: new Map() },
    standings: standingsAt(seen, record, moment, known),
    past: { days: known, team: learntFrom(record, day, known) },
    unanswered: new Map(
      seen.map(({ member, asked }) => [
        member.memberId,
        unansweredAt(daysWithin(asked, upTo(day.date, ASKED_DAYS)), now),
      ]),
    ),
  }
}

/** Those since the latest answer. */
function unansweredAt(asked: readonly PastAsked[], now: Temporal.Instant): AskedDay[] {
  const isAnswered = ({ answeredAt }: PastAsked) => answeredAt !== null && !isBefore(now, answeredAt)
  return asked
    .slice(asked.findLastIndex(isAnswered) + 1)
    .map(({ date, closesAt }) => ({ date, closesAt, answered: false }))
}

/** So far back every day's numbers were due. */
const DUE_DAYS = 31
const ASKED_DAYS = 60

const upTo = (date: Temporal.PlainDate, days: number) => ({ from: date.subtract({ days }), to: date })

function daysKnown(
  { days, at: { settings, calendar, zone, today } }: Seen,
  { lookBack }: TeamRecord,
  now: Temporal.Instant,
): DatedTotals[] {
  const span = upTo(today, DUE_DAYS)
  const due = lastDueDay({ settings, calendar, zone, today }, span, now) ?? span.from
  return daysWithin(days, upTo(today, lookBack)).filter(({ date, knownAt }) =>
    knownAt ? !isBefore(now, knownAt) : Temporal.PlainDate.compare(date, due) <= 0,
  )
}

type Known = ReadonlyMap<MemberId, readonly DatedTotals[]>

function standingsAt(
  seen: readonly Seen[],
  record: TeamRecord,
  { period, now }: Moment,
  known: Known,
): SignalFacts['standings'] {
  const { metrics } = record
  const { versions } = targetsIn(record, period)
  const due = dueMembers(
    seen.map(({ standing }) => standing),
    { period, versions },
    now,
  )
  const between = (from: Temporal.PlainDate, to: Temporal.PlainDate): TotalsByMember =>
    new Map(
      [...known].map(([memberId, days]) => [memberId, totalsOfDays(daysWithin(days, { from, to }), metrics)]),
    )
  const early = lateStarts(due, period).map(
    (since) => [since.toString(), between(period.from, since.subtract({ days: 1 }))] as const,
  )
  const none: TotalsByMember = new Map()
  const totals = { period: between(period.from, period.to), due: none, before: none, early: new Map(early) }
  const recent = new Map(due.map((one) => [one.member.memberId, lately(one, known)]))
  const standings = memberStandings(due, recent, { period, versions, metrics, totals })
  return new Map(standings.map((standing) => [standing.member.memberId, standing]))
}

const lately = ({ member, recentFrom, today }: DueMember, known: Known): DatedTotals[] =>
  recentFrom ? daysWithin(known.get(member.memberId) ?? [], { from: recentFrom, to: today }) : []

/** Over the team's latest working days before the date. */
function learntFrom({ learnt }: TeamRecord, { calendar, date }: TeamDay, known: Known): TeamPast['team'] {
  if (learnt.length === 0) return new Map()
  const all = { ...calendar, joinedOn: date.subtract({ years: 1 }), leftOn: null, leave: [], ownHolidays: [] }
  const [from] = latestWorkDays(all, date, RECENT_DAYS + 1)
  const span = { from: from?.date ?? date, to: date.subtract({ days: 1 }) }
  return new Map(
    [...known].flatMap(([memberId, days]) => {
      const own = daysWithin(days, span)
      if (own.length === 0) return []
      return [[memberId, Object.fromEntries(learnt.map((key) => [key, sumsOf(own, key)]))] as const]
    }),
  )
}

function sumsOf(days: readonly DatedTotals[], key: MetricKey): LearntSums {
  const values = days.flatMap(({ totals }) => totals[key]?.value ?? [])
  const sum = values.reduce((total, value) => total + value, 0)
  const active = values.filter((value) => value > 0).length
  const squares = values.reduce((total, value) => total + value ** 2, 0)
  return { sum, recent: { days: values.length, active, sum, squares } }
}
