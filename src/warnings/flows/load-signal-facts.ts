// Loads what the signals read of teams: a few statements for any number of teams.
import { type OverdueItem, overdueItems } from '../../actions/flows/overdue-items.ts'
import { unansweredDays } from '../../checkins/standup/db/unanswered.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { type PartChange, partChanges } from '../../targets/db/part-changes.ts'
import type { TeamPast } from '../../targets/domain/team-past.ts'
import { type PastOf, teamsPast } from '../../targets/flows/team-past.ts'
import { trendWeeks } from '../domain/read-values.ts'
import type { SignalFacts } from '../domain/signal-facts.ts'
import type { AskedDay } from '../domain/signals/silence.ts'
import type { Rule, Warning } from '../domain/warning.ts'

type EvaluationContext = Pick<Context, 'clock' | 'contributions'>

export interface TeamsFacts extends Pick<SignalFacts, 'unanswered'> {
  overdue: ReadonlyMap<TeamId, readonly OverdueItem[]>
}

/** Longer than any limit of a rule. */
const SILENCE_DAYS = 60

/** Of all teams at once, by member. */
export async function loadTeamsFacts(
  q: Queryable,
  context: EvaluationContext,
  days: readonly TeamDay[],
  { date, now }: { date: Temporal.PlainDate; now: Temporal.Instant },
): Promise<TeamsFacts> {
  const teams = days.map(({ team }) => team)
  const missed = await unansweredDays(q, teams, { from: date.subtract({ days: SILENCE_DAYS }), to: date })
  // A day is kept as missed once it has closed.
  const askedOn = (day: Temporal.PlainDate): AskedDay => ({ date: day, closesAt: now, answered: false })
  return {
    overdue: Map.groupBy(await overdueItems(q, context, teams), ({ item }) => item.teamId),
    unanswered: new Map([...missed].map(([memberId, own]) => [memberId, own.map(askedOn)])),
  }
}

/** What came in on the days before, where a rule that is switched on reads it; teams without such a rule are missing. */
export const loadPasts = (
  q: Queryable,
  teams: readonly { day: TeamDay; rules: readonly Rule[]; period: Period }[],
): Promise<Map<TeamId, TeamPast>> => teamsPast(q, teams.flatMap(pastOf))

function pastOf({ day, rules, period }: { day: TeamDay; rules: readonly Rule[]; period: Period }): PastOf[] {
  const active = rules.filter(({ active }) => active)
  const metrics = active.flatMap(({ signal, metricKey }) =>
    signal === 'forecast-miss' && metricKey ? [metricKey] : [],
  )
  const weeks = Math.max(0, ...active.filter(({ signal }) => signal === 'trend').map(trendWeeks))
  if (metrics.length === 0 && weeks === 0) return []
  const from = [period.from, day.date.subtract({ weeks: weeks + 1 })].toSorted(Temporal.PlainDate.compare)[0]!
  return [{ day, metrics: [...new Set(metrics)].sort(), from }]
}

/** Of one team, by who is accountable; a request for support that somebody outside the team has by who waits for it. */
export const overdueIn = ({ overdue }: TeamsFacts, { team, members }: TeamDay): SignalFacts['overdue'] => {
  const inTeam = new Set(members.map(({ member }) => member.userId))
  const waits = ({ item, askerUserId }: OverdueItem) =>
    askerUserId !== null && inTeam.has(askerUserId) && !inTeam.has(item.ownerUserId)
  const byPerson = Map.groupBy(overdue.get(team.teamId) ?? [], (one) =>
    waits(one) ? one.askerUserId! : one.item.ownerUserId,
  )
  return new Map(
    [...byPerson].map(([userId, own]) => [
      userId,
      own.map((one) => ({ dueOn: one.item.dueOn, waits: waits(one) })),
    ]),
  )
}

/** Of the numbers that an open warning is measured by. */
export async function loadTargetChanges(
  q: Queryable,
  teams: readonly TeamRef[],
  open: ReadonlyMap<TeamId, readonly Warning[]>,
  date: Temporal.PlainDate,
): Promise<Map<string, PartChange[]>> {
  const opened = [...open.values()].flatMap((own) => own.flatMap(({ episode }) => episode.openedAt ?? []))
  const [since] = opened.toSorted(Temporal.Instant.compare)
  const warned = teams.filter(({ teamId }) => open.has(teamId))
  const changes = since ? await partChanges(q, warned, date.with({ day: 1 }), since) : []
  return Map.groupBy(changes, ({ memberId, metricKey }) => `${memberId} ${metricKey}`)
}
