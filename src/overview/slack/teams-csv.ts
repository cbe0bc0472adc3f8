// Writes teams side by side as CSV: a row for each team; safe to open in a spreadsheet.
import { stringify } from 'csv-stringify/sync'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { inSideOrder, type SideOrder, type TeamSide } from '../domain/side-by-side.ts'
import type { SideBySide } from '../flows/show-teams.ts'

const LONGEST = 200
const DIGITS = 4

/** With a byte order mark, by which Excel reads Chinese. Numbers are plain, shares as such: 0.85. */
export function teamsCsv(view: SideBySide, order: SideOrder, t: Translate): string {
  const heads = [
    ...[t('teams.team'), t('teams.channel'), t('teams.people'), t('overview.csvNumber')],
    ...[t('overview.csvCurrency'), t('overview.csvFrom'), t('overview.csvTo'), t('overview.csvActual')],
    ...[t('overview.csvTarget'), t('overview.columnReached'), t('overview.columnPace')],
    ...[t('overview.csvDue'), t('overview.csvBefore'), t('teams.perHead')],
  ]
  const rows = inSideOrder(view.teams, order).map((side) => rowOf(side, view, t))
  return stringify([heads, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

function rowOf({ name, channelName, people, number }: TeamSide, { period }: SideBySide, t: Translate) {
  const metric = number?.metric
  const amount = (value: number | null | undefined) =>
    value == null || !metric ? null : Number((value / 10 ** metric.decimals).toFixed(DIGITS))
  const share = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(DIGITS)))
  return [
    ...[cleanText(name, LONGEST), channelName ?? '', people],
    ...[metric ? cleanText(metricName(metric, t), LONGEST) : '', metric?.currency ?? ''],
    ...[period.from.toString(), period.to.toString(), amount(number?.actual), amount(number?.target)],
    ...[share(number?.attainment), share(number?.pace)],
    ...[amount(number?.change.now), amount(number?.change.before), amount(number?.perHead)],
  ]
}
