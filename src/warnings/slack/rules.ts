// `/kpi rules`: shows what is watched in a team, and lets whoever leads it change, add and remove rules.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { inChosenTeam } from '../../org/slack/chosen-team.ts'
import { resolveTeamOrReply } from '../../org/slack/resolve-team-or-reply.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler, SubmitRequest } from '../../slack/requests.ts'
import { maySeeRules } from '../domain/permissions.ts'
import { SIGNALS, type Signal } from '../domain/rule-settings.ts'
import { addRule, changeRule, type RuleChanged, removeRule } from '../flows/change-rules.ts'
import { keyOfRule, loadRules } from '../flows/load-rules.ts'
import { RULES } from './ids.ts'
import { choicesView, chosenRule } from './rule-choices-form.ts'
import { type RuleMetadata, readRule, readRuleMetadata, ruleErrors, ruleView } from './rule-form.ts'
import { readTeamId, rulesView } from './rules-list.ts'
import { backToList, changeable } from './rules-place.ts'

export const RULE_WORDS = [
  ...['rule', 'warning rules', 'warning rule', 'risk rules', 'alert rules', 'alert settings'],
  ...['thresholds', 'threshold', 'escalation'],
  ...['预警规则', '預警規則', '风险规则', '風險規則', '规则', '規則', '预警设置', '預警設定', '阈值', '門檻'],
  ...['预警线', '預警線', '警戒线', '警戒線', '上报规则', '通報規則'],
]

export const rulesCommand: CommandHandler = async (call, context) => {
  const { who, t } = call
  const team = await resolveTeamOrReply(call, context, maySeeRules, RULES.rulesOf)
  if (!team) return
  const facts = await loadRules(context, who, team.teamId)
  if (facts) await call.open(rulesView(facts, t))
  else call.reply(textMessage(t('team.notAllowed')))
}

export const rulesOfChosen = inChosenTeam(rulesCommand, maySeeRules)

export const openRule: ActionHandler = async (call, context) => {
  const facts = await changeable(call, context, call.view && readTeamId(call.view.metadata))
  if (!facts) return
  const rule = facts.rules.find((one) => keyOfRule(one) === call.value)
  await call.update(
    rule ? ruleView(rule, facts, call.t) : rulesView(facts, call.t, `⚠️ ${call.t('rules.gone')}`),
  )
}

export const openAddRule: ActionHandler = async (call, context) => {
  const facts = await changeable(call, context, z.uuid().safeParse(call.value).data ?? null)
  if (!facts) return
  const { t } = call
  await call.update(choicesView(facts, t) ?? rulesView(facts, t, `⚠️ ${t('rules.nothingToAdd')}`))
}

export const submitChoice: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const teamId = readTeamId(metadata)
  const facts = teamId ? await loadRules(context, who, teamId) : null
  if (!facts?.mayChange) return { kind: 'errors', errors: { what: t('rules.notAllowed') } }
  const rule = chosenRule(state, facts, who.workspaceId)
  if (!rule) return { kind: 'errors', errors: { what: t('rules.notThere') } }
  return { kind: 'update', view: ruleView(rule, facts, t, true) }
}

export const submitRule: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readRuleMetadata(call.metadata)
  if (!metadata) return { kind: 'errors', errors: { blue: t('rules.gone') } }
  const changed = await saved(call, context, metadata)
  if (!changed.ok) return { kind: 'errors', errors: errorsOf(changed, t) }
  const note = changed.rule.active ? 'rules.saved' : 'rules.savedOff'
  return backToList(context, who, metadata.teamId, t, t(note))
}

async function saved(call: SubmitRequest, context: Context, metadata: RuleMetadata): Promise<RuleChanged> {
  const { teamId, key, added } = metadata
  const draft = readRule(call.state)
  if (!added) return changeRule(context, call.who, { teamId, key }, draft)
  const { signal, metricKey } = added
  if (!(signal in SIGNALS) || !z.uuid().safeParse(key).success) return { ok: false, reason: 'gone' }
  return addRule(context, call.who, { teamId, ruleId: key, signal: signal as Signal, metricKey }, draft)
}

const REFUSED = {
  'not-allowed': 'rules.notAllowed',
  gone: 'rules.gone',
  'too-many': 'rules.tooMany',
  'not-there-to-add': 'rules.notThere',
} as const

function errorsOf(refused: Exclude<RuleChanged, { ok: true }>, t: Translate): Record<string, string> {
  if (refused.reason === 'problems') return ruleErrors(refused.problems, refused.metric, t)
  return { blue: t(REFUSED[refused.reason]) }
}

export const pressRemoveRule: ActionHandler = async (call, context) => {
  const { who, t, value: key } = call
  const metadata = call.view && readRuleMetadata(call.view.metadata)
  if (!metadata) return
  const { teamId } = metadata
  const removed = await removeRule(context, who, { teamId, key })
  const facts = await changeable(call, context, teamId)
  if (!facts) return
  const note = removed.ok ? `:white_check_mark: ${t('rules.removed')}` : `⚠️ ${t('rules.gone')}`
  await call.update(rulesView(facts, t, note))
}
