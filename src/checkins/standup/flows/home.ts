// Loads what a person sees of their teams on the Home tab: the standup that is open, and their own numbers.

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
import { nextOpening, openStandupAt } from './open-date.ts'

export interface HomeTeam extends TeamIdentity {
  teamId: TeamId
  zone: string
  /** Null: none is open now. */
  standup: { date: Temporal.PlainDate; closeAt: Temporal.Instant; late: boolean; answered: boolean } | null
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
  const [open, day, sofar] = await Promise.all([
    openStandupAt(q, membership, now),
    dayTotals(q, workspaceId, memberId, today),
    periodTotals(q, workspaceId, memberId, week.from, today),
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
    opensAt: nextOpening(membership),
    reported,
    today: readings(day),
    week: readings(sofar),
  }
}
