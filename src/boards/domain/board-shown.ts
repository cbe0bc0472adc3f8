// Decides which rows of a board are shown: the top five of each role, or more when the team shows all names.

import { isAcrossRoles } from '../../org/domain/measure.ts'
import type { BoardNames, Role } from '../../org/domain/team.ts'
import { type Board, gapsOf, groupsOf, type RankedRow } from './leaderboard.ts'

export interface ShownGroup {
  /** Null: everyone together. */
  role: Role | null
  rows: readonly RankedRow[]
  /** Of each row what it lacks to the next better place. */
  gaps: readonly (number | null)[]
  /** The number of ranked members who are compared. */
  of: number
  /** The number of hidden rows that share the rank of the last shown row. */
  tiedMore: number
}

export const TOP_PLACES = 5
/** A tie on rank five can show more than five rows, up to this many. */
const MAX_TOP_ROWS = 8
/** Shared by all roles; below Slack's limit of 100 rows in a table. */
const MAX_ROWS = 60

/** Roles without ranked members are left out. */
export function shownGroups(board: Board, names: BoardNames): ShownGroup[] {
  const groups = groupsOf(board.ranked, board.measure)
  const most = names === 'all' ? Math.floor(MAX_ROWS / Math.max(groups.length, 1)) : MAX_TOP_ROWS
  return groups.map((rows) => {
    const wanted = names === 'all' ? rows : rows.filter(({ rank }) => rank <= TOP_PLACES)
    const shown = wanted.slice(0, most)
    const last = shown.at(-1)!
    const tiedMore = rows.slice(shown.length).filter(({ rank }) => rank === last.rank).length
    const role = isAcrossRoles(board.measure) ? null : last.role
    return { role, rows: shown, gaps: gapsOf(shown), of: rows.length, tiedMore }
  })
}

/** True: every ranked value is 0, so the ranking means nothing. */
export const nothingScored = (board: Board): boolean =>
  board.ranked.length > 0 && board.ranked.every(({ value }) => value === 0)

const MEDALS = ['🥇', '🥈', '🥉']

/** For the first three places, shared ones too; of nothing there is none. Null: no medal. */
export const medalOf = (
  { rank, value }: Pick<RankedRow, 'rank' | 'value'>,
  lowestFirst: boolean,
): string | null => (value !== 0 || lowestFirst ? (MEDALS[rank - 1] ?? null) : null)
