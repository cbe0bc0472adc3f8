// How a team stands with all the teams below it: a line for each number with a target, and a table of the teams.

import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { rateText } from '../../numbers/slack/rate-text.ts'
import type { DataTableBlock } from '../../slack/blocks.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { numberCell, type TableCell, textCell } from '../../slack/sortable-table.ts'
import type { TeamStanding } from '../../targets/domain/team-progress.ts'
import type { TreePart, TreeProgress } from '../../targets/flows/tree-progress.ts'
import { withoutCents } from '../../targets/slack/figures.ts'
import { actualText, percentText, plainName, teamAttainment, valueText } from './team-figures.ts'

/** Beside the names; with them and their people's tables it stays within what one message holds. */
const MOST_NUMBERS = 4
const MOST_TEAMS = 40
const NAME_LENGTH = 30
const MAX_NAME_LENGTH = 200

/** Numbers with a target come first; without any target those that are reported. */
export function shownNumbers({ whole }: TreeProgress): TeamStanding[] {
  const held = whole.filter(({ target }) => target !== null)
  const reported = whole.filter(({ actual }) => actual !== null)
  return (held.length > 0 ? held : reported).slice(0, MOST_NUMBERS)
}

/** Empty where nothing is reported and nothing has a target. */
export function teamsTable(tree: TreeProgress, teamId: string, t: Translate): DataTableBlock[] {
  const numbers = shownNumbers(tree)
  if (numbers.length === 0 || tree.parts.length === 0) return []
  const parts = tree.parts.slice(0, MOST_TEAMS)
  const rows = [
    [textCell(t('overview.team')), ...numbers.flatMap((one) => headsOf(one, t))],
    ...parts.map((part) => [
      textCell(partName(part, teamId, t)),
      ...numbers.flatMap((one) => cellsOf(one, standingIn(part, one), t)),
    ]),
  ]
  const page_size = parts.length
  return [
    {
      ...{ type: 'data_table', caption: t('overview.teams'), page_size },
      ...{ row_header_column_index: 0, rows },
    },
  ]
}

/** The same in words. Not escaped. */
export const teamsLines = (tree: TreeProgress, teamId: string, t: Translate): string[] =>
  tree.parts.map((part) => {
    const numbers = shownNumbers(tree).map((one) => {
      const [actual, ...more] = cellsOf(one, standingIn(part, one), t)
      const value = [actual!, ...more].map(({ text: words }) => words).join(' ')
      return t('common.labelled', { label: plainName(one.metric, t), value })
    })
    return `${partName(part, teamId, t)}  ${numbers.join(' · ')}`
  })

/** At which rates money was summed, and what is in no sum because it has none. */
export function currencyLines({ whole, used, apart }: TreeProgress, t: Translate): string[] {
  const byMetric = [...Map.groupBy(apart, ({ metric }) => metric.key).values()]
  return [
    ...byMetric.map((own) => {
      const { metric } = own[0]!
      const sum = whole.find((one) => one.metric.key === metric.key)
      const amounts = [
        ...(sum && sum.actual !== null ? [{ metric: sum.metric, actual: sum.actual }] : []),
        ...own,
      ]
      return t('rates.apartOf', {
        metric: escapeWithin(plainName(metric, t), NAME_LENGTH),
        amounts: amounts
          .map((one) => valueText(one.metric, withoutCents(one.metric, one.actual), t))
          .join(' · '),
      })
    }),
    ...(used.length > 0
      ? [t('rates.at', { rates: used.map((one) => rateText(one, t)).join(t('common.listSeparator')) })]
      : []),
  ]
}

const standingIn = ({ standings }: TreePart, { metric }: TeamStanding): TeamStanding | undefined =>
  standings.find((one) => one.metric.key === metric.key)

const hasShare = ({ metric, target }: TeamStanding): boolean => target !== null && metric.higherIsBetter

function headsOf(whole: TeamStanding, t: Translate): TableCell[] {
  return [
    textCell(plainName(whole.metric, t)),
    ...(hasShare(whole) ? [textCell(t('overview.columnReached'))] : []),
    ...(whole.target ? [textCell(t('overview.columnPace'))] : []),
  ]
}

function cellsOf(whole: TeamStanding, part: TeamStanding | undefined, t: Translate): TableCell[] {
  const { metric } = part ?? whole
  const actual = part?.actual ?? null
  const reached = part ? teamAttainment(part) : null
  const pace = part?.target?.pace ?? null
  return [
    numberCell(actual, actualText(metric, actual, part?.target?.target ?? null, t)),
    ...(hasShare(whole) ? [numberCell(reached, percentText(reached, t))] : []),
    ...(whole.target ? [numberCell(pace, percentText(pace, t))] : []),
  ]
}

/** Not escaped. */
export function partName({ teamId: id, name }: TreePart, teamId: string, t: Translate): string {
  const own = clip(cleanText(name, MAX_NAME_LENGTH), NAME_LENGTH)
  return id === teamId ? t('cascade.own', { team: own }) : own
}
