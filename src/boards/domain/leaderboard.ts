// Decides who stands where: ranks with ties, movement, and who is not ranked because they were away.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Measure, Role } from '../../org/domain/team.ts'
import { ROLES } from '../../org/domain/team.ts'

export interface Contender {
  memberId: MemberId
  userId: UserId
  role: Role
  /** Scaled by the measure's decimals; points have none. */
  value: number
  /** Working fractions of the period so far that were open to this member, and of a member without leave. */
  present: number
  possible: number
  /** False: nothing was reported in the period, which is not a zero. */
  reported: boolean
  /** False: the role does not count this metric. */
  counts: boolean
  /** Entered late, corrected upwards or outside the plausible range. */
  marked: boolean
}

export interface RankedRow {
  memberId: MemberId
  userId: UserId
  role: Role
  rank: number
  value: number
  /** Places gained (positive) or lost since the last board; null: was not on it. */
  movement: number | null
  marked: boolean
}
export type NotRankedReason = 'away' | 'no-report'
export interface Board {
  period: Period
  measure: Measure
  decimals: number
  /** Ranked within each role, roles in the order of ROLES; a single-role team has one group. */
  ranked: readonly RankedRow[]
  notRanked: readonly { memberId: MemberId; userId: UserId; reason: NotRankedReason }[]
}

export interface BoardInput {
  period: Period
  measure: Measure
  decimals: number
  contenders: readonly Contender[]
  /** The rows of the board before; null: there was none. */
  previous: readonly RankedRow[] | null
  /** False: the lowest value is first (forecast error). Default true. */
  higherIsBetter?: boolean
}

const byUser = (one: { userId: UserId; memberId: MemberId }, other: { userId: UserId; memberId: MemberId }) =>
  compareText(one.userId, other.userId) || compareText(one.memberId, other.memberId)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Less than half of the working fractions so far (design: minimum presence). */
const wasAway = (contender: Contender): boolean => contender.present * 2 < contender.possible

/** One role's ranking: 1, 2, 2, 4. Equal values share a rank and stand in the order of user ids. */
function rankRole(contenders: readonly Contender[], input: BoardInput): RankedRow[] {
  const sign = input.higherIsBetter === false ? -1 : 1
  const sorted = contenders.toSorted((one, other) => sign * (other.value - one.value) || byUser(one, other))
  const before = new Map(input.previous?.map((row) => [row.memberId, row]))
  let rank = 0
  return sorted.map(({ memberId, userId, role, value, marked }, index) => {
    if (index === 0 || value !== sorted[index - 1]?.value) rank = index + 1
    const earlier = before.get(memberId)
    const movement = earlier?.role === role ? earlier.rank - rank : null
    return { memberId, userId, role, rank, value, movement, marked }
  })
}

/** Ranks everyone whose role counts the measure, within the role; who was away or reported nothing is not last, but not ranked. */
export function rankBoard(input: BoardInput): Board {
  const counted = input.contenders.filter((contender) => contender.counts)
  const fit = counted.filter((contender) => contender.reported && !wasAway(contender))
  const notRanked = counted
    .filter((contender) => !contender.reported || wasAway(contender))
    .toSorted(byUser)
    .map((contender) => ({
      memberId: contender.memberId,
      userId: contender.userId,
      reason: wasAway(contender) ? ('away' as const) : ('no-report' as const),
    }))
  const ranked = ROLES.flatMap((role) =>
    rankRole(
      fit.filter((contender) => contender.role === role),
      input,
    ),
  )
  const { period, measure, decimals } = input
  return { period, measure, decimals, ranked, notRanked }
}

/** The member's row with those who stand next to it in the same role's ranking; null: not ranked. */
export function neighbours(
  board: Pick<Board, 'ranked'>,
  memberId: MemberId,
): { row: RankedRow; above: RankedRow | null; below: RankedRow | null } | null {
  const row = board.ranked.find((candidate) => candidate.memberId === memberId)
  if (!row) return null
  const group = board.ranked.filter((candidate) => candidate.role === row.role)
  const place = group.indexOf(row)
  return { row, above: group[place - 1] ?? null, below: group[place + 1] ?? null }
}
