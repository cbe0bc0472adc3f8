// Changes what is watched in a team, for whoever leads it: a rule's limits and days, new rules, and the team's own that go.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { changeInTeam, type NotAllowed } from '../../org/flows/change-in-team.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { lockWarnings } from '../db/episodes.ts'
import { deleteRule, insertRules, saveRule } from '../db/rules.ts'
import { auditedRule } from '../domain/audit-changes.ts'
import { mayChangeRules } from '../domain/permissions.ts'
import { MAX_RULES, ruleChoices } from '../domain/rule-choices.ts'
import { type DraftProblems, type RuleDraft, readRuleDraft } from '../domain/rule-draft.ts'
import type { Signal } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import { ensureRules, procedureOfTeam } from './ensure-rules.ts'
import { evaluateTeams } from './evaluate-teams.ts'
import { keyOfRule, readingOf } from './load-rules.ts'
import { editLastReports } from './report-month.ts'

export type RuleChanged =
  | { ok: true; rule: Rule }
  | NotAllowed
  | { ok: false; reason: 'gone' | 'too-many' | 'not-there-to-add' }
  | { ok: false; reason: 'problems'; problems: DraftProblems; metric: Metric | null }

export function changeRule(
  context: Context,
  who: Person,
  { teamId, key }: { teamId: TeamId; key: string },
  draft: RuleDraft,
): Promise<RuleChanged> {
  return inRules(context, who, teamId, async (tx, { rules, metrics, dates, settings, team }) => {
    const rule = rules.find((one) => keyOfRule(one) === key)
    const metric = rule?.metricKey ? metrics.get(rule.metricKey) : null
    if (!rule || metric === undefined) return { ok: false, reason: 'gone' }
    const read = readRuleDraft(draft, { signal: rule.signal, metric, dates })
    if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems, metric }
    const wanted = { ...rule, ...read.wish }
    const [before, after] = [auditedRule(rule), auditedRule(wanted)]
    if (isDeepStrictEqual(before, after)) return { ok: true, rule }
    const now = context.clock.now()
    const last = { changedAt: now, settingsBefore: rule.settings }
    const changed = isJudgedAnew(rule, wanted) ? { ...wanted, ...last } : wanted
    await saveRule(tx, changed)
    await editLastReports(tx, context, team)
    await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'warning-rule-changed', before, after }])
    if (rule.active && !changed.active) await closeWarnings(tx, context, rule, settings)
    return { ok: true, rule: changed }
  })
}

/** What its warnings were like before says nothing about it any more. */
const isJudgedAnew = (before: Rule, after: Rule): boolean =>
  before.active !== after.active || !isDeepStrictEqual(before.settings, after.settings)

/** `ruleId`: of the form, so that one that is submitted twice adds one rule. */
export function addRule(
  context: Context,
  who: Person,
  { teamId, ruleId, signal, metricKey }: NewRule,
  draft: RuleDraft,
): Promise<RuleChanged> {
  return inRules(context, who, teamId, async (tx, { rules, metrics, dates }) => {
    const same = rules.find((rule) => rule.ruleId === ruleId)
    if (same) return { ok: true, rule: same }
    if (rules.length >= MAX_RULES) return { ok: false, reason: 'too-many' }
    const choices = ruleChoices([...metrics.values()], rules)
    const choice = choices.find((one) => one.signal === signal && one.metric.key === metricKey)
    if (!choice) return { ok: false, reason: 'not-there-to-add' }
    const { metric } = choice
    const read = readRuleDraft(draft, { signal, metric, dates })
    if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems, metric }
    const rule: Rule = {
      ...{ workspaceId: who.workspaceId, teamId, ruleId, signal, metricKey, preset: null },
      ...{ procedure: procedureOfTeam(rules), ...read.wish },
    }
    await insertRules(tx, [rule], context.clock.now())
    const change = { before: null, after: auditedRule(rule) }
    await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'warning-rule-added', ...change }])
    return { ok: true, rule }
  })
}

export interface NewRule {
  teamId: TeamId
  ruleId: string
  signal: Signal
  metricKey: MetricKey
}

/** Only the team's own: a default rule is switched off, and would come again. */
export function removeRule(
  context: Context,
  who: Person,
  { teamId, key }: { teamId: TeamId; key: string },
): Promise<RuleChanged> {
  return inRules(context, who, teamId, async (tx, { rules, settings, team }) => {
    const rule = rules.find((one) => keyOfRule(one) === key)
    if (!rule || rule.preset !== null) return { ok: false, reason: 'gone' }
    await deleteRule(tx, rule)
    await editLastReports(tx, context, team)
    const change = { before: auditedRule(rule), after: null }
    await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'warning-rule-removed', ...change }])
    await closeWarnings(tx, context, rule, settings)
    return { ok: true, rule }
  })
}

export const by = ({ workspaceId, userId: actorUserId }: Person, teamId: TeamId) =>
  ({ workspaceId, teamId, actorUserId, userId: null, screen: '/kpi rules' }) as const

interface RulesOfTeam {
  team: Team
  rules: readonly Rule[]
  metrics: ReadonlyMap<MetricKey, Metric>
  settings: TeamSettings
  dates: ReturnType<typeof readingOf>
}

/** Under the lock under which warnings are decided. The default rules are stored by then. */
export function inRules<T>(
  context: Context,
  who: Person,
  teamId: TeamId,
  change: (tx: Transaction, of: RulesOfTeam) => Promise<T>,
): Promise<T | NotAllowed> {
  const now = context.clock.now()
  return changeInTeam(context, who, mayChangeRules, teamId, async (tx, ref): Promise<T | NotAllowed> => {
    await lockWarnings(tx, [ref])
    const settings = await settingsNow(tx, ref, now)
    const days = settings && (await loadTeamDays(tx, [ref], localDate(now, settings.zone)))
    if (!settings || !days?.has(teamId)) return { ok: false, reason: 'not-allowed' }
    const rules = await ensureRules(tx, [...days.values()], now)
    const metrics = await metricsOfTeam(tx, ref.workspaceId, teamId)
    return change(tx, { team: ref, rules, metrics, settings, dates: readingOf(settings, who, now) })
  })
}

/** What runs by a rule that is off ends with that reason, and is told to those who knew of it. */
async function closeWarnings(
  tx: Transaction,
  context: Context,
  ref: TeamRef,
  { zone }: TeamSettings,
): Promise<void> {
  const now = context.clock.now()
  await evaluateTeams(tx, context, [ref], { date: localDate(now, zone), now, isMorning: false })
}
