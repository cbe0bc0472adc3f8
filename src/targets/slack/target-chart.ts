// A chart of what was reached day by day, beside what was expected by then.
import { formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import type { Block } from '../../slack/blocks.ts'
import { limits } from '../../slack/limits.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { courseOf } from '../domain/course.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { periodName } from './figures.ts'

const { dataVisualization: chartLimits } = limits
const NAME_LENGTH = 30

/** Of the first target of which two days count. None where there is no such target. */
export function targetChart(targets: readonly OwnTarget[], t: Translate): Block[] {
  for (const target of targets) {
    const points = courseOf(target, chartLimits.data.maxItems)
    if (points.length > 1) return [chartOf(target, points, t)]
  }
  return []
}

function chartOf({ metric, period }: OwnTarget, points: ReturnType<typeof courseOf>, t: Translate): Block {
  const labels = points.map(({ date }) => formatDateBy(date, t.locale, { day: 'numeric', month: 'short' }))
  const scale = 10 ** metric.decimals
  const series = (name: string, amountOf: (point: (typeof points)[number]) => number) => ({
    name: clip(name, chartLimits.seriesName.maxLength),
    data: points.map((point, index) => ({
      label: labels[index]!,
      value: Math.round(amountOf(point)) / scale,
    })),
  })
  const name = clip(cleanText(metricName(metric, t), 200), NAME_LENGTH)
  return {
    type: 'data_visualization',
    title: clip(
      t('target.chartTitle', { metric: name, period: periodName(period, t) }),
      chartLimits.title.maxLength,
    ),
    chart: {
      type: 'line',
      series: [
        series(t('target.chartActual'), ({ actual }) => actual),
        series(t('target.chartExpected'), ({ expected }) => expected),
      ],
      axis_config: { categories: labels },
    },
  }
}
