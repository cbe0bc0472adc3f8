// Reads the rules of teams, and adds those that a team starts with.
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Procedure } from '../domain/procedure.ts'
import type { Signal } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import { parseRuleSettings } from './rule-settings.ts'
import { warningRules } from './warnings.sql.ts'

/** Those that are switched off too. */
export async function rulesOfTeams(q: Queryable, wanted: readonly TeamRef[]): Promise<Rule[]> {
  const pairs = wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId }))
  const rows = await q
    .select()
    .from(warningRules)
    .where(
      amongPairs({ workspaceId: warningRules.workspaceId, id: warningRules.teamId, idType: 'uuid' }, pairs),
    )
  return rows.map(ruleOf)
}

function ruleOf({ mutedFrom, mutedTo, ...row }: typeof warningRules.$inferSelect): Rule {
  const signal = row.signal as Signal
  return {
    ...{ ...row, signal, settings: parseRuleSettings(signal, row.settings) },
    procedure: row.procedure as Procedure,
    muted: mutedFrom && mutedTo ? { from: mutedFrom, to: mutedTo } : null,
  }
}

/** A default rule that is there already stays as it is. */
export async function insertRules(
  q: Queryable,
  rules: readonly Rule[],
  now: Temporal.Instant,
): Promise<void> {
  if (rules.length === 0) return
  const rows = rules.map(({ muted, ...rule }) => ({
    ...{ ...rule, createdAt: now, mutedFrom: muted?.from ?? null, mutedTo: muted?.to ?? null },
  }))
  await q.insert(warningRules).values(rows).onConflictDoNothing()
}
