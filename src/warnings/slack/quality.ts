// Renders the report on how good warnings were: a table by rule and level, and the rules that are too sharp.
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { MOST_ROWS, ROWS_AT_ONCE, type TableCell, textCell } from '../../slack/sortable-table.ts'
import { QUALITY_DAYS } from '../domain/quality.ts'
import type { Signal } from '../domain/rule-settings.ts'
import type { QualityLine, QualityView } from '../flows/report-quality.ts'
import { LEVEL_NAMES, MARKS } from './warning-message.ts'

const NAME_LENGTH = 60
const FALLBACK_LINES = 40
const NOTHING = '–'

const NAMES: Readonly<Record<Signal, MessageKey>> = {
  'behind-pace': 'quality.behindPace',
  'forecast-miss': 'quality.forecastMiss',
  threshold: 'quality.threshold',
  trend: 'quality.trend',
  silence: 'quality.silence',
  'funnel-leak': 'quality.funnelLeak',
  overspend: 'quality.overspend',
  'item-overdue': 'quality.itemOverdue',
  'raised-by-hand': 'quality.raisedByHand',
}

export function qualityMessage({ rows, tooSharp, teams }: QualityView, t: Translate): RenderedMessage {
  const title = t('quality.title', { days: QUALITY_DAYS })
  if (rows.length === 0) {
    const nothing = `${title}\n${t('quality.nothing')}`
    return { text: nothing, blocks: [section(nothing)] }
  }
  const isMixed = teams > 1
  const shown = rows.slice(0, MOST_ROWS - 1)
  const proposals = tooSharp.map((line) => proposalText(line, isMixed, t))
  const head = [t('quality.rule'), t('quality.level'), ...HEADS.map((key) => t(key))].map(textCell)
  const table: Block = {
    ...{ type: 'data_table', caption: t('quality.caption'), row_header_column_index: 0 },
    page_size: Math.min(shown.length, ROWS_AT_ONCE),
    rows: [head, ...shown.map((line) => rowOf(line, isMixed, t))],
  }
  return {
    text: [
      title,
      ...shown.slice(0, FALLBACK_LINES).map((line) => lineText(line, isMixed, t)),
      ...proposals,
    ].join('\n'),
    blocks: [section(title), table, ...sectionsOf([...proposals, t('quality.how')])],
  }
}

const HEADS = [
  ...([
    'quality.count',
    'quality.unaided',
    'quality.afterAction',
    'quality.tooLate',
    'quality.other',
  ] as const),
  ...(['quality.hours', 'quality.days'] as const),
]

function rowOf(line: QualityLine, isMixed: boolean, t: Translate): TableCell[] {
  const { count, courses, hoursToTakeOn, daysToRecover } = line
  const { unaided, afterAction, tooLate, other } = courses
  return [
    textCell(ruleName(line, isMixed, t)),
    textCell(t(LEVEL_NAMES[line.level])),
    ...[count, unaided, afterAction, tooLate, other].map(number),
    ...[hoursToTakeOn, daysToRecover].map(number),
  ]
}

function ruleName(
  { signal, metric, metricKey, teamName }: QualityLine,
  isMixed: boolean,
  t: Translate,
): string {
  const name = t(NAMES[signal], { metric: clip(metric ? metricName(metric, t) : metricKey, NAME_LENGTH) })
  return isMixed ? `${clip(teamName, NAME_LENGTH)} · ${name}` : name
}

const lineText = (line: QualityLine, isMixed: boolean, t: Translate): string =>
  t('quality.line', {
    ...{ mark: MARKS[line.level], rule: escapeWithin(ruleName(line, isMixed, t), 3 * NAME_LENGTH) },
    ...{ count: line.count, ...line.courses },
  })

const proposalText = (line: QualityLine, isMixed: boolean, t: Translate): string =>
  t('quality.proposal', {
    rule: escapeWithin(ruleName(line, isMixed, t), 3 * NAME_LENGTH),
    ...{ count: line.count, unaided: line.courses.unaided },
  })

const number = (value: number | null): TableCell => {
  if (value === null) return textCell(NOTHING)
  const rounded = Math.round(value * 10) / 10
  return { type: 'raw_number', value: rounded, text: String(rounded) }
}
