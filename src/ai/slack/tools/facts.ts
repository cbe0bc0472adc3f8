// Makes the facts of tools: finished figures in the reader's language, each with its metric's name and its period.
import type { Translate } from '../../../core/i18n/translate.ts'
import { cleanText } from '../../../core/text.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { plainName } from '../../../overview/slack/team-figures.ts'
import { clip } from '../../../slack/mrkdwn.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import type { Progress } from '../../../targets/domain/progress.ts'
import { percent, perDayValue, periodName, roundedValue } from '../../../targets/slack/figures.ts'
import type { Fact } from '../../domain/fact.ts'
import type { SentField } from '../../domain/sent-fields.ts'

const NAME_LENGTH = 60
export const QUOTE_LENGTH = 200

/** What holds for all facts about one person or team of one command. */
export interface Of {
  subject: string | null
  command: string
}
export interface OfMetric extends Of {
  label: string
  /** The key of the period's fact. */
  when: string
}

export const nameFact = (
  key: string,
  subject: string | null,
  name: string,
  field: SentField,
  command: string,
): Fact => ({
  ...{ key, kind: 'name', subject, text: clip(cleanText(name, 200), NAME_LENGTH), field },
  source: { command: `/kpi ${command}` },
})

export const dateFact = (key: string, text: string, command: string): Fact => ({
  ...{ key, kind: 'date', subject: null, text, field: 'dates', source: { command: `/kpi ${command}` } },
})

export const quoteFact = (key: string, text: string, field: SentField, { subject, command }: Of): Fact => ({
  ...{ key, kind: 'quote', subject, text: clip(cleanText(text, 500), QUOTE_LENGTH), field },
  source: { command: `/kpi ${command}` },
})

export const figure = (
  key: string,
  text: string,
  field: SentField,
  { subject, command, label, when }: OfMetric,
): Fact => ({
  ...{ key, kind: 'number', subject, text, field, label, when, source: { command: `/kpi ${command}` } },
})

/** A count of something that is no metric. */
export const countFact = (key: string, text: string, field: SentField, { subject, command }: Of): Fact => ({
  ...{ key, kind: 'number', subject, text, field, source: { command: `/kpi ${command}` } },
})

export const labelOf = (metric: Metric, t: Translate): string => plainName(metric, t)

/** How somebody stands against a target: what is reached, of how much, how far that is, and which way the pace goes. */
export function progressFacts(
  key: string,
  metric: Metric,
  progress: Pick<Progress, 'target' | 'actual' | 'attainment' | 'gap' | 'pace'>,
  of: OfMetric,
  t: Translate,
): Fact[] {
  const { target, actual, attainment, gap, pace } = progress
  return [
    ...(actual === null
      ? []
      : [figure(`${key}.actual`, formatValue(metric, actual, t.locale), 'numbers', of)]),
    figure(`${key}.target`, roundedValue(metric, target, t), 'targets', of),
    ...(attainment === null || !metric.higherIsBetter
      ? []
      : [figure(`${key}.attainment`, percent(attainment, t), 'targets', of)]),
    ...(pace.known ? gapFacts(`${key}.gap`, metric, gap, of, t) : []),
  ]
}

/** Against what should be there by now. */
function gapFacts(key: string, metric: Metric, gap: number, of: OfMetric, t: Translate): Fact[] {
  const whole = Math.round(gap)
  const amount = figure(key, roundedValue(metric, Math.abs(gap), t), 'pace-and-forecast', of)
  const way = whole === 0 ? 'on-pace' : whole > 0 ? 'ahead' : 'behind'
  const direction: Fact = {
    ...amount,
    ...{ key: `${key}.way`, kind: 'direction', text: t(WAYS[way]), about: key, way, good: whole >= 0 },
  }
  return whole === 0 ? [direction] : [amount, direction]
}

const WAYS = { 'on-pace': 'ask.onPace', ahead: 'ask.ahead', behind: 'ask.behind' } as const

/** One of somebody's running targets, with what is left. */
export function targetFacts(key: string, target: OwnTarget, of: Of, t: Translate): Fact[] {
  const { metric, period, progress, forecast } = target
  const when = `${key}.period`
  const ofMetric: OfMetric = { ...of, label: labelOf(metric, t), when }
  const { rest } = progress
  return [
    dateFact(when, periodName(period, t), of.command),
    ...progressFacts(key, metric, progress, ofMetric, t),
    ...(rest ? [figure(`${key}.rest`, roundedValue(metric, rest.amount, t), 'targets', ofMetric)] : []),
    ...(rest ? [figure(`${key}.days-left`, t('ask.days', { days: rest.days }), 'targets', ofMetric)] : []),
    ...(rest?.perDay && rest.amount > 0
      ? [figure(`${key}.per-day`, perDayValue(metric, rest.perDay, t), 'targets', ofMetric)]
      : []),
    ...(forecast && forecast.days > 0
      ? [figure(`${key}.forecast`, roundedValue(metric, forecast.total, t), 'pace-and-forecast', ofMetric)]
      : []),
  ]
}
