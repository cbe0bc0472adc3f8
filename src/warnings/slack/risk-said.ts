// Says what somebody has raised by hand: the risk in their words, how likely it is, and what it would cost.
import { formatDate } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { escapeWithin, quoted } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import {
  type Anchor,
  type Grade,
  IMPACT,
  PROBABILITY,
  type RiskEvidence,
} from '../domain/signals/raised-by-hand.ts'
import type { WarningView } from '../domain/warning-view.ts'

const TOPIC_LENGTH = 140
const CUSTOMER_LENGTH = 60
const TEXT_LENGTH = 600

const PROBABILITIES: Readonly<Record<Grade, MessageKey>> = {
  1: 'risk.probability1',
  2: 'risk.probability2',
  3: 'risk.probability3',
  4: 'risk.probability4',
  5: 'risk.probability5',
}
const IMPACTS: Readonly<Record<Grade, MessageKey>> = {
  1: 'risk.impact1',
  2: 'risk.impact2',
  3: 'risk.impact3',
  4: 'risk.impact4',
  5: 'risk.impact5',
}

export function rangeText({ over, to }: Anchor, t: Translate): string {
  if (to === null) return t('risk.over', { over })
  return over === 0 ? t('risk.upTo', { to }) : t('risk.between', { over, to })
}

export const probabilityText = (grade: Grade, t: Translate): string =>
  t(PROBABILITIES[grade], { range: rangeText(PROBABILITY[grade], t) })

export const impactText = (grade: Grade, t: Translate): string =>
  t(IMPACTS[grade], { range: rangeText(IMPACT[grade], t) })

/** It stands in bold in one line: signs that would end the bold are left out. */
const inBold = (text: string, length: number): string =>
  escapeWithin(text.replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' '), length)

export function riskTopic({ text, customer }: Pick<RiskEvidence, 'text' | 'customer'>, t: Translate): string {
  const said = inBold(text, TOPIC_LENGTH)
  return customer === '' ? said : t('risk.topic', { customer: inBold(customer, CUSTOMER_LENGTH), text: said })
}

export function saidOfRisk({ own }: Pick<WarningView, 'own'>, risk: RiskEvidence, t: Translate) {
  const { probability, impact, expectedOn, raisedBy } = risk
  const said = {
    ...{ probability: probabilityText(probability, t), impact: impactText(impact, t), by: mention(raisedBy) },
    date: expectedOn ? formatDate(expectedOn, t.locale) : '',
  }
  return {
    ...{ topic: riskTopic(risk, t), seen: t(expectedOn ? 'risk.seenBy' : 'risk.seen', said) },
    next: t(own ? 'risk.nextOwn' : 'risk.next'),
    recovered: 'risk.solve',
  } as const
}

/** As it was typed, whole. */
export const riskQuote = ({ text }: RiskEvidence): string => quoted(text, TEXT_LENGTH)
