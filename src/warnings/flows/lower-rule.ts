// Takes the urgent level out of a rule, as the report on warnings proposes it; whoever leads the team is told once.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import type { Team } from '../../org/domain/team.ts'
import type { NotAllowed } from '../../org/flows/change-in-team.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { saveRule } from '../db/rules.ts'
import { auditedRule } from '../domain/audit-changes.ts'
import { lowered, stampOf } from '../domain/lower-level.ts'
import { ruleLoweredDraft } from '../domain/rule-lowered.ts'
import type { Rule } from '../domain/warning.ts'
import { by, inRules } from './change-rules.ts'
import { editLastReports } from './report-month.ts'

export interface ProposedRule {
  teamId: TeamId
  ruleId: string
  /** As it was shown. */
  stamp: string
}

export type RuleLowered = { ok: true } | NotAllowed | { ok: false; reason: 'gone' | 'lowered' | 'changed' }

/** Pressed again, or after another change of the rule, it changes nothing. */
export function lowerRule(
  context: Context,
  who: Person,
  { teamId, ruleId, stamp }: ProposedRule,
): Promise<RuleLowered> {
  return inRules(context, who, teamId, async (tx, { rules, team }): Promise<RuleLowered> => {
    const rule = rules.find((one) => one.ruleId === ruleId)
    if (!rule) return { ok: false, reason: 'gone' }
    const lower = lowered(rule)
    if (!lower) return { ok: false, reason: 'lowered' }
    if (stampOf(rule) !== stamp) return { ok: false, reason: 'changed' }
    const changed = { ...lower, changedAt: context.clock.now(), settingsBefore: rule.settings }
    await saveRule(tx, changed)
    const change = { before: auditedRule(rule), after: auditedRule(changed) }
    await recordAudit(tx, context, [
      { ...by(who, teamId), kind: 'warning-rule-changed', ...change, screen: 'message:warning-quality' },
    ])
    await editLastReports(tx, context, team)
    await tellLeader(tx, context, who, team, changed)
    return { ok: true }
  })
}

async function tellLeader(
  tx: Transaction,
  context: Context,
  who: Person,
  team: Team,
  rule: Rule & { changedAt: Temporal.Instant },
): Promise<void> {
  const leader = (await leadersNow(tx, [team], context.clock.now())).get(team.teamId)
  if (leader && leader !== who.userId)
    await enqueueMessage(tx, context, [ruleLoweredDraft(rule, leader, who.userId)])
}
