// Looks at teams: reads each signal for each member, decides about each warning, and saves what has changed.
import { randomUUIDv7 } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { withSharedCalendars } from '../../org/domain/shared-calendars.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { NO_PAST } from '../../targets/domain/team-past.ts'
import { standingsOfTeams } from '../../targets/flows/standings-of-teams.ts'
import { dismissedSince, lockWarnings, unresolvedWarnings } from '../db/episodes.ts'
import { type Decided, decidePaused, decideTeam, type Known, type Look } from '../domain/decide-team.ts'
import type { SignalFacts } from '../domain/signal-facts.ts'
import type { Rule } from '../domain/warning.ts'
import { ensureRules } from './ensure-rules.ts'
import { loadLadders } from './load-ladders.ts'
import { loadPasts, loadTargetChanges, loadTeamsFacts, overdueIn } from './load-signal-facts.ts'
import { loadOutsideOwners } from './outside-owners.ts'
import { saveWarningsOf, tellDecisions } from './save-decisions.ts'

/** So many are in memory at once. */
const TEAMS_AT_ONCE = 50

/** A second look at the same numbers writes nothing. Returns what was decided about each warning that is there. */
export async function evaluateTeams(
  tx: Transaction,
  context: Context,
  refs: readonly TeamRef[],
  asked: Omit<Look, 'newId'>,
): Promise<Decided[]> {
  const wanted = [...new Map(refs.map((ref) => [ref.teamId, ref])).values()]
  await lockWarnings(tx, wanted)
  const look = { ...asked, newId: randomUUIDv7 }
  const { date, now } = look
  const byTeam = <One extends { teamId: TeamId }>(all: readonly One[]) =>
    Map.groupBy(all, ({ teamId }) => teamId)
  const [days, open] = await Promise.all([
    loadTeamDays(tx, wanted, date),
    unresolvedWarnings(tx, wanted).then(byTeam),
  ])
  const active = withSharedCalendars([...days.values()], date)
  const rules = byTeam(await ensureRules(tx, active, now))
  const [ladders, dismissed, facts, targetChanges] = await Promise.all([
    loadLadders(tx, active, now),
    dismissedSince(tx, wanted, date.with({ day: 1 })).then(byTeam),
    loadTeamsFacts(tx, context, active, look),
    loadTargetChanges(tx, wanted, open, date),
  ])
  const outside = await loadOutsideOwners(tx, active, facts, open, now)
  const known = ({ day, rules: own, ...read }: Numbers): Known => {
    const { teamId } = day.team
    return {
      ...{ day, dismissed: dismissed.get(teamId) ?? [], ladder: ladders.get(teamId)!, period: read.period },
      outside: outside.get(teamId) ?? [],
      ...{ rules: own, open: open.get(teamId) ?? [] },
      facts: {
        ...{ unanswered: facts.unanswered, overdue: overdueIn(facts, day) },
        ...{ now, settings: day.settings, targetChanges, ...read },
      },
    }
  }
  const paused = wanted.flatMap(({ teamId }) => (days.has(teamId) ? [] : (open.get(teamId) ?? [])))
  const closed = paused.map((warning) => decidePaused(warning, look))
  const decided = [...closed]
  const saving = [meanwhile(saveWarningsOf(tx, closed))]
  try {
    for await (const some of loadAhead(active, (next) => loadNumbers(tx, next, rules, now))) {
      const own: Decided[] = []
      for (const numbers of some) {
        own.push(...decideTeam(known(numbers), look))
        // Lets statements out: the next teams are loaded, and the last ones saved, while these are decided about.
        await setImmediate()
      }
      decided.push(...own)
      saving.push(meanwhile(saveWarningsOf(tx, own)))
    }
  } finally {
    // After another failure too: nothing is sent once the transaction has ended.
    await Promise.allSettled(saving)
  }
  await tellDecisions(tx, context, (await Promise.all(saving)).flat(), days)
  return decided
}

/** Where it fails it is heard when it is waited for; where that never comes, another failure is told. */
function meanwhile<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => {})
  return work
}

/** Some teams at a time; the next ones are loaded while these are decided about. */
async function* loadAhead(
  days: readonly TeamDay[],
  load: (some: readonly TeamDay[]) => Promise<Numbers[]>,
): AsyncGenerator<Numbers[]> {
  let loading = load(days.slice(0, TEAMS_AT_ONCE))
  try {
    for (let next = TEAMS_AT_ONCE; next - TEAMS_AT_ONCE < days.length; next += TEAMS_AT_ONCE) {
      const loaded = await loading
      loading = meanwhile(load(days.slice(next, next + TEAMS_AT_ONCE)))
      yield loaded
    }
  } finally {
    // Where the decisions fail, too: nothing is read once the transaction has ended.
    await Promise.allSettled([loading])
  }
}

type Numbers = Pick<SignalFacts, 'period' | 'past' | 'standings'> & { day: TeamDay; rules: readonly Rule[] }

/** How the teams' people stand this month, and what came in before. */
async function loadNumbers(
  tx: Transaction,
  days: readonly TeamDay[],
  rules: ReadonlyMap<TeamId, readonly Rule[]>,
  now: Temporal.Instant,
): Promise<Numbers[]> {
  const teams = days.map((day) => {
    const period = periodOf('month', day.date, weekStart(day.settings.workDays))
    return { day, team: day.team, settings: day.settings, period, rules: rules.get(day.team.teamId) ?? [] }
  })
  const [standings, pasts] = await Promise.all([standingsOfTeams(tx, teams, now), loadPasts(tx, teams)])
  return teams.map(({ day, period, rules: own }) => {
    const { teamId } = day.team
    const people = (standings.get(teamId) ?? []).map((one) => [one.member.memberId, one] as const)
    return { day, period, rules: own, past: pasts.get(teamId) ?? NO_PAST, standings: new Map(people) }
  })
}
