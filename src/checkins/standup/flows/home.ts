// Loads what a person sees of their teams on the Home tab: the standup that is open, and their own numbers.

import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { dayTotals, periodTotals } from '../../../numbers/db/totals.ts'
import type { DayTotals } from '../../../numbers/domain/activity.ts'
import { enteredMetrics } from '../../../numbers/domain/metrics.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { maySeeOwnNumbers } from '../../../numbers/domain/permissions.ts'
import type { Reading } from '../../../numbers/domain/reading.ts'
import { type Place, placesOf } from '../../../numbers/flows/memberships.ts'
import { nextOpening, openStandupAt } from './open-date.ts'

export interface HomeTeam {
  teamId: TeamId
  teamName: string
  zone: string
  /** Null: none is open now. */
  standup: { date: Temporal.PlainDate; closeAt: Temporal.Instant; late: boolean; answered: boolean } | null
  /** When the next one can be filed; null: none is in sight. */
  opensAt: Temporal.Instant | null
  today: readonly Reading[]
  /** Since Monday. */
  week: readonly Reading[]
}

export async function loadHomeTeams(q: Queryable, who: Person, now: Temporal.Instant): Promise<HomeTeam[]> {
  const places = await placesOf(q, who, maySeeOwnNumbers, now)
  return Promise.all(places.map((place) => homeTeam(q, place, now)))
}

async function homeTeam(q: Queryable, place: Place, now: Temporal.Instant): Promise<HomeTeam> {
  const { member, team, settings, zone, today } = place
  const { workspaceId, memberId } = member
  const week = periodOf('week', today)
  const [open, day, sofar] = await Promise.all([
    openStandupAt(q, place, now),
    dayTotals(q, workspaceId, memberId, today),
    periodTotals(q, workspaceId, memberId, week.from, today),
  ])
  const readings = (totals: DayTotals): Reading[] =>
    enteredMetrics(place.metrics).flatMap((metric) => {
      const total = totals[metric.key]
      return total ? [{ metric, value: total.value }] : []
    })
  return {
    teamId: team.teamId,
    teamName: settings.name,
    zone,
    standup: open && {
      date: open.window.date,
      closeAt: open.window.closeAt,
      late: Temporal.Instant.compare(open.window.closeAt, now) <= 0,
      answered: open.answered,
    },
    opensAt: nextOpening(place),
    today: readings(day),
    week: readings(sofar),
  }
}
