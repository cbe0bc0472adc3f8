// Loads the rules of teams, and gives a team those that its roles start with where it has not got them yet.

import { randomUUIDv7 } from 'node:crypto'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { insertRules, rulesOfTeams } from '../db/rules.ts'
import { defaultRules } from '../domain/default-rules.ts'
import { DEFAULT_PROCEDURE, type Procedure } from '../domain/procedure.ts'
import { isRead } from '../domain/read-signal.ts'
import type { Rule } from '../domain/warning.ts'

export async function ensureRules(
  tx: Transaction,
  days: readonly TeamDay[],
  now: Temporal.Instant,
): Promise<Rule[]> {
  const known = await rulesOfTeams(
    tx,
    days.map(({ team }) => team),
  )
  const ofTeam = Map.groupBy(known, ({ teamId }) => teamId)
  const missing = days.flatMap((day) => missingRules(day, ofTeam.get(day.team.teamId) ?? []))
  await insertRules(tx, missing, now)
  return [...known, ...missing]
}

/** Those that the team would get at its next look; they follow the procedure that its other rules follow. `own`: of the team. */
export function missingRules({ team, members }: TeamDay, own: readonly Rule[]): Rule[] {
  const procedure = procedureOfTeam(own)
  return defaultRules(members.map(({ member }) => member.role)).flatMap(
    ({ signal, metric, settings }): Rule[] => {
      const preset = metric ? `${signal} ${metric}` : signal
      const has = own.some(
        (rule) => rule.preset === preset || (rule.signal === signal && rule.metricKey === metric),
      )
      if (has || !isRead(signal)) return []
      const { workspaceId, teamId } = team
      return [
        {
          ...{ workspaceId, teamId, ruleId: randomUUIDv7(), signal, metricKey: metric, preset, settings },
          ...{ procedure, muted: [], active: true },
        },
      ]
    },
  )
}

/** All rules of a team follow one. */
export const procedureOfTeam = (rules: readonly Rule[]): Procedure => rules[0]?.procedure ?? DEFAULT_PROCEDURE
