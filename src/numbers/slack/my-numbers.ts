// Renders a person's own numbers as a table: today, this week, this month.

import { formatDate, formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { runButtons } from '../../slack/run-buttons.ts'
import type { MyNumbers } from '../flows/my-numbers.ts'
import type { PeriodNumbers } from '../flows/numbers-of-period.ts'
import { formatValue, metricName } from './format-value.ts'

const NAME_LENGTH = 40
const TEAM_LENGTH = 80
const OTHER_TEAMS_SHOWN = 12
/** Well below Slack's limit for tables; a role has about ten metrics. */
const ROWS_SHOWN = 40

type Row = MyNumbers['rows'][number]

/** `more`: what other features say first, such as targets; where it has a table, the numbers are lines. */
export function renderMyNumbers(
  mine: MyNumbers,
  t: Translate,
  more: readonly RenderedMessage[] = [],
): RenderedMessage {
  const title = t('me.title', {
    team: teamLabel(mine.team, t, TEAM_LENGTH),
    date: formatDate(mine.today, t.locale),
  })
  const rows = mine.rows.slice(0, ROWS_SHOWN)
  const blocks: Block[] = [section(`*${title}*`)]
  const lines = [`*${title}*`]
  for (const part of more) {
    blocks.push(...part.blocks)
    lines.push(part.text)
  }
  // Slack takes one table in a message.
  const hasTable = blocks.some(({ type }) => type === 'table')
  const written = rows.length === 0 ? [t('me.nothing')] : rows.map((row) => lineOf(row, t))
  blocks.push(...(rows.length === 0 || hasTable ? sectionsOf(written) : [tableOf(rows, t)]))
  lines.push(...written)
  if (mine.otherTeams.length > 0) {
    const shown = mine.otherTeams.slice(0, OTHER_TEAMS_SHOWN).map((team) => teamLabel(team, t, TEAM_LENGTH))
    const teams = shown.join(t('common.listSeparator')) + (mine.otherTeams.length > shown.length ? ' …' : '')
    const text = t('me.otherTeams', { teams })
    blocks.push({ type: 'context', elements: [mrkdwn(text)] })
    lines.push(text)
  }
  blocks.push(
    runButtons([
      { word: 'log', label: t('help.openLog') },
      { word: 'board', label: t('help.showBoard') },
    ]),
  )
  return { text: wordsOf(lines), blocks }
}

/** Of one period alone, such as last month. */
export function renderPeriodNumbers(
  { team, period, today, rows }: PeriodNumbers,
  t: Translate,
): RenderedMessage {
  const { from, to } = period
  const sameYear = from.year === today.year && to.year === today.year
  const day = (date: Temporal.PlainDate) => (sameYear ? formatDate : formatFullDate)(date, t.locale)
  const date = from.equals(to) ? day(from) : t('me.range', { from: day(from), to: day(to) })
  const title = `*${t('me.title', { team: teamLabel(team, t, TEAM_LENGTH), date })}*`
  const lines = rows.slice(0, ROWS_SHOWN).map(({ metric, value }) =>
    t('me.periodLine', {
      metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
      value: value === null ? '–' : formatValue(metric, value, t.locale),
    }),
  )
  const written = lines.length === 0 ? [t('me.nothing')] : lines
  return { text: wordsOf([title, ...written]), blocks: [section(title), ...sectionsOf(written)] }
}

const valueText = ({ metric }: Row, value: number | null, t: Translate): string =>
  value === null ? '–' : formatValue(metric, value, t.locale)

function tableOf(rows: readonly Row[], t: Translate): Block {
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const kinds = ['day', 'week', 'month'] as const
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }, { align: 'right' }, { align: 'right' }],
    rows: [
      [t('me.metric'), t('me.day'), t('me.week'), t('me.month')].map(cell),
      ...rows.map((row) => [
        cell(clip(cleanText(metricName(row.metric, t), 200), NAME_LENGTH)),
        ...kinds.map((kind) => cell(valueText(row, row[kind], t))),
      ]),
    ],
  }
}

function lineOf(row: Row, t: Translate): string {
  return t('me.line', {
    metric: escapeWithin(metricName(row.metric, t), NAME_LENGTH),
    day: valueText(row, row.day, t),
    week: valueText(row, row.week, t),
    month: valueText(row, row.month, t),
  })
}
