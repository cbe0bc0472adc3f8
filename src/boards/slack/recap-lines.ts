// Renders what a recap says above its ranking: the team's totals, deals, who is ahead, who improved most, and personal records.
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import { formatValue, metricName, shortValue } from '../../numbers/slack/format-value.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { percent, withoutCents } from '../../targets/slack/figures.ts'
import { nothingScored } from '../domain/board-shown.ts'
import { groupsOf } from '../domain/leaderboard.ts'
import type { BoardFacts, RecapFacts } from '../domain/message-facts.ts'
import {
  boardDifference,
  boardName,
  boardValue,
  isLowestFirst,
  measuredOf,
  measureName,
} from './board-figures.ts'

const TOTALS_SHOWN = 6
const NAMES_SHOWN = 5
const NAME_LENGTH = 60

type Total = RecapFacts['totals'][number]

/** A line each; empty where the board is no recap. */
export function recapLines(facts: BoardFacts, t: Translate): string[] {
  const { recap } = facts
  if (!recap) return []
  const more = recap.totals.length - TOTALS_SHOWN
  return [
    ...recap.totals.slice(0, TOTALS_SHOWN).map((total) => totalLine(total, t)),
    ...(more > 0 ? [t('board.recapMore', { count: more })] : []),
    ...dealsLine(facts, recap, t),
    ...aheadLines(facts, t),
    ...improvedLine(facts, t),
    ...recordsLine(facts, recap, t),
  ]
}

function totalLine({ metric, value, before, target, attainment }: Total, t: Translate): string {
  const figures = [formatValue(metric, withoutCents(metric, value), t.locale)]
  if (target !== null && attainment !== null && metric.higherIsBetter)
    figures.push(
      t('board.recapTarget', {
        share: percent(attainment, t),
        target: shortValue(metric, withoutCents(metric, target), t.locale),
      }),
    )
  const change = changeText({ metric, value, before }, t)
  if (change) figures.push(change)
  return t('board.recapTotal', {
    metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
    figures: figures.join(' · '),
  })
}

/** By more than this a share says less than the two numbers. */
const MOST_SHARE = 10

/** Sums by their share, the rest by the difference. Empty: there is nothing to compare with. */
function changeText(
  { metric, value, before }: Pick<Total, 'metric' | 'value' | 'before'>,
  t: Translate,
): string {
  if (before === null) return ''
  if (value === before) return t('board.recapSame')
  const sign = value > before ? '▲' : '▼'
  const share = before > 0 && metric.kind === 'additive' ? Math.abs(value / before - 1) : null
  const amount =
    share !== null && share < MOST_SHARE
      ? percent(share, t)
      : formatValue(metric, withoutCents(metric, Math.abs(value - before)), t.locale)
  return t('board.recapChange', { change: `${sign}${amount}` })
}

/** A favourite deal is somebody's: a team that shows no names is told of the sums alone. */
function dealsLine(facts: BoardFacts, { deals }: RecapFacts, t: Translate): string[] {
  if (!deals) return []
  const written = ({ metric, value }: (typeof deals.amounts)[number]) => formatValue(metric, value, t.locale)
  const amounts = listed(deals.amounts.map(written), t)
  const { favourite } = deals
  const line = t('board.recapDeals', { count: deals.count, amounts })
  if (!favourite || facts.names === 'none') return [line]
  const name = nameOf(facts, favourite.userId, t)
  return [
    t('board.recapFavourite', { deals: line, name, amount: written(favourite), count: favourite.reactedBy }),
  ]
}

function aheadLines(facts: BoardFacts, t: Translate): string[] {
  const by = measuredOf(facts)
  if (facts.names === 'none' || (nothingScored(facts.board) && !isLowestFirst(by))) return []
  const measure = escapeWithin(measureName(by, t), NAME_LENGTH)
  return groupsOf(facts.board.ranked, facts.board.measure).flatMap((rows) => {
    const first = rows.filter(({ rank }) => rank === 1)
    const names = nameList(facts, first, t)
    return first[0] ? [t('board.best', { measure, names, value: boardValue(by, first[0].value, t) })] : []
  })
}

function improvedLine(facts: BoardFacts, t: Translate): string[] {
  const { improved } = facts.board
  if (!improved || facts.names === 'none') return []
  const names = nameList(
    facts,
    improved.userIds.map((userId) => ({ userId })),
    t,
  )
  const by = measuredOf(facts)
  const said = { names, change: boardDifference(by, improved.by, t) }
  return [isLowestFirst(by) ? t('board.improvedLess', said) : t('board.improved', said)]
}

function recordsLine(facts: BoardFacts, { records }: RecapFacts, t: Translate): string[] {
  if (records.length === 0) return []
  if (facts.names === 'none') return [t('board.recordsCount', { count: records.length })]
  const said = ({ userId, metric, value }: RecapFacts['records'][number]) =>
    t('board.recordName', {
      name: nameOf(facts, userId, t),
      metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
      value: formatValue(metric, value, t.locale),
    })
  return [t('board.records', { names: listed(records.map(said), t) })]
}

const nameOf = (facts: BoardFacts, userId: UserId, t: Translate) =>
  escapeWithin(boardName(facts, userId, t), NAME_LENGTH)

const nameList = (facts: BoardFacts, people: readonly { userId: UserId }[], t: Translate) =>
  listed(
    people.map(({ userId }) => nameOf(facts, userId, t)),
    t,
  )

function listed(all: readonly string[], t: Translate): string {
  const names = all.slice(0, NAMES_SHOWN).join(t('common.listSeparator'))
  const count = all.length - NAMES_SHOWN
  return count > 0 ? t('board.andMore', { names, count }) : names
}
