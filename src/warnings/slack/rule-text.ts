// Says in plain words what a rule watches, at which limits, under which conditions, and what it is called in a menu.
import { formatDate } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { targetName } from '../../targets/slack/figures.ts'
import { LEVELS } from '../domain/level.ts'
import type { LevelLimits, Sign } from '../domain/limits.ts'
import { asPercent, hasMornings } from '../domain/rule-draft.ts'
import { SIGNALS, type Signal } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import { MARKS } from './warning-message.ts'

const SENTENCES: Readonly<Record<Signal, MessageKey>> = {
  'behind-pace': 'rules.behindPace',
  'forecast-miss': 'rules.forecastMiss',
  threshold: 'rules.threshold',
  trend: 'rules.trend',
  silence: 'rules.silence',
  'funnel-leak': 'rules.funnelLeak',
  overspend: 'rules.overspend',
  'item-overdue': 'rules.itemOverdue',
  'raised-by-hand': 'rules.raisedByHand',
}

const SIGNS: Readonly<Record<Sign, string>> = { '<': '&lt;', '<=': '≤', '>': '&gt;', '>=': '≥' }

/** A limit is not broken over two lines. */
const TOGETHER = '\u00a0'

/** What tells a rule and its limits; a stored rule and one of the audit have it. */
export interface RuleInWords {
  signal: Signal
  sign: Sign
  levels: LevelLimits
  /** Null: it is about no number. Undefined: the team has it no more, and its key stands for it. */
  metric: Metric | null | undefined
  metricKey: string | null
}

export const inWords = (
  { signal, metricKey, settings: { sign, levels } }: Rule,
  metrics: ReadonlyMap<string, Metric>,
): RuleInWords => ({
  ...{ signal, metricKey, sign, levels },
  metric: metricKey === null ? null : metrics.get(metricKey),
})

/** '*Calls*: pace :large_blue_circle: < 95% · …'. */
export const ruleText = (rule: RuleInWords, t: Translate): string =>
  t(SENTENCES[rule.signal], {
    metric: rule.metric ? targetName(rule.metric, t) : (rule.metricKey ?? ''),
    limits: limitsText(rule, t),
  })

export function limitsText(rule: RuleInWords, t: Translate): string {
  return LEVELS.flatMap((level) => {
    const limit = rule.levels[level]
    if (limit === undefined) return []
    // The middle of a forecast and its good end have the same limit by default.
    const end = rule.signal === 'forecast-miss' && level === 'red' ? [t('rules.goodEnd')] : []
    return [[MARKS[level], ...end, SIGNS[rule.sign], limitText(rule, limit, t)].join(TOGETHER)]
  }).join(' · ')
}

/** Points of a funnel and whole numbers stand alone: the sentence says what they count. */
function limitText({ signal, metric }: RuleInWords, limit: number, t: Translate): string {
  const { unit } = SIGNALS[signal]
  if (unit === 'share') return signal === 'funnel-leak' ? String(asPercent(limit)) : `${asPercent(limit)}%`
  return unit === 'value' && metric ? formatValue(metric, limit, t.locale) : String(limit)
}

/** When it begins and when it is over. */
export function conditionTexts(
  { signal, settings }: Pick<Rule, 'signal' | 'settings'>,
  metric: Metric | null,
  t: Translate,
): string[] {
  const { clearBy, leastDays, mornings } = settings
  return [
    ...(leastDays > 0 ? [t('rules.fromDay', { count: leastDays })] : []),
    ...(hasMornings(signal) && mornings > 1 ? [t('rules.mornings', { count: mornings })] : []),
    ...(clearBy > 0 ? [t('rules.clears', { margin: marginText(signal, clearBy, metric, t) })] : []),
  ]
}

const marginText = (signal: Signal, clearBy: number, metric: Metric | null, t: Translate): string =>
  SIGNALS[signal].unit === 'value' && metric
    ? formatValue(metric, clearBy, t.locale)
    : t('rules.points', { count: asPercent(clearBy) })

export function datesText(stretches: Rule['muted'], t: Translate): string {
  const write = (date: Temporal.PlainDate) => formatDate(date, t.locale)
  return stretches
    .map(({ from, to }) =>
      from.equals(to)
        ? t('rules.on', { date: write(from) })
        : t('rules.dates', { from: write(from), to: write(to) }),
    )
    .join(t('rules.alsoOn'))
}
