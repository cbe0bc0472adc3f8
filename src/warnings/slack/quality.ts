// Renders the report on how good warnings were: a table by rule and level, and the rules that would do with a lower level.
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { monthName } from '../../org/slack/month-name.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { MOST_ROWS, ROWS_AT_ONCE, type TableCell, textCell } from '../../slack/sortable-table.ts'
import { QUALITY_DAYS } from '../domain/quality.ts'
import type { Signal } from '../domain/rule-settings.ts'
import type { ProposedRule } from '../flows/lower-rule.ts'
import type { QualityView } from '../flows/report-quality.ts'
import { RULES } from './ids.ts'
import { LEVEL_NAMES, MARKS } from './warning-message.ts'

const NAME_LENGTH = 60
const FALLBACK_LINES = 40
const NOTHING = '–'

type QualityLine = QualityView['rows'][number]
type Proposed = QualityView['proposals'][number]

const PROPOSALS = {
  open: 'quality.proposal',
  lowered: 'quality.lowered',
  changed: 'quality.changed',
} as const

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

/** Two blocks at most each, of the 50 that Slack takes. */
const MOST_PROPOSALS = 15

/** `note`: what the last press has done. */
export function qualityMessage(view: QualityView, t: Translate, note: string | null = null): RenderedMessage {
  const { rows, teams } = view
  const title = [...(note === null ? [] : [note]), titleOf(view, t)].join('\n')
  const isMixed = teams > 1
  const proposals = view.proposals.slice(0, MOST_PROPOSALS)
  const asked = proposals.map((one) => proposalBlock(one, isMixed, view.month !== null, t))
  const texts = proposals.map((one) => proposalText(one, isMixed, t))
  if (rows.length === 0) {
    const nothing = `${title}\n${t('quality.nothing')}`
    return { text: wordsOf([nothing, ...texts]), blocks: [section(nothing), ...asked] }
  }
  const shown = rows.slice(0, MOST_ROWS - 1)
  const head = [t('quality.rule'), t('quality.level'), ...HEADS.map((key) => t(key))].map(textCell)
  const table: Block = {
    ...{ type: 'data_table', caption: t('quality.caption'), row_header_column_index: 0 },
    page_size: Math.min(shown.length, ROWS_AT_ONCE),
    rows: [head, ...shown.map((line) => rowOf(line, isMixed, t))],
  }
  const lines = shown.slice(0, FALLBACK_LINES).map((line) => lineText(line, isMixed, t))
  return {
    text: [title, ...lines, ...texts].join('\n'),
    blocks: [section(title), table, ...asked, section(t('quality.how'))],
  }
}

/** By direct message, for the month that is over. */
export const renderQualityMonth = (view: QualityView, t: Translate): RenderedMessage =>
  qualityMessage(view, t)

const titleOf = ({ month }: QualityView, t: Translate): string =>
  month
    ? t('quality.titleMonth', { month: monthName(month.from.month, t) })
    : t('quality.title', { days: QUALITY_DAYS })

const HEADS = [
  ...(['quality.count', 'quality.unaided', 'quality.afterAction', 'quality.tooLate'] as const),
  ...(['quality.hours', 'quality.days'] as const),
]

function rowOf(line: QualityLine, isMixed: boolean, t: Translate): TableCell[] {
  const { count, courses, hoursToTakeOn, daysToRecover } = line
  const { unaided, afterAction, tooLate } = courses
  return [
    textCell(ruleName(line, isMixed, t)),
    textCell(t(LEVEL_NAMES[line.level])),
    ...[count, unaided, afterAction, tooLate].map(number),
    ...[hoursToTakeOn, daysToRecover].map(number),
  ]
}

function ruleName(line: Pick<QualityLine, 'teamName'> & NamedRule, isMixed: boolean, t: Translate): string {
  const { teamName } = line
  const name = ruleNameOf(line, t)
  return isMixed ? `${clip(teamName, NAME_LENGTH)} · ${name}` : name
}

interface NamedRule {
  signal: Signal
  metricKey: string | null
  metric: Metric | null
}

/** Not escaped. */
export const ruleNameOf = ({ signal, metric, metricKey }: NamedRule, t: Translate): string =>
  t(NAMES[signal], { metric: clip(metric ? metricName(metric, t) : (metricKey ?? ''), NAME_LENGTH) })

const lineText = (line: QualityLine, isMixed: boolean, t: Translate): string =>
  t('quality.line', {
    ...{ mark: MARKS[line.level], rule: escapeWithin(ruleName(line, isMixed, t), 3 * NAME_LENGTH) },
    ...{ count: line.count, ...line.courses },
  })

const proposalText = (line: Proposed, isMixed: boolean, t: Translate): string =>
  t(PROPOSALS[line.state], {
    rule: escapeWithin(ruleName(line, isMixed, t), 3 * NAME_LENGTH),
    ...{ count: line.count, unaided: line.courses.unaided, days: QUALITY_DAYS },
  })

/** Its button is there as long as the rule is as it was when it was proposed. */
function proposalBlock(line: Proposed, isMixed: boolean, isMessage: boolean, t: Translate): Block {
  const { state, teamId, ruleId, stamp } = line
  const text = proposalText(line, isMixed, t)
  if (state !== 'open') return section(text)
  const action = isMessage ? RULES.lowerInMessage : RULES.lower
  return {
    ...{ type: 'section', text: mrkdwn(text) },
    accessory: {
      ...{ type: 'button', action_id: `${action}#${ruleId}`, text: plain(t('quality.lower')) },
      value: JSON.stringify({ teamId, ruleId, stamp } satisfies ProposedRule),
    },
  }
}

const number = (value: number | null): TableCell => {
  if (value === null) return textCell(NOTHING)
  const rounded = Math.round(value * 10) / 10
  return { type: 'raw_number', value: rounded, text: String(rounded) }
}
