// Renders a reader's own place on a board, with the members directly above and below.

import type { Translate } from '../../core/i18n/translate.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { type Neighbours, neighbours, type RankedRow } from '../domain/leaderboard.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import { boardDifference, boardName, boardValue, measuredOf, measureName } from './board-figures.ts'

const NAME_LENGTH = 60
const TIED_SHOWN = 3

/** `memberId` null: the reader is not a member of the team. */
export function placeLinesOf(facts: BoardFacts, memberId: string | null, t: Translate): string[] {
  const found = memberId && neighbours(facts.board, memberId)
  if (found) return [placeLine(facts, found, t), ...neighbourLines(facts, found, t)]
  const absent = facts.board.notRanked.find((one) => one.memberId === memberId)
  if (absent?.kept !== undefined)
    return [t('board.mineKept', { value: boardValue(measuredOf(facts), absent.kept, t) })]
  if (absent) return [t(ABSENT[absent.reason])]
  if (facts.role)
    return [t('board.mineOtherRole', { role: escapeWithin(roleName(facts.role, t), NAME_LENGTH) })]
  const measure = escapeWithin(measureName(measuredOf(facts), t), NAME_LENGTH)
  return [t('board.mineNot', { team: escapeWithin(facts.teamName, NAME_LENGTH), measure })]
}

const ABSENT = {
  away: 'board.mineAway',
  'gives-later': 'board.mineLater',
  'no-report': 'board.mineSilent',
  'no-target': 'board.mineNoTarget',
} as const

function placeLine(facts: BoardFacts, { row, of, tied }: Neighbours, t: Translate): string {
  const values = {
    rank: row.rank,
    of,
    value: boardValue(measuredOf(facts), row.value, t),
    measure: escapeWithin(measureName(measuredOf(facts), t), NAME_LENGTH),
  }
  if (tied.length === 0) return t('board.mine', values)
  return t('board.mineTied', { ...values, names: tiedNames(facts, tied, t) })
}

function tiedNames(facts: BoardFacts, tied: readonly RankedRow[], t: Translate): string {
  if (facts.names === 'none') return t('board.tiedOthers', { count: tied.length })
  const names = tied
    .slice(0, TIED_SHOWN)
    .map(({ userId }) => escapeWithin(boardName(facts, userId, t), NAME_LENGTH))
    .join(t('common.listSeparator'))
  const count = tied.length - TIED_SHOWN
  return count > 0 ? t('board.andMore', { names, count }) : names
}

function neighbourLines(facts: BoardFacts, { above, gap, below }: Neighbours, t: Translate): string[] {
  const values = (row: RankedRow) => ({
    name: escapeWithin(boardName(facts, row.userId, t), NAME_LENGTH),
    value: boardValue(measuredOf(facts), row.value, t),
  })
  const unnamed = facts.names === 'none'
  const lines: string[] = []
  if (above) {
    const better = { ...values(above), gap: boardDifference(measuredOf(facts), gap ?? 0, t) }
    lines.push(unnamed ? t('board.aboveNoName', better) : t('board.above', better))
  }
  if (below) lines.push(unnamed ? t('board.belowNoName', values(below)) : t('board.below', values(below)))
  return lines
}
