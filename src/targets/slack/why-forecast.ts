// "Why?" of what is foretold: the rate, the forecast made of it, and how a result becomes work, each with its formula.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { daysText, forecastValues, nameWithin, roundedValue } from './figures.ts'

export function forecastLines({ metric, forecast, progress }: OwnTarget, t: Translate): string[] {
  const values = forecastValues(metric, forecast, t)
  if (!forecast || !values) return []
  const { own, teamPerDay, pull, perDay } = forecast.rate
  const rate = {
    ...{ sum: formatValue(metric, own.sum, t.locale), days: daysText(own.days, t) },
    perDay: average(metric, perDay, t),
  }
  const actual = formatValue(metric, progress.actual ?? 0, t.locale)
  return [
    teamPerDay === null
      ? t('target.whyRateAlone', rate)
      : t('target.whyRateTeam', { ...rate, pull, team: average(metric, teamPerDay, t) }),
    t('target.whyForecast', {
      ...{ ...values, actual, days: daysText(forecast.days, t), perDay: rate.perDay },
    }),
  ]
}

export function workLines({ metric, work, progress }: OwnTarget, t: Translate): string[] {
  if (!work || !progress.rest?.perDay) return []
  const activity = (amount: number) => formatValue(work.metric, amount * 10 ** work.metric.decimals, t.locale)
  const result = (amount: number) => checkedValue(metric, amount * 10 ** metric.decimals, t)
  const said = {
    ...{ work: nameWithin(work.metric, t), result: result(work.own.result) },
    ...{ activity: activity(work.own.activity), yielded: result(work.yielded) },
    ...{ perDay: checkedValue(metric, progress.rest.perDay, t), needed: activity(work.perDay) },
  }
  return [
    work.teamYield === null
      ? t('target.whyWorkAlone', said)
      : t('target.whyWork', { ...said, team: result(work.teamYield), pull: work.pull }),
  ]
}

/** A fraction of a count matters in an average: 4.03, and of what is rare 0.048. */
const average = (metric: Metric, value: number, t: Translate): string =>
  metric.unit === 'money' ? roundedValue(metric, value, t) : checkedValue(metric, value, t)

const DIGITS = 2

/** Exactly enough to calculate on with it by hand, in its unit: €2,214.25, 29.2 calls, of what is rare 0.048. */
export function checkedValue(metric: Metric, value: number, t: Translate): string {
  if (metric.unit === 'money') return formatValue(metric, Math.round(value), t.locale)
  const amount = Math.abs(value) / 10 ** metric.decimals
  const leading = amount > 0 && amount < 1 ? -Math.floor(Math.log10(amount)) - 1 : 0
  const decimals = Math.max(metric.decimals, leading + DIGITS)
  const scaled = Math.round(value * 10 ** (decimals - metric.decimals))
  return formatValue({ ...metric, decimals }, scaled, t.locale)
}
