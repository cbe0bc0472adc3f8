// Loads a team's standup as its channel sees it: who answered what, who is away, and after the close who is missing.

import type { Revised } from '../../../../boards/domain/message-facts.ts'
import type { Queryable } from '../../../../core/db/client.ts'
import type { MemberId, TeamId } from '../../../../core/ids.ts'
import { roleMetricsOfTeams } from '../../../../numbers/db/metrics.ts'
import { dayTotalsOf } from '../../../../numbers/db/totals.ts'
import type { DayTotals } from '../../../../numbers/domain/activity.ts'
import { enteredMetrics, type Metric } from '../../../../numbers/domain/metrics.ts'
import { teamNumbersDate } from '../../../../numbers/domain/numbers-day.ts'
import { homeTeamsOf } from '../../../../org/db/home-teams.ts'
import { tripsOn, userKey } from '../../../../org/db/leaves.ts'
import { type DayReason, dayStatus } from '../../../../org/domain/calendar.ts'
import type { RecordedLeave } from '../../../../org/domain/leave.ts'
import { isTrip } from '../../../../org/domain/leave-kind.ts'
import type { Member } from '../../../../org/domain/team.ts'
import type { DayMember, TeamDay } from '../../../../org/domain/team-day.ts'
import { loadTeamDays } from '../../../../org/flows/load-team-days.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { closeOf } from '../../../db/checkin-days.ts'
import { answeredDay } from '../../../domain/answered-day.ts'
import { asks } from '../../../domain/checkin-kind.ts'
import { blockersOfTeam } from '../../db/blockers.ts'
import { planOfTeam } from '../../db/plan-items.ts'
import { entriesOfTeams } from '../../db/standups.ts'
import type { StandupSummaryFacts, SummaryAnswer, SummaryBlocker } from '../../domain/message-facts.ts'
import { headingDate } from '../../domain/numbers-heading.ts'
import type { Blocker } from '../../domain/standup.ts'
import type { PlanLine, StandupEntry } from '../../domain/standup-facts.ts'
import { STANDUP_KIND, type StandupQuestion } from '../../domain/standup-kind.ts'

/** Null: the team is gone. */
export async function loadStandupSummary(
  db: Queryable,
  message: Pick<Message<'standup-summary'>, 'workspaceId' | 'teamId' | 'subject'>,
): Promise<StandupSummaryFacts | null> {
  const { workspaceId, teamId, subject } = message
  if (!teamId) return null
  const ref = { workspaceId, teamId }
  const date = Temporal.PlainDate.from(subject.date)
  const day = (await loadTeamDays(db, [ref], date)).get(teamId)
  if (!day) return null
  const [entries, plan, blockers, close, answers] = await Promise.all([
    entriesOfTeams(db, [ref], date),
    planOfTeam(db, workspaceId, teamId, date),
    blockersOfTeam(db, workspaceId, teamId, date),
    closeOf(db, STANDUP_KIND.name, ref, date),
    roleMetricsOfTeams(db, [ref], date.toZonedDateTime(day.settings.zone).toInstant()),
  ])
  const asksFor = (question: StandupQuestion) => asks(STANDUP_KIND, day.settings, question)
  const followed = asksFor('done') ? plan : { ...plan, settled: [] }
  const { answered, missing, away } = answeredDay(STANDUP_KIND, day, entries, close !== null)
  const expected = missing.map(({ of }) => of)
  const entryOf = new Map(answered.map(({ entry }) => [entry.memberId, entry]))
  const totals = await totalsOf(db, workspaceId, [...entryOf.values()])
  const everyone = day.members.map(({ member }) => member)
  const trips = await tripsOn(db, everyone, date)
  const concerned = (member: Member) => !entryOf.has(member.memberId) || trips.has(userKey(member))
  const homes = await homeTeamsOf(db, everyone.filter(concerned))
  const nameOf = new Map(day.members.map(({ member, person }) => [member.memberId, person.name]))
  const metricsOf = ({ member }: DayMember) => enteredMetrics(answers.get(teamId)?.[member.role] ?? [])
  const shown = answered
    .toSorted((a, b) => Temporal.Instant.compare(a.entry.answeredAt!, b.entry.answeredAt!))
    .map(({ of, entry }) =>
      answerOf(of, entry, followed, metricsOf(of), totals.get(of.member.memberId) ?? {}),
    )
  return {
    kind: 'standup-summary',
    teamName: day.settings.name,
    checkinName: day.settings.checkinName,
    names: day.settings.boardNames,
    date,
    numbersDate: headingDate(teamNumbersDate(day.settings, day.calendar, day.date), shown),
    closed: close !== null,
    revised: revisedSince(close, day.settings.zone),
    expected: answered.length + expected.length,
    answers: shown,
    blockers: (asksFor('blockers') ? blockers : []).flatMap((blocker) =>
      blockerOf(blocker, nameOf.get(blocker.memberId), date),
    ),
    away: awayOf(day, away, homes),
    elsewhere: elsewhereOf([...answered.map(({ of }) => of), ...expected], trips, homes),
    missing: close ? expected.map(({ person }) => person.name) : [],
  }
}

function revisedSince(close: Awaited<ReturnType<typeof closeOf>>, zone: string): Revised | null {
  if (!close?.revisedAt) return null
  return { at: close.revisedAt, since: close.closedAt, zone }
}

/** Grouped by the date that the numbers are of: mostly one, but a member back from leave reports an earlier one. */
async function totalsOf(
  db: Queryable,
  workspaceId: string,
  entries: readonly StandupEntry[],
): Promise<Map<MemberId, DayTotals>> {
  const byDate = new Map<string, MemberId[]>()
  for (const entry of entries) {
    const key = dateOfNumbers(entry).toString()
    byDate.set(key, [...(byDate.get(key) ?? []), entry.memberId])
  }
  const loaded = await Promise.all(
    [...byDate].map(([date, ids]) => dayTotalsOf(db, workspaceId, ids, Temporal.PlainDate.from(date))),
  )
  return new Map(loaded.flatMap((totals) => [...totals]))
}

const dateOfNumbers = ({ numbersDate, date }: StandupEntry) => numbersDate ?? date

function answerOf(
  { member, person }: DayMember,
  entry: StandupEntry,
  plan: { settled: readonly PlanLine[]; planned: readonly PlanLine[] },
  metrics: readonly Metric[],
  totals: DayTotals,
): SummaryAnswer {
  const own = (row: PlanLine) => row.memberId === member.memberId
  const settled = plan.settled.filter(own)
  const done = settled.filter(({ outcome }) => outcome === 'done').map(({ text }) => text)
  return {
    userId: member.userId,
    name: person.name,
    late: entry.state === 'late',
    saidDid: settled.length > 0 ? { done: done.length, planned: settled.length } : null,
    done: entry.doneNote === '' ? done : [...done, entry.doneNote],
    plan: plan.planned.filter(own).map(({ text }) => text),
    numbers: metrics.flatMap((metric) => {
      const total = totals[metric.key]
      return total ? [{ metric, value: total.value }] : []
    }),
    numbersDate: dateOfNumbers(entry),
  }
}

/** Nothing for a blocker whose member has left the team. */
function blockerOf(blocker: Blocker, name: string | undefined, date: Temporal.PlainDate): SummaryBlocker[] {
  if (name === undefined) return []
  const { blockerId, text, helperUserId, state, raisedOn } = blocker
  return [{ blockerId, name, text, helperUserId, state, ageDays: raisedOn.until(date).days }]
}

/** Other teams than the home team are not told that it is leave. */
function awayOf(
  day: TeamDay,
  away: readonly DayMember[],
  homes: ReadonlyMap<string, TeamId>,
): StandupSummaryFacts['away'] {
  return away.flatMap((of) => {
    const reason = awayReason(dayStatus(of.calendar, day.date).reason)
    if (reason === null) return []
    const atHome = homes.get(userKey(of.member)) === of.member.teamId
    return [{ name: of.person.name, reason: reason === 'leave' && !atHome ? null : reason }]
  })
}

/** Who travels or works in the field on the date, and is asked. */
function elsewhereOf(
  members: readonly DayMember[],
  trips: ReadonlyMap<string, readonly RecordedLeave[]>,
  homes: ReadonlyMap<string, TeamId>,
): StandupSummaryFacts['elsewhere'] {
  return members.flatMap(({ member, person }) => {
    const [kind] = (trips.get(userKey(member)) ?? []).map((trip) => trip.kind).filter(isTrip)
    return kind && homes.get(userKey(member)) === member.teamId ? [{ name: person.name, kind }] : []
  })
}

type AwayReason = NonNullable<StandupSummaryFacts['away'][number]['reason']>

function awayReason(reason: DayReason): AwayReason | null {
  if (reason === 'leave' || reason === 'holiday' || reason === 'rest-day') return reason
  // A working day on which they are not prompted: they have half of it off.
  if (reason === 'working') return 'leave'
  return reason === 'extra-day-off' ? 'holiday' : null
}
