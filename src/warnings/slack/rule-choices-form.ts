// The form in which somebody chooses what a new rule should watch.
import { randomUUID } from 'node:crypto'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { chosenIn, field, groupedMenu, modal } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { type AddableSignal, type RuleChoice, ruleChoices } from '../domain/rule-choices.ts'
import { defaultSettings, type RuleSettings } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import type { RulesFacts } from '../flows/load-rules.ts'
import { RULES } from './ids.ts'

const WHAT = 'what'
const NAME_LENGTH = 40

const NAMES: Readonly<Record<AddableSignal, { choice: MessageKey; group: MessageKey }>> = {
  'behind-pace': { choice: 'rules.choiceBehindPace', group: 'rules.groupBehindPace' },
  'forecast-miss': { choice: 'rules.choiceForecastMiss', group: 'rules.groupForecastMiss' },
  threshold: { choice: 'rules.choiceThreshold', group: 'rules.groupThreshold' },
  trend: { choice: 'rules.choiceTrend', group: 'rules.groupTrend' },
  'funnel-leak': { choice: 'rules.choiceFunnelLeak', group: 'rules.groupFunnelLeak' },
  overspend: { choice: 'rules.choiceOverspend', group: 'rules.groupOverspend' },
}

const choicesOf = ({ metrics, rules }: RulesFacts): RuleChoice[] => ruleChoices([...metrics.values()], rules)

const choiceId = ({ signal, metric }: RuleChoice): string => `${signal} ${metric.key}`

/** Null: the team has a rule for all that can be watched. */
export function choicesView(facts: RulesFacts, t: Translate): ModalView | null {
  const bySignal = Map.groupBy(choicesOf(facts), ({ signal }) => signal)
  if (bySignal.size === 0) return null
  const groups = [...bySignal].map(([signal, choices]) => ({
    label: t(NAMES[signal].group),
    choices: choices.slice(0, limits.select.options.maxItems).map((choice) => ({
      value: choiceId(choice),
      text: t(NAMES[signal].choice, { metric: clip(metricName(choice.metric, t), NAME_LENGTH) }),
    })),
  }))
  return modal({
    callbackId: RULES.addForm,
    title: t('rules.addTitle'),
    submit: t('rules.next'),
    close: t('common.cancel'),
    metadata: { teamId: facts.teamId },
    blocks: [field(WHAT, t('rules.what'), groupedMenu(groups, ''))],
  })
}

/** The rule as its form starts. Null: nothing valid is chosen. */
export function chosenRule(state: FormState, facts: RulesFacts, workspaceId: string): Rule | null {
  const chosen = choicesOf(facts).find((choice) => choiceId(choice) === chosenIn(state, WHAT))
  return chosen ? newRule(facts, workspaceId, { ...chosen, ruleId: randomUUID() }) : null
}

/** What adds up over a month is below every limit on its first days. */
const LIMIT_FROM_DAY = 5

const startOf = (signal: AddableSignal): RuleSettings =>
  signal === 'threshold' ? { ...defaultSettings(signal), leastDays: LIMIT_FROM_DAY } : defaultSettings(signal)

export const newRule = (
  { teamId, procedure }: RulesFacts,
  workspaceId: string,
  { signal, metric, ruleId }: RuleChoice & { ruleId: string },
): Rule => ({
  ...{ workspaceId, teamId, ruleId, signal, metricKey: metric.key, preset: null },
  ...{ settings: startOf(signal), procedure, muted: [], active: true },
})
