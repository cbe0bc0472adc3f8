// Looks at teams: reads each signal for each member, decides about each warning, and saves what has changed.
import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { teamProgress } from '../../targets/flows/team-progress.ts'
import { dismissedSince, lockWarnings, unresolvedWarnings } from '../db/episodes.ts'
import { type Decided, decidePaused, decideTeam, type Known, type Look } from '../domain/decide-team.ts'
import { ensureRules } from './ensure-rules.ts'
import { loadLadders } from './load-ladders.ts'
import { loadPast, loadTeamsFacts, overdueIn } from './load-signal-facts.ts'
import { saveDecisions } from './save-decisions.ts'

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
  const active = [...days.values()]
  const [rules, ladders, dismissed, facts] = [
    Map.groupBy(await ensureRules(tx, active, now), ({ teamId }) => teamId),
    await loadLadders(tx, active, now),
    await dismissedSince(tx, wanted, date.with({ day: 1 })),
    await loadTeamsFacts(tx, context, active, look),
  ]
  const decided: Decided[] = []
  for (const day of active) {
    const { team, settings } = day
    const period = periodOf('month', date, weekStart(settings.workDays))
    const { people } = await teamProgress(tx, { team, settings, period }, now)
    const own = rules.get(team.teamId) ?? []
    const past = await loadPast(tx, day, { rules: own, period })
    const standings = new Map(people.map((standing) => [standing.member.memberId, standing]))
    const known: Known = {
      ...{ day, period, dismissed, ladder: ladders.get(team.teamId)! },
      ...{ rules: own, open: open.get(team.teamId) ?? [] },
      facts: {
        unanswered: facts.unanswered,
        overdue: overdueIn(facts, team.teamId),
        now,
        settings,
        period,
        past,
        standings,
      },
    }
    decided.push(...decideTeam(known, look))
  }
  for (const { teamId } of wanted)
    if (!days.has(teamId))
      decided.push(...(open.get(teamId) ?? []).map((warning) => decidePaused(warning, look)))
  await saveDecisions(tx, context, decided, days)
  return decided
}
