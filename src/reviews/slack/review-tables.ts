// The tables and the chart of a review, and what they say in words.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import {
  changeOf,
  changeText,
  NOTHING,
  percentText,
  plainName,
  valueText,
} from '../../overview/slack/team-figures.ts'
import type { Block, DataTableBlock } from '../../slack/blocks.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { MOST_ROWS, numberCell, ROWS_AT_ONCE, type TableCell, textCell } from '../../slack/sortable-table.ts'
import { withoutCents } from '../../targets/slack/figures.ts'
import type { ReviewedMetric, ReviewedStep } from '../domain/review.ts'

const NAME_LENGTH = 60
const { dataVisualization: chartLimits } = limits

const table = (caption: string, rows: TableCell[][]): DataTableBlock => ({
  ...{ type: 'data_table', caption, row_header_column_index: 0, rows: rows.slice(0, MOST_ROWS) },
  page_size: Math.min(Math.max(rows.length - 1, 1), ROWS_AT_ONCE),
})

/** Of numbers of which less is better 2 − actual ÷ target would have to be explained. */
const reachedOf = ({ metric, attainment }: ReviewedMetric): number | null =>
  metric.higherIsBetter ? attainment : null

const targetText = ({ metric, target }: ReviewedMetric, t: Translate): string =>
  valueText(metric, target === null ? null : withoutCents(metric, target), t)

const changeSince = ({ actual, before }: ReviewedMetric) => ({ now: actual, before })

export function metricsTable(metrics: readonly ReviewedMetric[], t: Translate): DataTableBlock {
  const head = [
    ...[t('review.number'), t('review.target'), t('review.actual')],
    ...[t('overview.columnReached'), t('review.before'), t('overview.columnChange')],
  ]
  return table(t('review.targetAndActual'), [
    head.map(textCell),
    ...metrics.map((one) => {
      const { metric, target, actual, before } = one
      return [
        textCell(plainName(metric, t)),
        numberCell(target, targetText(one, t)),
        numberCell(actual, valueText(metric, actual, t)),
        numberCell(reachedOf(one), percentText(reachedOf(one), t)),
        numberCell(before, valueText(metric, before, t)),
        numberCell(changeOf(metric, changeSince(one)), changeText(metric, changeSince(one), t)),
      ]
    }),
  ])
}

/** The same as a row of the table. */
export function metricLine(one: ReviewedMetric, t: Translate): string {
  const { metric, actual, before } = one
  return t('review.metricLine', {
    ...{ metric: escapeWithin(plainName(metric, t), NAME_LENGTH), actual: valueText(metric, actual, t) },
    ...{ target: targetText(one, t), reached: percentText(reachedOf(one), t) },
    before: valueText(metric, before, t),
  })
}

/** How much of each target was reached, in percent. None where there is no target. */
export function reachedChart(metrics: readonly ReviewedMetric[], period: string, t: Translate): Block[] {
  const held = metrics
    .filter((one) => reachedOf(one) !== null)
    .slice(0, chartLimits.data.maxItems)
    .map((one) => ({
      label: clip(plainName(one.metric, t), chartLimits.pointLabel.maxLength),
      value: Math.round(reachedOf(one)! * 100),
    }))
  if (held.length < 2) return []
  const name = clip(t('review.reachedPercent'), chartLimits.seriesName.maxLength)
  return [
    {
      type: 'data_visualization',
      title: clip(t('review.chartTitle', { period }), chartLimits.title.maxLength),
      chart: {
        type: 'bar',
        series: [{ name, data: held }],
        axis_config: { categories: held.map(({ label }) => label) },
      },
    },
  ]
}

/** Not escaped. */
export const stepName = ({ from, to }: { from: Metric; to: Metric }, t: Translate): string =>
  t('review.step', { from: plainName(from, t), to: plainName(to, t) })

export function stepsTable(steps: readonly ReviewedStep[], t: Translate): DataTableBlock {
  const head = [
    ...[t('review.stage'), t('review.entered'), t('review.wentOn')],
    ...[t('review.share'), t('review.benchmark'), t('review.before')],
  ]
  return table(t('review.funnel'), [
    head.map(textCell),
    ...steps.map((step) => {
      const { evidence, before, from, to } = step
      const whole = (metric: Metric, value: number) => valueText(metric, value * 10 ** metric.decimals, t)
      return [
        textCell(stepName(step, t)),
        numberCell(evidence.entered, whole(from, evidence.entered)),
        numberCell(evidence.converted, whole(to, evidence.converted)),
        numberCell(evidence.share, percentText(evidence.share, t)),
        numberCell(evidence.benchmark, percentText(evidence.benchmark, t)),
        numberCell(before, percentText(before, t)),
      ]
    }),
  ])
}

/** The same as a row of the table. */
export const stepLine = (step: ReviewedStep, t: Translate): string =>
  t('review.stepLine', {
    step: escapeWithin(stepName(step, t), 2 * NAME_LENGTH),
    share: percentText(step.evidence.share, t),
    benchmark: step.evidence.benchmark === null ? NOTHING : percentText(step.evidence.benchmark, t),
    before: percentText(step.before, t),
  })
