// Renders a board for a channel or for one reader: table, charts, members who are not ranked, and the rules in one line.

import type { Translate } from '../../core/i18n/translate.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { limits, moreLimits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { percent } from '../../targets/slack/figures.ts'
import { MOST_COUNTED } from '../domain/attainment-score.ts'
import { nothingScored, type ShownGroup, shownGroups } from '../domain/board-shown.ts'
import type { NotRanked, NotRankedReason } from '../domain/leaderboard.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import {
  boardChart,
  boardDifference,
  boardName,
  boardTable,
  boardValue,
  hasMovement,
  isLowestFirst,
  measuredOf,
  measureName,
  movementText,
  placeText,
} from './board-figures.ts'
import { BOARDS } from './ids.ts'
import { periodText } from './period-text.ts'
import { recapLines } from './recap-lines.ts'
import { asOfText, revisedText } from './revised-text.ts'

const NAMES_SHOWN = 15
const NAME_LENGTH = 60

/** The board for the channel, with the button "My place". */
export function renderBoard(facts: BoardFacts, t: Translate): RenderedMessage {
  const { teamId, board } = facts
  const value = JSON.stringify({
    team: teamId,
    period: board.period.kind,
    from: board.period.from.toString(),
  })
  const { text, blocks } = boardMessage(facts, t)
  blocks.push({
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: BOARDS.myPlace,
        text: { type: 'plain_text', text: t('board.myPlace') },
        value,
      },
    ],
  })
  return { text, blocks }
}

/** The board without the button. `ownPlace`: lines about the reader's own place. `today`: so that another year is named. */
export function boardMessage(
  facts: BoardFacts,
  t: Translate,
  ownPlace: readonly string[] = [],
  today: Temporal.PlainDate | null = null,
): RenderedMessage {
  const { board } = facts
  const by = measuredOf(facts)
  const measure = measureName(by, t)
  const period = periodText(board.period, t, today)
  const recap = recapLines(facts, t)
  const title = titleOf(facts, { measure, period }, t)
  const groups = nothingScored(board) && !isLowestFirst(by) ? [] : shownGroups(board, facts.names)
  const shown = groups.length > 0 ? [] : [emptyLine(facts, t)]
  const more = groups.length > 0 ? moreLines(groups, t) : []
  const revised = facts.revised ? [`_${revisedText(facts.revised, t)}_`] : []
  const stood = facts.asOf ? [asOfText(facts.asOf, t)] : []
  const instead = facts.noTargets ? [t('board.noTargets')] : []
  const off = isDayOff(facts)
  const rules = off ? [] : [...absentLines(facts, t), rulesLine(facts, groups, t)]
  const below = [...stood, ...revised, ...instead, ...rules]
  const own = off ? [] : ownPlace

  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: clip(title, limits.header.text.maxLength) } },
    ...sectionsOf([...recap, ...shown]),
  ]
  if (groups.length > 0) blocks.push(boardTable(facts, groups, t))
  for (const group of groups.slice(0, moreLimits.message.charts.maxItems))
    blocks.push(boardChart(facts, group, groups.length > 1, t))
  blocks.push(...sectionsOf(own))
  const small = [...more, ...below].map(mrkdwn)
  if (small.length > 0) blocks.push({ type: 'context', elements: small })
  const head = `*${escapeWithin(title, limits.header.text.maxLength)}*`
  return {
    text: wordsOf([head, ...recap, ...shown, ...placeLines(facts, groups, t), ...more, ...own, ...below]),
    blocks,
  }
}

function titleOf(
  { recap, role }: BoardFacts,
  said: { measure: string; period: string },
  t: Translate,
): string {
  if (recap) return t('board.recapTitle', said)
  return role ? t('board.titleOfRole', { ...said, role: roleName(role, t) }) : t('board.title', said)
}

/** A Sunday, or all on leave: nobody is said to be missing. */
function isDayOff({ board: { period, ranked, notRanked } }: BoardFacts): boolean {
  const isAway = ({ reason, kept }: NotRanked) => reason === 'away' && kept === undefined
  return period.kind === 'day' && ranked.length === 0 && notRanked.length > 0 && notRanked.every(isAway)
}

function emptyLine(facts: BoardFacts, t: Translate): string {
  const count = facts.board.ranked.length
  const { role } = facts
  if (role && count + facts.board.notRanked.length === 0)
    return t('board.nobodyOfRole', { role: escapeWithin(roleName(role, t), NAME_LENGTH) })
  if (isDayOff(facts)) return t('board.dayOff')
  if (count > 0) return t('board.allZero', { count })
  if (facts.board.notRanked.some(isKept)) return t('board.nobodyRanked')
  if (facts.board.measure.kind !== 'metric') return t('board.nobodyAnything')
  return t('board.nobody', { measure: escapeWithin(measureName(measuredOf(facts), t), NAME_LENGTH) })
}

/** The rows of the table as lines of text. */
function placeLines(facts: BoardFacts, groups: readonly ShownGroup[], t: Translate): string[] {
  const moved = hasMovement(groups)
  const by = measuredOf(facts)
  return groups.flatMap(({ role, rows, gaps }) => [
    ...(groups.length > 1 && role !== null ? [`*${roleName(role, t)}*`] : []),
    ...rows.map((row, place) => {
      const { userId, value, movement, marked } = row
      const values = { rank: placeText(row, by), value: boardValue(by, value, t) }
      const gap = gaps[place] ? ` · ${t('board.behind', { gap: boardDifference(by, gaps[place], t) })}` : ''
      const name = escapeWithin(boardName(facts, userId, t), NAME_LENGTH)
      const line =
        facts.names === 'none' ? t('board.lineNoName', values) : t('board.line', { ...values, name })
      return `${line}${marked ? ' ⚑' : ''}${gap}${moved ? ` (${movementText(movement, t)})` : ''}`
    }),
  ])
}

function moreLines(groups: readonly ShownGroup[], t: Translate): string[] {
  return groups
    .filter(({ of, rows }) => of > rows.length)
    .map(({ role, of, tiedMore }) => {
      const more = t('board.more', { ranked: of, tied: tiedMore })
      return groups.length > 1 && role !== null
        ? t('common.labelled', { label: roleName(role, t), value: more })
        : more
    })
}

/** The members who are not ranked, by reason: their names, or only counts when the team shows no names. */
function absentLines(facts: BoardFacts, t: Translate): string[] {
  const { notRanked } = facts.board
  const rowsOf = (wanted: NotRankedReason) => notRanked.filter(({ reason }) => reason === wanted)
  const [away, silent, aimless] = [rowsOf('away'), rowsOf('no-report'), rowsOf('no-target')]
  const later = rowsOf('gives-later')
  if (facts.names === 'none') {
    const count = aimless.length
    return [
      ...(away.length + later.length + silent.length > 0
        ? [t('board.notRanked', { away: away.length + later.length, silent: silent.length })]
        : []),
      ...(count > 0 ? [t('board.noTargetCount', { count })] : []),
    ]
  }
  const onLeave = ({ userId }: NotRanked) => facts.onLeave.includes(userId)
  const kept = away.filter(isKept)
  const line = (key: AbsentKey, rows: readonly NotRanked[]) =>
    rows.length > 0 ? [t(key, { names: nameList(facts, rows, t) })] : []
  return [
    ...line(
      'board.leaveKept',
      kept.filter((row) => onLeave(row)),
    ),
    ...line(
      'board.awayKept',
      kept.filter((row) => !onLeave(row)),
    ),
    ...line(
      'board.away',
      away.filter((row) => !isKept(row)),
    ),
    ...line('board.givesLater', later),
    ...line('board.noReport', silent),
    ...line('board.noTarget', aimless),
  ]
}

type AbsentKey =
  | 'board.leaveKept'
  | 'board.awayKept'
  | 'board.away'
  | 'board.givesLater'
  | 'board.noReport'
  | 'board.noTarget'

const isKept = ({ kept }: NotRanked): boolean => kept !== undefined

/** Kept numbers are shown where the team shows everybody's. */
function nameList(facts: BoardFacts, rows: readonly NotRanked[], t: Translate): string {
  const names = rows
    .slice(0, NAMES_SHOWN)
    .map(({ userId, kept }) => {
      const name = escapeWithin(boardName(facts, userId, t), NAME_LENGTH)
      if (kept === undefined || facts.names !== 'all') return name
      return t('board.keptName', { name, value: boardValue(measuredOf(facts), kept, t) })
    })
    .join(t('common.listSeparator'))
  const count = rows.length - NAMES_SHOWN
  return count > 0 ? t('board.andMore', { names, count }) : names
}

function rulesLine(facts: BoardFacts, groups: readonly ShownGroup[], t: Translate): string {
  const by = measuredOf(facts)
  const measure = escapeWithin(measureName(by, t), NAME_LENGTH)
  const sentences = [t('board.rules', { measure }), ...targetRules(facts, t)]
  if (groups.length > 1) sentences.push(t('board.rulesRoles'))
  if (isLowestFirst(by)) sentences.push(t('board.rulesLowest'))
  if (groups.some(({ rows }) => rows.some(({ marked }) => marked))) sentences.push(t('board.rulesMarks'))
  return sentences.join(t.locale === 'en' ? ' ' : '')
}

function targetRules({ board: { measure }, weighted }: BoardFacts, t: Translate): string[] {
  const most = percent(MOST_COUNTED, t)
  if (measure.kind === 'attainment')
    return [measure.metric === null ? t('board.rulesEach', { most }) : t('board.rulesOwn')]
  if (measure.kind !== 'weighted') return []
  const weights = weighted
    .map(({ metric, weight }) => `${escapeWithin(metricName(metric, t), NAME_LENGTH)} ${weight}`)
    .join(t('common.listSeparator'))
  return [t('board.rulesWeights', { weights, most })]
}
