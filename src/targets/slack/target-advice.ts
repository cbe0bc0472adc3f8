// Says what the check of a new target advises, a line for each; nothing where there is nothing to say.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { Advice } from '../domain/smart.ts'
import type { TargetPeriod } from '../domain/target-period.ts'
import { percent, periodName } from './figures.ts'

export function adviceText(advice: Advice, metric: Metric, period: TargetPeriod, t: Translate): string {
  switch (advice.about) {
    case 'reach': {
      const { best, beyond } = advice.reach
      const direction = metric.higherIsBetter ? 'more' : 'less'
      const said = { beyond: percent(beyond, t), best: formatValue(metric, best, t.locale) }
      return t('target.far', { ...said, direction })
    }
    case 'own':
      return t('target.own')
    case 'late':
      return t('target.late', { days: advice.days, period: periodName(period, t) })
  }
}
