// Renders the numbers of a summary as one table, a row for each who answered, and what they wrote in a line each below it.
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { cleanText } from '../../../core/text.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { metricName, shortValue } from '../../../numbers/slack/format-value.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import type { Block } from '../../../slack/blocks.ts'
import { escapeWithin } from '../../../slack/lines.ts'
import { clip } from '../../../slack/mrkdwn.ts'
import type { StandupSummaryFacts, SummaryAnswer } from '../domain/message-facts.ts'
import { namedNumbers, withNamedNumbers } from '../domain/top-numbers.ts'
import { listed } from './line-texts.ts'

/** More make it too wide to read; what is left stands in the person's line. */
const METRICS_SHOWN = 7
const NAME_LENGTH = 40
const HEAD_LENGTH = 24
const MAX_NAME_LENGTH = 200
/** Slack's limit for a table, less its head and the team's row. */
const ROWS_SHOWN = 98
/** Below Slack's limit for all cells of a message together. */
const CELLS_LENGTH = 9_000
/** Of what one person wrote, where many did. */
const FEW_WORDS = 120
const ALL_WORDS = 1_000
const NOTHING = '–'

export interface SummaryTable {
  block: Block
  /** Those who have a row. */
  shown: number
  /** Those whose numbers stand for themselves, whether they fit or not. */
  named: number
  metrics: readonly Metric[]
}

type Row = readonly string[]

/** Null: nobody has entered numbers. */
export function summaryTable(facts: StandupSummaryFacts, t: Translate): SummaryTable | null {
  const { answers, numbersDate } = facts
  const named = namedNumbers(facts)
  const withRow = answers.filter((answer) => named.has(answer))
  const metrics = mostEntered(answers)
  if (metrics.length === 0) return null
  const said = withRow.some(({ saidDid }) => saidDid !== null)
  const head = [
    t('standup.name'),
    ...metrics.map((metric) => clip(cleanText(metricName(metric, t), MAX_NAME_LENGTH), HEAD_LENGTH)),
    ...(said ? [t('standup.planDone')] : []),
  ]
  const row = (answer: SummaryAnswer): Row => [
    nameCell(answer, numbersDate, t),
    ...metrics.map((metric) => valueCell(answer, metric, t)),
    ...(said ? [saidDidCell(answer)] : []),
  ]
  const team = teamRow(answers, metrics, numbersDate, t)
  const fixed = [head, ...(team ? [said ? [...team, ''] : team] : [])]
  const rows = fitting(withRow.slice(0, ROWS_SHOWN).map(row), CELLS_LENGTH - lengthOf(fixed.flat()))
  const cells = [head, ...rows, ...fixed.slice(1)]
  return { block: tableOf(cells), shown: rows.length, named: withRow.length, metrics }
}

const tableOf = (cells: readonly Row[]): Block => ({
  type: 'table',
  column_settings: cells[0]!.map((_, place) => ({ align: place === 0 ? 'left' : 'right' })),
  rows: cells.map((row) => row.map((text) => ({ type: 'raw_text' as const, text: text || ' ' }))),
})

/** In the order in which they are asked for, which whoever has entered most of them shows. */
function mostEntered(answers: readonly SummaryAnswer[]): Metric[] {
  const counted = new Map<string, { metric: Metric; times: number; place: number }>()
  for (const { numbers } of answers)
    for (const [index, { metric }] of numbers.entries()) {
      const { times = 0, place = 0 } = counted.get(metric.key) ?? {}
      counted.set(metric.key, { metric, times: times + 1, place: Math.max(place, index) })
    }
  const all = [...counted.values()].sort((one, other) => one.place - other.place)
  const most = new Set(all.toSorted((one, other) => other.times - one.times).slice(0, METRICS_SHOWN))
  return all.filter((one) => most.has(one)).map(({ metric }) => metric)
}

function nameCell(
  { name, late, numbers, numbersDate }: SummaryAnswer,
  heading: Temporal.PlainDate,
  t: Translate,
) {
  const said = clip(cleanText(name, MAX_NAME_LENGTH), NAME_LENGTH)
  const marks = [
    ...(late ? [t('standup.late')] : []),
    ...(numbers.length > 0 && !numbersDate.equals(heading) ? [formatDate(numbersDate, t.locale)] : []),
  ]
  return marks.length > 0 ? t('standup.awayName', { name: said, reason: marks.join(' · ') }) : said
}

function valueCell({ numbers }: SummaryAnswer, metric: Metric, t: Translate): string {
  const own = numbers.find((number) => number.metric.key === metric.key)
  return own ? shortValue(own.metric, own.value, t.locale) : NOTHING
}

const saidDidCell = ({ saidDid }: SummaryAnswer): string =>
  saidDid && saidDid.planned > 0 ? `${saidDid.done}/${saidDid.planned}` : NOTHING

/** The sums of the day of the heading. Null: one person alone makes no team. */
function teamRow(
  answers: readonly SummaryAnswer[],
  metrics: readonly Metric[],
  heading: Temporal.PlainDate,
  t: Translate,
): string[] | null {
  const ofDay = answers.filter(
    ({ numbers, numbersDate }) => numbers.length > 0 && numbersDate.equals(heading),
  )
  if (ofDay.length < 2 || metrics.every(({ kind }) => kind !== 'additive')) return null
  const sums = metrics.map((metric) => {
    if (metric.kind !== 'additive') return ''
    const values = ofDay.flatMap(({ numbers }) =>
      numbers.filter((number) => number.metric.key === metric.key),
    )
    return shortValue(
      metric,
      values.reduce((sum, { value }) => sum + value, 0),
      t.locale,
    )
  })
  return [t('standup.wholeTeam'), ...sums]
}

const lengthOf = (cells: Row): number => cells.reduce((sum, text) => sum + [...text].length, 0)

function fitting(rows: readonly Row[], most: number): Row[] {
  let left = most
  return rows.filter((row) => {
    left -= lengthOf(row)
    return left >= 0
  })
}

/** What each wrote, and the numbers that have no column. `few`: of many people, the plan alone and little of it. */
export function writtenLines(
  facts: StandupSummaryFacts,
  columns: readonly Metric[],
  few: boolean,
  t: Translate,
): string[] {
  const shown = new Set(columns.map(({ key }) => key))
  return withNamedNumbers(facts).flatMap(({ name, plan, done, numbers }) => {
    const rest = numbers.filter(({ metric }) => !shown.has(metric.key))
    const said = (label: string, lines: readonly string[]) =>
      lines.length > 0 ? [t('common.labelled', { label, value: listed(lines, t) })] : []
    const parts = few
      ? said(t('standup.plan'), plan)
      : [
          ...said(t('standup.plan'), plan),
          ...said(t('standup.done'), done),
          ...(rest.length > 0 ? [numbersLine(rest, t)] : []),
        ]
    if (parts.length === 0) return []
    const words = [...parts.join(' · ')]
    const most = few ? FEW_WORDS : ALL_WORDS
    const cut = words.length > most ? `${wholeSigns(words.slice(0, most).join(''))}…` : words.join('')
    return [`*${escapeWithin(name, NAME_LENGTH)}* ${cut}`]
  })
}

/** An escaped sign that was cut through would show as its letters. */
const wholeSigns = (cut: string): string => cut.replace(/&[a-z]{0,3}$/, '').trimEnd()
