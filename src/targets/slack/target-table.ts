// A person's targets as one table: so far, reached beside working time, gap, forecast, and what it takes from here.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import type { Block } from '../../slack/blocks.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { forecastValues, percent, periodName, roundedValue, scoreText } from './figures.ts'
import { restText } from './rest-text.ts'

/** A target with the team that it is of, where targets of several teams stand together. */
export interface TableRow {
  target: OwnTarget
  team: string | null
}

const NAME_LENGTH = 40
const TEAM_LENGTH = 40
/** Well below Slack's 10,000 characters in all cells. */
const ROWS_SHOWN = 20
const NOTHING = '–'
const NO_BREAK_SPACE = '\u00A0'

interface Column {
  head: string
  cell: (target: OwnTarget, t: Translate) => string
  settings: { align: 'left' | 'right'; is_wrapped?: boolean }
}

const NUMBER = { align: 'right' } as const

export function targetTable(rows: readonly TableRow[], t: Translate): Block {
  const severalPeriods = new Set(rows.map(({ target }) => periodName(target.period, t))).size > 1
  const columns: readonly Column[] = [
    { head: t('target.soFarColumn'), cell: soFarText, settings: NUMBER },
    { head: t('target.paceColumn'), cell: paceCell, settings: NUMBER },
    ...(rows.some(({ target }) => target.okr)
      ? [{ head: t('target.scoreColumn'), cell: scoreCell, settings: NUMBER }]
      : []),
    { head: t('target.gapColumn'), cell: gapCell, settings: NUMBER },
    { head: t('target.forecastColumn'), cell: forecastCell, settings: NUMBER },
    { head: t('target.restColumn'), cell: restCell, settings: { align: 'left', is_wrapped: true } },
  ]
  const cellOf = (text: string) => ({ type: 'raw_text' as const, text })
  const nameOf = ({ target, team }: TableRow) =>
    [
      clip(cleanText(metricName(target.metric, t), 200), NAME_LENGTH),
      ...(severalPeriods ? [periodName(target.period, t)] : []),
      ...(team === null ? [] : [clip(cleanText(team, 200), TEAM_LENGTH)]),
    ].join(' · ')
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, ...columns.map(({ settings }) => settings)],
    rows: [
      [t('target.metricColumn'), ...columns.map(({ head }) => head)].map(cellOf),
      ...rows
        .slice(0, ROWS_SHOWN)
        .map((row) => [nameOf(row), ...columns.map(({ cell }) => cell(row.target, t))].map(cellOf)),
    ],
  }
}

function soFarText({ metric, progress }: OwnTarget, t: Translate): string {
  const { actual, target } = progress
  const limit = metric.higherIsBetter ? '' : `≤${NO_BREAK_SPACE}`
  const soFar = actual === null ? NOTHING : formatValue(metric, actual, t.locale)
  return `${soFar} / ${limit}${roundedValue(metric, target, t)}`
}

function paceCell({ metric, progress }: OwnTarget, t: Translate): string {
  const { pace, counted, target, attainment, timeShare } = progress
  if (!pace.known) {
    if (pace.reason === 'zero-target') return NOTHING
    const said = {
      'not-yet': 'target.cellNotYet',
      'too-few': 'target.cellTooFew',
      'no-days': 'target.cellNoDays',
    }
    return t(said[pace.reason] as 'target.cellNotYet')
  }
  if (metric.kind !== 'additive') return attainment === null ? NOTHING : percent(attainment, t)
  const reached = target === 0 ? NOTHING : percent((counted ?? 0) / target, t)
  return `${reached} / ${percent(timeShare, t)}`
}

/** Invisible: without it a narrow column breaks the line between a sign and the '€' or '$' of its amount. */
const JOINER = '\u2060'
const signed = (sign: string, amount: string): string =>
  `${sign}${/^\p{Sc}/u.test(amount) ? JOINER : ''}${amount}`

/** '+10': ahead, whichever direction is better; '−3': behind. */
function gapCell({ metric, progress }: OwnTarget, t: Translate): string {
  const { pace, gap } = progress
  if (!pace.known) return NOTHING
  if (Math.round(gap) === 0) return roundedValue(metric, 0, t)
  return signed(gap > 0 ? '+' : '−', roundedValue(metric, Math.abs(gap), t))
}

const scoreCell = ({ okr, progress }: OwnTarget, t: Translate): string =>
  (okr ? scoreText(progress.attainment, t) : null) ?? NOTHING

function forecastCell({ metric, forecast }: OwnTarget, t: Translate): string {
  const values = forecastValues(metric, forecast, t)
  return values ? t('target.cellForecast', values) : NOTHING
}

const restCell = (target: OwnTarget, t: Translate): string =>
  restText(target, t)?.replaceAll('*', '').replace(':tada: ', '') ?? NOTHING

/** True: some target has a forecast, so that it is said what stands in the brackets. */
export const hasForecast = (targets: readonly OwnTarget[], t: Translate): boolean =>
  targets.some(({ metric, forecast }) => forecastValues(metric, forecast, t) !== null)
