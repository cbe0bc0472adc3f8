// Loads what a person sees of their teams on the Home tab: the standup that is open, the plan to tick off, blockers, streak, and their own numbers.

import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { dayTotals, periodTotals } from '../../../numbers/db/totals.ts'
import type { DayTotals } from '../../../numbers/domain/activity.ts'
import type { MetricValue } from '../../../numbers/domain/metric-value.ts'
import { enteredMetrics } from '../../../numbers/domain/metrics.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { maySeeOwnNumbers } from '../../../numbers/domain/permissions.ts'
import { type Membership, membershipsOf } from '../../../numbers/flows/memberships.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../../org/domain/message-facts.ts'
import { identityOf } from '../../../org/domain/team-names.ts'
import { openBlockersOf } from '../db/blockers.ts'
import { openLines } from '../db/open-lines.ts'
import { entriesUpTo } from '../db/standups.ts'
import type { Blocker } from '../domain/standup.ts'
import { EARLIER_ENTRIES, streakOn } from '../domain/streak.ts'
import { LINES_TICKED } from '../domain/ticks.ts'
import { nextOpening, openStandupAt } from './open-date.ts'

export interface HomeTeam extends TeamIdentity {
  teamId: TeamId
  zone: string
  /** Null: none is open now. */
  standup: { date: Temporal.PlainDate; closeAt: Temporal.Instant; late: boolean; answered: boolean } | null
  /** Working days in a row answered in time. */
  streakDays: number
  /** Planned and not settled by a standup: `ticked` off during the day. */
  lines: readonly { itemId: string; text: string; ticked: boolean }[]
  blockers: readonly (Pick<Blocker, 'blockerId' | 'text' | 'helperUserId' | 'state'> & { ageDays: number })[]
  /** When the next one can be filed; null: none is in sight. */
  opensAt: Temporal.Instant | null
  /** The numbers of the answered standup, where they are of another day than today. */
  reported: { date: Temporal.PlainDate; numbers: readonly MetricValue[] } | null
  today: readonly MetricValue[]
  /** Since the week's first day. */
  week: readonly MetricValue[]
}

export async function loadHomeTeams(q: Queryable, who: Person, now: Temporal.Instant): Promise<HomeTeam[]> {
  const memberships = await membershipsOf(q, who, maySeeOwnNumbers, now)
  return Promise.all(memberships.map((membership) => homeTeam(q, membership, now)))
}

async function homeTeam(q: Queryable, membership: Membership, now: Temporal.Instant): Promise<HomeTeam> {
  const { member, team, settings, zone, today } = membership
  const { workspaceId, memberId } = member
  const week = periodOf('week', today, weekStart(settings.workDays))
  const [open, day, sofar, lines, blockers, entries] = await Promise.all([
    openStandupAt(q, membership, now),
    dayTotals(q, workspaceId, memberId, today),
    periodTotals(q, workspaceId, memberId, week.from, today),
    openLines(q, member, LINES_TICKED),
    openBlockersOf(q, member),
    entriesUpTo(q, workspaceId, memberId, today, EARLIER_ENTRIES + 1),
  ])
  const readings = (totals: DayTotals): MetricValue[] =>
    enteredMetrics(membership.metrics).flatMap((metric) => {
      const total = totals[metric.key]
      return total ? [{ metric, value: total.value }] : []
    })
  const reportedOn = open?.numbersDate && !open.numbersDate.equals(today) ? open.numbersDate : null
  const reported = reportedOn && {
    date: reportedOn,
    numbers: readings(await dayTotals(q, workspaceId, memberId, reportedOn)),
  }
  return {
    teamId: team.teamId,
    ...identityOf(team, settings),
    zone,
    standup: open && {
      date: open.window.date,
      closeAt: open.window.closeAt,
      late: Temporal.Instant.compare(open.window.closeAt, now) <= 0,
      answered: open.answered,
    },
    streakDays: streakOn(membership.calendar, today, entries),
    lines: lines.map(({ itemId, text, tickedAt }) => ({ itemId, text, ticked: tickedAt !== null })),
    blockers: blockers.map(({ blockerId, text, helperUserId, state, raisedOn }) => ({
      ...{ blockerId, text, helperUserId, state, ageDays: raisedOn.until(today).days },
    })),
    opensAt: nextOpening(membership, now),
    reported,
    today: readings(day),
    week: readings(sofar),
  }
}
