// Loads what the signals read of teams: a few statements for any number of teams.
import { unansweredDays } from '../../checkins/standup/db/unanswered.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import type { SignalFacts } from '../domain/signal-facts.ts'
import type { AskedDay } from '../domain/signals/silence.ts'

/** Longer than any limit of a rule. */
const SILENCE_DAYS = 60

/** Of all teams at once, by member. */
export async function loadTeamsFacts(
  q: Queryable,
  days: readonly TeamDay[],
  { date, now }: { date: Temporal.PlainDate; now: Temporal.Instant },
): Promise<Omit<SignalFacts, 'standings'>> {
  const teams = days.map(({ team }) => team)
  const missed = await unansweredDays(q, teams, { from: date.subtract({ days: SILENCE_DAYS }), to: date })
  // A day is kept as missed once it has closed.
  const askedOn = (day: Temporal.PlainDate): AskedDay => ({ date: day, closesAt: now, answered: false })
  return {
    unanswered: new Map([...missed].map(([memberId, own]) => [memberId, own.map(askedOn)])),
  }
}
