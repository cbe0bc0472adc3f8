// Renders the shown rows of a board as a table and as bar charts.

import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import { isByTargets } from '../../org/domain/measure.ts'
import type { Measure } from '../../org/domain/team.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { Block } from '../../slack/blocks.ts'
import { limits } from '../../slack/limits.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { PERCENT_DECIMALS } from '../domain/attainment-score.ts'
import { medalOf, type ShownGroup } from '../domain/board-shown.ts'
import type { BoardFacts } from '../domain/message-facts.ts'

const NAME_LENGTH = 40
const MAX_NAME_LENGTH = 200
const { dataVisualization: chartLimits } = limits
const MARK = ' ⚑'
const NO_GAP = '–'

type Row = ShownGroup['rows'][number]
type Cell = { type: 'raw_text'; text: string }

/** What a board ranks by, with the metric if it is of one. */
export interface Measured {
  measure: Measure
  metric: Metric | null
}

export const measuredOf = ({ board, metric }: Pick<BoardFacts, 'board' | 'metric'>): Measured => ({
  measure: board.measure,
  metric,
})

/** The metric's name, 'Points', 'Calls: target reached'; not escaped. */
export function measureName({ measure, metric }: Measured, t: Translate): string {
  const name = metric && clip(cleanText(metricName(metric, t), MAX_NAME_LENGTH), NAME_LENGTH)
  switch (measure.kind) {
    case 'attainment':
      return name ? t('board.attainmentOf', { metric: name }) : t('board.attainment')
    case 'weighted':
      return t('board.weighted')
    default:
      return name ?? t('board.points')
  }
}

/** '42', '€1,200', '57 points', '87.4%'. */
export function boardValue({ measure, metric }: Measured, value: number, t: Translate): string {
  if (isByTargets(measure)) return percentText(value, t)
  return metric ? formatValue(metric, value, t.locale) : t('board.pointsValue', { points: value })
}

/** By how much two values differ: of shares in points, '12.5 points'. */
export function boardDifference(by: Measured, value: number, t: Translate): string {
  if (!isByTargets(by.measure)) return boardValue(by, value, t)
  const points = value / 10 ** PERCENT_DECIMALS
  const written = numberFormat(t.locale, { maximumFractionDigits: PERCENT_DECIMALS }).format(points)
  return t('board.percentagePoints', { points, written })
}

function percentText(value: number, t: Translate): string {
  const style = { style: 'percent', maximumFractionDigits: PERCENT_DECIMALS } as const
  return numberFormat(t.locale, style).format(value / (100 * 10 ** PERCENT_DECIMALS))
}

/** The lowest value comes first. */
export const isLowestFirst = ({ measure, metric }: Measured): boolean =>
  measure.kind === 'metric' && metric?.higherIsBetter === false

/** The person's name; not escaped. */
export const boardName = (facts: Pick<BoardFacts, 'nameOf'>, userId: string, t: Translate): string =>
  clip(cleanText(facts.nameOf[userId] ?? '', MAX_NAME_LENGTH) || t('board.someone'), NAME_LENGTH)

/** '▲2', '▼1', '–', 'new'. */
export function movementText(movement: number | null, t: Translate): string {
  if (movement === null) return t('board.new')
  if (movement === 0) return '–'
  return movement > 0 ? `▲${movement}` : `▼${-movement}`
}

/** False: there is no previous board to compare with, so the movement column is left out. */
export const hasMovement = (groups: readonly ShownGroup[]): boolean =>
  groups.some(({ rows }) => rows.some(({ movement }) => movement !== null))

export const hasGaps = (groups: readonly ShownGroup[]): boolean =>
  groups.some(({ gaps }) => gaps.some((gap) => gap !== null))

/** '🥈 2', '4'. */
export function placeText(row: Row, by: Measured): string {
  const medal = medalOf(row, isLowestFirst(by))
  return medal ? `${medal}\u00a0${row.rank}` : String(row.rank)
}

export function boardTable(facts: BoardFacts, groups: readonly ShownGroup[], t: Translate): Block {
  const by = measuredOf(facts)
  const gaps = new Map(groups.flatMap((group) => group.rows.map((row, place) => [row, group.gaps[place]!])))
  const columns: { head: string; right?: true; cell: (row: Row) => string }[] = [
    { head: t('board.place'), cell: (row) => placeText(row, by) },
  ]
  if (facts.names !== 'none')
    columns.push({ head: t('board.name'), cell: ({ userId }) => boardName(facts, userId, t) })
  columns.push({
    head: measureName(measuredOf(facts), t),
    right: true,
    cell: ({ value, marked }) => boardValue(measuredOf(facts), value, t) + (marked ? MARK : ''),
  })
  if (hasGaps(groups)) {
    const gapText = (gap: number | null | undefined) => (gap ? boardDifference(by, gap, t) : NO_GAP)
    columns.push({ head: t('board.gap'), right: true, cell: (row) => gapText(gaps.get(row)) })
  }
  if (hasMovement(groups))
    columns.push({ head: t('board.movement'), cell: ({ movement }) => movementText(movement, t) })
  if (groups.length > 1) columns.push({ head: t('board.role'), cell: ({ role }) => roleName(role, t) })
  const cellOf = (text: string): Cell => ({ type: 'raw_text', text })
  const rows = groups.flatMap((group) => group.rows)
  return {
    type: 'table',
    column_settings: columns.map(({ right }) => ({ align: right ? ('right' as const) : ('left' as const) })),
    rows: [
      columns.map(({ head }) => cellOf(head)),
      ...rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
    ],
  }
}

/** One bar for each row of the role, the longest first. Slack allows 20 bars. */
export function boardChart(facts: BoardFacts, group: ShownGroup, severalRoles: boolean, t: Translate): Block {
  const measure = measureName(measuredOf(facts), t)
  const rows = group.rows.slice(0, chartLimits.data.maxItems)
  const labels = distinctLabels(
    rows.map(({ rank, userId }) => (facts.names === 'none' ? `#${rank}` : boardName(facts, userId, t))),
    chartLimits.pointLabel.maxLength,
  )
  const title = severalRoles && group.role !== null ? `${measure} · ${roleName(group.role, t)}` : measure
  return {
    type: 'data_visualization',
    title: clip(title, chartLimits.title.maxLength),
    chart: {
      type: 'bar',
      series: [
        {
          name: clip(measure, chartLimits.seriesName.maxLength),
          data: rows.map(({ value }, index) => ({
            label: labels[index]!,
            value: value / 10 ** facts.board.decimals,
          })),
        },
      ],
      axis_config: { categories: labels },
    },
  }
}

/** Cuts labels to the length, and numbers those that would be equal. */
export function distinctLabels(labels: readonly string[], maxLength: number): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    let candidate = clip(label, maxLength)
    for (let count = 2; taken.has(candidate); count += 1) {
      const suffix = ` ${count}`
      candidate = `${clip(label, maxLength - suffix.length)}${suffix}`
    }
    taken.add(candidate)
    return candidate
  })
}
