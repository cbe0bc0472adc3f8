// Looks at teams: reads each signal for each member, decides about each warning, and saves what has changed.
import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { teamProgress } from '../../targets/flows/team-progress.ts'
import { dismissedSince, lockWarnings, unresolvedWarnings } from '../db/episodes.ts'
import { type Decided, decidePaused, decideTeam, type Known, type Look } from '../domain/decide-team.ts'
import { withSharedCalendars } from '../domain/shared-calendars.ts'
import type { SignalFacts } from '../domain/signal-facts.ts'
import type { Rule } from '../domain/warning.ts'
import { ensureRules } from './ensure-rules.ts'
import { loadLadders } from './load-ladders.ts'
import { loadPast, loadTeamsFacts, overdueIn } from './load-signal-facts.ts'
import { saveDecisions } from './save-decisions.ts'

/** The statements of so many are sent one behind the other, without waiting. */
const TEAMS_AT_ONCE = 20

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
  const days = await loadTeamDays(tx, wanted, date)
  const open = Map.groupBy(await unresolvedWarnings(tx, wanted), ({ teamId }) => teamId)
  const active = withSharedCalendars([...days.values()])
  const [rules, ladders, dismissed, facts] = [
    Map.groupBy(await ensureRules(tx, active, now), ({ teamId }) => teamId),
    await loadLadders(tx, active, now),
    await dismissedSince(tx, wanted, date.with({ day: 1 })),
    await loadTeamsFacts(tx, context, active, look),
  ]
  const decided: Decided[] = []
  for (let first = 0; first < active.length; first += TEAMS_AT_ONCE) {
    const some = active.slice(first, first + TEAMS_AT_ONCE)
    const known = await Promise.all(
      some.map(async (day): Promise<Known> => {
        const { teamId } = day.team
        const own = rules.get(teamId) ?? []
        const numbers = await loadNumbers(tx, day, own, now)
        return {
          ...{ day, dismissed, ladder: ladders.get(teamId)!, period: numbers.period },
          ...{ rules: own, open: open.get(teamId) ?? [] },
          facts: {
            ...{ unanswered: facts.unanswered, overdue: overdueIn(facts, teamId) },
            ...{ now, settings: day.settings, ...numbers },
          },
        }
      }),
    )
    decided.push(...known.flatMap((one) => decideTeam(one, look)))
  }
  for (const { teamId } of wanted)
    if (!days.has(teamId))
      decided.push(...(open.get(teamId) ?? []).map((warning) => decidePaused(warning, look)))
  await saveDecisions(tx, context, decided, days)
  return decided
}

/** How the team's people stand this month, and what came in before. */
async function loadNumbers(
  tx: Transaction,
  day: TeamDay,
  rules: readonly Rule[],
  now: Temporal.Instant,
): Promise<Pick<SignalFacts, 'period' | 'past' | 'standings'>> {
  const { team, settings, date } = day
  const period = periodOf('month', date, weekStart(settings.workDays))
  const [{ people }, past] = await Promise.all([
    teamProgress(tx, { team, settings, period }, now),
    loadPast(tx, day, { rules, period }),
  ])
  return { period, past, standings: new Map(people.map((standing) => [standing.member.memberId, standing])) }
}
