// Renders a board for a channel or for one reader: table, charts, members who are not ranked, and the rules in one line.

import type { Translate } from '../../core/i18n/translate.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { limits, moreLimits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { nothingScored, type ShownGroup, shownGroups } from '../domain/board-shown.ts'
import type { NotRanked, NotRankedReason } from '../domain/leaderboard.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import {
  boardChart,
  boardName,
  boardTable,
  boardValue,
  hasMovement,
  measureName,
  movementText,
} from './board-figures.ts'
import { BOARDS } from './ids.ts'
import { periodText } from './period-text.ts'
import { revisedText } from './revised-text.ts'

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
  const { board, metric } = facts
  const measure = measureName(metric, t)
  const title = t('board.title', { measure, period: periodText(board.period, t, today) })
  const groups =
    nothingScored(board) && (metric?.higherIsBetter ?? true) ? [] : shownGroups(board, facts.names)
  const shown = groups.length > 0 ? [] : [emptyLine(facts, t)]
  const more = groups.length > 0 ? moreLines(groups, t) : []
  const revised = facts.revised ? [`_${revisedText(facts.revised, t)}_`] : []
  const below = [...revised, ...absentLines(facts, t), rulesLine(facts, groups, t)]

  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: clip(title, limits.header.text.maxLength) } },
    ...sectionsOf(shown),
  ]
  if (groups.length > 0) blocks.push(boardTable(facts, groups, t))
  for (const group of groups.slice(0, moreLimits.message.charts.maxItems))
    blocks.push(boardChart(facts, group, groups.length > 1, t))
  blocks.push(...sectionsOf(ownPlace))
  blocks.push({
    type: 'context',
    elements: [...more, ...below].map(mrkdwn),
  })
  const head = `*${escapeWithin(title, limits.header.text.maxLength)}*`
  return {
    text: wordsOf([head, ...shown, ...placeLines(facts, groups, t), ...more, ...ownPlace, ...below]),
    blocks,
  }
}

function emptyLine(facts: BoardFacts, t: Translate): string {
  const count = facts.board.ranked.length
  if (count > 0) return t('board.allZero', { count })
  if (facts.board.notRanked.some(isKept)) return t('board.nobodyRanked')
  if (!facts.metric) return t('board.nobodyAnything')
  return t('board.nobody', { measure: escapeWithin(measureName(facts.metric, t), NAME_LENGTH) })
}

/** The rows of the table as lines of text. */
function placeLines(facts: BoardFacts, groups: readonly ShownGroup[], t: Translate): string[] {
  const moved = hasMovement(groups)
  return groups.flatMap(({ role, rows }) => [
    ...(groups.length > 1 ? [`*${roleName(role, t)}*`] : []),
    ...rows.map(({ rank, userId, value, movement, marked }) => {
      const values = { rank, value: boardValue(facts.metric, value, t) }
      const name = escapeWithin(boardName(facts, userId, t), NAME_LENGTH)
      const line =
        facts.names === 'none' ? t('board.lineNoName', values) : t('board.line', { ...values, name })
      return `${line}${marked ? ' ⚑' : ''}${moved ? ` (${movementText(movement, t)})` : ''}`
    }),
  ])
}

function moreLines(groups: readonly ShownGroup[], t: Translate): string[] {
  return groups
    .filter(({ of, rows }) => of > rows.length)
    .map(({ role, of, tiedMore }) => {
      const more = t('board.more', { ranked: of, tied: tiedMore })
      return groups.length > 1 ? t('common.labelled', { label: roleName(role, t), value: more }) : more
    })
}

/** The members who are not ranked, by reason: their names, or only counts when the team shows no names. */
function absentLines(facts: BoardFacts, t: Translate): string[] {
  const { notRanked } = facts.board
  const rowsOf = (wanted: NotRankedReason) => notRanked.filter(({ reason }) => reason === wanted)
  const [away, silent] = [rowsOf('away'), rowsOf('no-report')]
  if (facts.names === 'none') {
    if (away.length + silent.length === 0) return []
    return [t('board.notRanked', { away: away.length, silent: silent.length })]
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
    ...line('board.noReport', silent),
  ]
}

type AbsentKey = 'board.leaveKept' | 'board.awayKept' | 'board.away' | 'board.noReport'

const isKept = ({ kept }: NotRanked): boolean => kept !== undefined

/** Kept numbers are shown where the team shows everybody's. */
function nameList(facts: BoardFacts, rows: readonly NotRanked[], t: Translate): string {
  const names = rows
    .slice(0, NAMES_SHOWN)
    .map(({ userId, kept }) => {
      const name = escapeWithin(boardName(facts, userId, t), NAME_LENGTH)
      if (kept === undefined || facts.names !== 'all') return name
      return t('board.keptName', { name, value: boardValue(facts.metric, kept, t) })
    })
    .join(t('common.listSeparator'))
  const count = rows.length - NAMES_SHOWN
  return count > 0 ? t('board.andMore', { names, count }) : names
}

function rulesLine(facts: BoardFacts, groups: readonly ShownGroup[], t: Translate): string {
  const measure = escapeWithin(measureName(facts.metric, t), NAME_LENGTH)
  const sentences = [t('board.rules', { measure })]
  if (groups.length > 1) sentences.push(t('board.rulesRoles'))
  if (facts.metric?.higherIsBetter === false) sentences.push(t('board.rulesLowest'))
  if (groups.some(({ rows }) => rows.some(({ marked }) => marked))) sentences.push(t('board.rulesMarks'))
  return sentences.join(t.locale === 'en' ? ' ' : '')
}
