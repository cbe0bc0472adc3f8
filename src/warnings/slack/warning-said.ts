// What each signal says: what it is about, what was seen, what would help, and how it ended well.
import { formatDate } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { monthName } from '../../org/slack/month-name.ts'
import { moreValue, nameWithin, percent, perDayValue, roundedValue } from '../../targets/slack/figures.ts'
import { restText } from '../../targets/slack/rest-text.ts'
import type { TrendEvidence } from '../domain/signals/trend.ts'
import type { Evidences } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { saidOfRisk } from './risk-said.ts'

export interface SaidOfSignal {
  topic: string
  /** Null: nothing is left to be seen. */
  seen: string | null
  /** Null: nothing can be said. */
  next: string | null
  recovered: MessageKey
}

type Sayer<Evidence> = (view: WarningView, evidence: Evidence, t: Translate) => SaidOfSignal

const topicOf = ({ metric }: WarningView, t: Translate) => (metric ? nameWithin(metric, t) : '')

/** Nothing where it is measured by another target than the one that runs. */
const restOf = ({ target, warning }: WarningView, t: Translate) =>
  'lowered' in warning.evidence ? null : target && restText(target, t, true)

/** Of those that did not go on, as many as can be talked about. */
const MOST_LOOKED_AT = 5
const lastOf = (stopped: number): number => Math.min(MOST_LOOKED_AT, Math.max(1, stopped))

/** What it was like in the last week that was no worse, and of a sum how much a day is missing since. */
function trendNext({ metric, own }: WarningView, { course }: TrendEvidence, t: Translate): string | null {
  const [best, latest] = [course[0], course.at(-1)]
  if (!metric || !best || !latest) return null
  const said = { date: formatDate(best.from, t.locale), from: roundedValue(metric, best.value, t) }
  const more = best.value - latest.value
  if (metric.kind !== 'additive' || more <= 0)
    return t(own ? 'warning.trendNextOwn' : 'warning.trendNext', said)
  const missing = { ...said, more: perDayValue(metric, more, t) }
  return t(own ? 'warning.trendMoreOwn' : 'warning.trendMore', missing)
}

/** `support`: only their own requests, which others have. */
const OVERDUE_SAID = {
  items: { seen: 'warning.items', next: 'warning.itemsNext', nextOwn: 'warning.itemsNextOwn' },
  support: { seen: 'warning.support', next: 'warning.supportNext', nextOwn: 'warning.supportNextOwn' },
  both: { seen: 'warning.itemsMixed', next: 'warning.itemsMixedNext', nextOwn: 'warning.itemsMixedNextOwn' },
} as const

const SAYERS: { readonly [One in keyof Evidences]: Sayer<Evidences[One]> } = {
  'behind-pace': (view, { counted, expected, target }, t) => {
    const { metric, warning } = view
    const value = (amount: number) => (metric ? roundedValue(metric, amount, t) : '')
    const said = {
      ...{ reached: value(counted ?? 0), expected: value(expected), target: value(target) },
      month: monthName(warning.periodFrom.month, t),
    }
    return {
      ...{ topic: topicOf(view, t), seen: t('warning.pace', said), next: restOf(view, t) },
      recovered: 'warning.recovered',
    }
  },
  'forecast-miss': (view, { forecast, target }, t) => {
    const { metric, warning } = view
    const value = (amount: number) => (metric ? roundedValue(metric, amount, t) : '')
    const said = forecast && {
      ...{ total: value(forecast.total), low: value(forecast.low), high: value(forecast.high) },
      ...{ target: value(target), month: monthName(warning.periodFrom.month, t) },
    }
    return {
      ...{ topic: topicOf(view, t), seen: said && t('warning.forecast', said), next: restOf(view, t) },
      recovered: 'warning.forecastOver',
    }
  },
  trend: (view, evidence, t) => {
    const { metric } = view
    const { worse, course } = evidence
    const values = metric ? course.map(({ value }) => roundedValue(metric, value, t)).join(' → ') : ''
    const said = { weeks: worse, values }
    const isSum = metric?.kind === 'additive'
    return {
      topic: topicOf(view, t),
      seen: worse === 0 ? null : t(isSum ? 'warning.trendDay' : 'warning.trend', said),
      next: trendNext(view, evidence, t),
      recovered: 'warning.trendOver',
    }
  },
  threshold: (view, { value, limit = null, back: over = null }, t) => {
    const { metric } = view
    const said = (amount: number) => (metric ? roundedValue(metric, amount, t) : '')
    const isKnown = metric !== null && value !== null
    const isBelow = isKnown && over !== null && metric.kind === 'additive' && value < over
    const seen = limit === null ? 'warning.threshold' : 'warning.thresholdLimit'
    const back = isBelow ? t('warning.thresholdBack', { more: moreValue(metric, over - value, t) }) : null
    return {
      topic: topicOf(view, t),
      seen: isKnown ? t(seen, { value: said(value), ...(limit !== null && { limit: said(limit) }) }) : null,
      next: back ?? restOf(view, t) ?? t(view.own ? 'warning.valueNextOwn' : 'warning.valueNext'),
      recovered: 'warning.thresholdOver',
    }
  },
  'funnel-leak': (view, { entered, converted, share, benchmark }, t) => {
    const isKnown = share !== null && benchmark !== null
    const said = isKnown && {
      ...{ converted, entered, share: percent(share, t), benchmark: percent(benchmark, t) },
      ...{ would: Math.round(entered * benchmark), last: lastOf(entered - converted) },
    }
    return {
      topic: topicOf(view, t),
      seen: said ? t('warning.leak', said) : null,
      next: said ? t(view.own ? 'warning.leakNextOwn' : 'warning.leakNext', said) : null,
      recovered: 'warning.leakOver',
    }
  },
  overspend: (view, { spent, expected }, t) => {
    const { metric } = view
    const value = (amount: number) => (metric ? roundedValue(metric, amount, t) : '')
    return {
      topic: topicOf(view, t),
      seen: t('warning.overspend', { spent: value(spent), expected: value(expected) }),
      next: restOf(view, t) ?? t(view.own ? 'warning.valueNextOwn' : 'warning.valueNext'),
      recovered: 'warning.overspendOver',
    }
  },
  'item-overdue': ({ own }, { items, waiting = 0, dueOn }, t) => {
    const said = { items: items - waiting, waiting, date: formatDate(dueOn, t.locale) }
    const keys = OVERDUE_SAID[waiting === 0 || items === 0 ? 'items' : waiting < items ? 'both' : 'support']
    return {
      topic: t('warning.itemsTopic'),
      seen: items === 0 ? null : t(keys.seen, { ...said, ...(waiting === items && { items }) }),
      next: t(own ? keys.nextOwn : keys.next),
      recovered: 'warning.itemsOver',
    }
  },
  'raised-by-hand': saidOfRisk,
  silence: ({ own }, { days, since }, t) => ({
    topic: t('warning.silenceTopic'),
    seen: since && t('warning.silence', { days, since: formatDate(since, t.locale) }),
    next: t(own ? 'warning.silenceNextOwn' : 'warning.silenceNext', { days }),
    recovered: 'warning.silenceOver',
  }),
}

export function saidOfSignal(view: WarningView, t: Translate): SaidOfSignal {
  const { signal, evidence } = view.warning
  const say = SAYERS[signal as keyof Evidences] as Sayer<unknown>
  return say(view, evidence, t)
}
