// Loads the rules of teams, and gives a team those that its roles start with where it has not got them yet.

import { randomUUIDv7 } from 'node:crypto'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { insertRules, rulesOfTeams } from '../db/rules.ts'
import { defaultRules } from '../domain/default-rules.ts'
import { DEFAULT_PROCEDURE } from '../domain/procedure.ts'
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
  const missing = days.flatMap((day) => missingRules(day, known))
  await insertRules(tx, missing, now)
  return [...known, ...missing]
}

function missingRules({ team, members }: TeamDay, known: readonly Rule[]): Rule[] {
  const own = new Set(known.filter(({ teamId }) => teamId === team.teamId).map(({ preset }) => preset))
  return defaultRules(members.map(({ member }) => member.role)).flatMap(
    ({ signal, metric, settings }): Rule[] => {
      const preset = metric ? `${signal} ${metric}` : signal
      if (own.has(preset) || !isRead(signal)) return []
      const { workspaceId, teamId } = team
      return [
        {
          ...{ workspaceId, teamId, ruleId: randomUUIDv7(), signal, metricKey: metric, preset, settings },
          ...{ procedure: DEFAULT_PROCEDURE, muted: null, active: true },
        },
      ]
    },
  )
}
