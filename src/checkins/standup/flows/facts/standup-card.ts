// Loads what a member's card shows: the prompt, and once answered what the member gets back for it.

import { neighbours } from '../../../../boards/domain/leaderboard.ts'
import { computeBoard } from '../../../../boards/flows/board.ts'
import type { Queryable } from '../../../../core/db/client.ts'
import { localDate } from '../../../../core/time.ts'
import { metricsOfTeam } from '../../../../numbers/db/metrics.ts'
import { dayTotals } from '../../../../numbers/db/totals.ts'
import type { DayTotals } from '../../../../numbers/domain/activity.ts'
import { enteredMetrics, type Metric } from '../../../../numbers/domain/metrics.ts'
import { teamNumbersDate } from '../../../../numbers/domain/numbers-day.ts'
import { previousWorkingDay } from '../../../../org/domain/calendar.ts'
import { identityOf } from '../../../../org/domain/team-names.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { ownTargets } from '../../../../targets/flows/own-targets.ts'
import { reviewsOf } from '../../../db/reviews.ts'
import { cardPhase } from '../../../domain/card-phase.ts'
import { asks } from '../../../domain/checkin-kind.ts'
import { reviewState } from '../../../domain/review.ts'
import { type KnownDay, knownDay } from '../../domain/as-planned.ts'
import type { Receipt, StandupCardFacts } from '../../domain/message-facts.ts'
import { filingOf, numbersDateOf, type StandupDay, streakCalendarOf } from '../../domain/standup-day.ts'
import type { StandupEntry } from '../../domain/standup-facts.ts'
import { STANDUP_KIND } from '../../domain/standup-kind.ts'
import { streakBase } from '../../domain/streak.ts'
import { loadDayOfMessage } from './day-of-message.ts'

/** Null: the member left, or the prompt was no longer needed before it was sent. */
export async function loadStandupCard(
  db: Queryable,
  message: Message<'standup-card'>,
  now: Temporal.Instant,
): Promise<StandupCardFacts | null> {
  const day = await loadDayOfMessage(db, message, now)
  if (!day) return null
  const answered = day.state === 'answered' || day.state === 'late'
  if (!answered && !(day.asked && day.state === 'due') && message.ts === null) return null
  const phase = cardPhase(day.state, day.asked, filingOf(day, now))
  return {
    kind: 'standup-card',
    teamId: day.team.teamId,
    ...identityOf(day.team, day.settings),
    date: day.date,
    closeAt: day.window.closeAt,
    zone: day.zone,
    phase,
    receipt: answered ? await receiptOf(db, day, now) : null,
    known: phase === 'prompt' ? await knownOf(db, day) : null,
    snoozedUntil: day.snoozedUntil,
    firstTime: firstTimeOf(day),
  }
}

/** One statement, where the team asks for numbers. */
async function knownOf(db: Queryable, day: StandupDay): Promise<KnownDay> {
  const { workspaceId, memberId } = day.member
  const counts = asks(STANDUP_KIND, day.settings, 'numbers') && enteredMetrics(day.metrics).length > 0
  return knownDay(day, counts ? await dayTotals(db, workspaceId, memberId, numbersDateOf(day)) : NOTHING)
}

function firstTimeOf({ member, team, settings, calendar, date }: StandupDay): StandupCardFacts['firstTime'] {
  const { managerUserId, channelId } = team
  if (member.userId === managerUserId || previousWorkingDay(calendar, date)) return null
  return { managerUserId, channelId, names: settings.boardNames }
}

const NOTHING: DayTotals = {}

async function receiptOf(db: Queryable, day: StandupDay, now: Temporal.Instant): Promise<Receipt> {
  const { workspaceId, memberId } = day.member
  const entry = day.entry!
  const numbersDate = entry.numbersDate ?? day.date
  const before = previousWorkingDay(day.calendar, numbersDate)
  const [totals, totalsBefore, place, compared, targets, reviews] = await Promise.all([
    dayTotals(db, workspaceId, memberId, numbersDate),
    before ? dayTotals(db, workspaceId, memberId, before) : NOTHING,
    placeOn(db, day, numbersDate),
    comparedMetric(db, day),
    ownTargets(db, { ...day, today: localDate(now, day.zone) }, now),
    reviewsOf(db, STANDUP_KIND.name, workspaceId, [memberId], day.date),
  ])
  const review = reviews.get(memberId)
  const counted = enteredMetrics(day.metrics)
  const metric = compared ?? counted[0]
  const [value, valueBefore] = metric ? [totals[metric.key]?.value, totalsBefore[metric.key]?.value] : []
  return {
    answeredAt: entry.answeredAt!,
    late: entry.state === 'late',
    numbers: counted.flatMap((each) => {
      const total = totals[each.key]
      return total ? [{ metric: each, value: total.value }] : []
    }),
    numbersDate,
    streakDays: entry.streakDays,
    streakEnded: entry.state === 'late' ? streakBefore(day) : 0,
    place,
    teamsDay: numbersDate.equals(teamNumbersDate(day.settings, day.calendar, day.date)),
    change:
      metric && before && value !== undefined && valueBefore !== undefined
        ? { metric, difference: value - valueBefore, since: before }
        : null,
    done: doneIn(day, entry),
    plan: day.plan.planned.map(({ text }) => text),
    blockers: day.blockers
      .filter(({ raisedOn }) => raisedOn.equals(day.date))
      .map(({ text, helperUserId, state }) => ({ text, helperUserId, state })),

    targets: targets.filter((target) => totals[target.metric.key]),
    editable: day.member.leftOn === null && filingOf(day, now).ok,
    read: review ? { byUserId: review.readBy, changed: reviewState(review, entry) === 'changed' } : null,
  }
}

function streakBefore(day: StandupDay): number {
  const before = streakBase(streakCalendarOf(day), day.date, day.earlier)
  return before?.state === 'answered' ? before.streakDays : 0
}

function doneIn({ plan, date }: StandupDay, { doneNote }: StandupEntry): string[] {
  const lines = plan.before.filter(({ outcome, settledOn }) => outcome === 'done' && settledOn?.equals(date))
  return [...lines.map(({ text }) => text), ...(doneNote === '' ? [] : [doneNote])]
}

/** Among those of the same role who have reported so far. */
async function placeOn(
  db: Queryable,
  { member }: StandupDay,
  date: Temporal.PlainDate,
): Promise<Receipt['place']> {
  const { workspaceId, teamId, memberId } = member
  const facts = await computeBoard(db, { workspaceId, teamId, period: 'day', date })
  const found = facts && neighbours(facts.board, memberId)
  if (!found) return null
  const { row, of, tied } = found
  const { measure } = facts.board
  return { rank: row.rank, of, tied: tied.length > 0, measure, metric: facts.metric }
}

/** What the team's board ranks by, when that is a number someone enters. */
async function comparedMetric(db: Queryable, { member, settings }: StandupDay): Promise<Metric | null> {
  if (settings.measure.kind !== 'metric') return null
  const metrics = await metricsOfTeam(db, member.workspaceId, member.teamId)
  const metric = metrics.get(settings.measure.metric)
  return metric && metric.kind !== 'ratio' ? metric : null
}
