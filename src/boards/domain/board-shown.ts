// Decides which rows of a board its readers see: the top five of each role, or more where the team wants all names.

import { type BoardNames, ROLES, type Role } from '../../org/domain/team.ts'
import type { Board, RankedRow } from './leaderboard.ts'

export interface ShownGroup {
  role: Role
  rows: readonly RankedRow[]
  /** How many are ranked in the role. */
  of: number
  /** Of those not shown, how many stand on the last shown place too. */
  tiedMore: number
}

const TOP_PLACES = 5
/** A tie on place five may bring more than five rows, but not the whole team. */
const MOST_TOP_ROWS = 8
/** What a table takes (100 rows with the head), shared by the roles. */
const MOST_ROWS = 60

/** Roles without anyone ranked are left out. */
export function shownGroups(board: Board, names: BoardNames): ShownGroup[] {
  const groups = ROLES.map((role) => board.ranked.filter((row) => row.role === role)).filter(
    (rows) => rows.length > 0,
  )
  const most = names === 'all' ? Math.floor(MOST_ROWS / Math.max(groups.length, 1)) : MOST_TOP_ROWS
  return groups.map((rows) => {
    const wanted = names === 'all' ? rows : rows.filter(({ rank }) => rank <= TOP_PLACES)
    const shown = wanted.slice(0, most)
    const last = shown.at(-1)!
    const tiedMore = rows.slice(shown.length).filter(({ rank }) => rank === last.rank).length
    return { role: last.role, rows: shown, of: rows.length, tiedMore }
  })
}

/** Everyone who reported stands at 0: there is nothing to rank by. */
export const nothingScored = (board: Board): boolean =>
  board.ranked.length > 0 && board.ranked.every(({ value }) => value === 0)
