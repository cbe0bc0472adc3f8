// The button beside a proposal that takes the urgent level out of a rule, and what whoever leads the team reads of it.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLineBlock } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import type { RuleLoweredView } from '../domain/rule-lowered.ts'
import { lowerRule, type RuleLowered } from '../flows/lower-rule.ts'
import { reportQuality } from '../flows/report-quality.ts'
import { qualityMessage, ruleNameOf } from './quality.ts'

const NAME_LENGTH = 180
const Value = z.object({ teamId: z.uuid(), ruleId: z.uuid(), stamp: z.string() })
const REFUSED = {
  'not-allowed': 'rules.notAllowed',
  gone: 'rules.gone',
  lowered: 'quality.alreadyLowered',
  changed: 'quality.changedSince',
} as const

const said = (outcome: RuleLowered, t: Translate): string =>
  outcome.ok ? t('quality.nowLowered') : `⚠️ ${t(REFUSED[outcome.reason])}`

const press =
  (isMessage: boolean): ActionHandler =>
  async ({ who, t, value, replyEphemeral, replace }, context) => {
    const rule = readJson(value, Value)
    const outcome: RuleLowered = rule ? await lowerRule(context, who, rule) : { ok: false, reason: 'gone' }
    const text = said(outcome, t)
    const view = isMessage ? null : await reportQuality(context, who)
    await (view ? replace(qualityMessage(view, t, text)) : replyEphemeral(textMessage(text)))
  }

export const pressLower = press(false)
/** The message itself is edited, for all who have it. */
export const pressLowerInMessage = press(true)

export function renderRuleLowered(
  { team, rule, metric, by }: RuleLoweredView,
  t: Translate,
): RenderedMessage {
  const name = escapeWithin(ruleNameOf({ ...rule, metric }, t), NAME_LENGTH)
  const text = t('quality.loweredNote', { by: mention(by), rule: name })
  return { text, blocks: [section(text), teamLineBlock(team, t)] }
}
