// Reads the rules of teams, and adds those that a team starts with.
import { and, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
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
    .orderBy(warningRules.ruleId)
  return rows.map(ruleOf)
}

function ruleOf({ muted, ...row }: typeof warningRules.$inferSelect): Rule {
  const signal = row.signal as Signal
  return {
    ...{ ...row, signal, settings: parseRuleSettings(signal, row.settings) },
    settingsBefore: row.settingsBefore === null ? null : parseRuleSettings(signal, row.settingsBefore),
    procedure: row.procedure as Procedure,
    muted: muted.map(({ from, to }) => ({
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
    })),
  }
}

const rowOf = ({ muted, ...rule }: Rule) => ({
  ...rule,
  muted: muted.map(({ from, to }) => ({ from: from.toString(), to: to.toString() })),
})

/** What is there already stays as it is. */
export async function insertRules(
  q: Queryable,
  rules: readonly Rule[],
  now: Temporal.Instant,
): Promise<void> {
  if (rules.length === 0) return
  await q
    .insert(warningRules)
    .values(rules.map((rule) => ({ ...rowOf(rule), createdAt: now })))
    .onConflictDoNothing()
}

const isRule = ({ workspaceId, teamId, ruleId }: Pick<Rule, 'workspaceId' | 'teamId' | 'ruleId'>) =>
  and(
    eq(warningRules.workspaceId, workspaceId),
    eq(warningRules.teamId, teamId),
    eq(warningRules.ruleId, ruleId),
  )

/** Its limits, whether it is on, and when it opens nothing. */
export async function saveRule(tx: Transaction, rule: Rule): Promise<void> {
  const { settings, active, muted, changedAt, settingsBefore } = rowOf(rule)
  const last = { changedAt: changedAt ?? null, settingsBefore: settingsBefore ?? null }
  const columns = { settings, active, muted, ...last }
  await tx.update(warningRules).set(columns).where(isRule(rule))
}

export async function deleteRule(tx: Transaction, rule: Rule): Promise<void> {
  await tx.delete(warningRules).where(isRule(rule))
}

/** For warnings that open from now on; those that run keep theirs. */
export async function saveProcedure(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  procedure: Procedure,
): Promise<void> {
  await tx
    .update(warningRules)
    .set({ procedure })
    .where(and(eq(warningRules.workspaceId, workspaceId), eq(warningRules.teamId, teamId)))
}
