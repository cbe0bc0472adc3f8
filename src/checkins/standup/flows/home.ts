// Loads what a person sees on the Home tab: in each team the standup that is open, and their own numbers.
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { dayTotals, periodTotals } from '../../../numbers/db/totals.ts'
import type { DayTotals } from '../../../numbers/domain/activity.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { enteredMetrics, type Place, placesOf } from '../../../numbers/flows/memberships.ts'
import { settingsNow } from '../../../org/db/settings.ts'
import { teamsManagedBy } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { asMemberOf } from '../../../org/flows/actor.ts'
import type { Reading } from '../../../outbox/domain/message-facts.ts'
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

export interface Home {
  teams: readonly HomeTeam[]
  /** Names of the teams that the person manages, in them or not. */
  manages: readonly string[]
}

export async function loadHome(q: Queryable, who: Person, now: Temporal.Instant): Promise<Home> {
  const places = await placesOf(q, who, 'see-own-numbers', now)
  const { workspaceId, userId } = who
  const managed = await teamsManagedBy(q, workspaceId, userId)
  const actor = { ...asMemberOf(who, []), manages: managed.map(({ teamId }) => teamId) }
  const steered = managed.filter(({ teamId }) => may(actor, 'change-settings', { workspaceId, teamId }))
  const settings = await Promise.all(steered.map((team) => settingsNow(q, team, now)))
  return {
    teams: await Promise.all(places.map((place) => homeTeam(q, place, now))),
    manages: settings.flatMap((own) => (own ? [own.name] : [])),
  }
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
