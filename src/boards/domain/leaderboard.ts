// Ranks the members of a team: ranks with ties, movement since the previous board, and who is not ranked.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Score } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { isAcrossRoles } from '../../org/domain/measure.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Measure, Role } from '../../org/domain/team.ts'

export interface Contender {
  memberId: MemberId
  userId: UserId
  role: Role
  /** Scaled by the measure's decimals; points have none, percents one. */
  value: number
  /** The member's working days in the period so far, with and without leave deducted: see `Presence`. */
  present: number
  possible: number
  /** False: nothing was reported in the period. A reported 0 counts as reported. */
  reported: boolean
  /** The member is off on the day on which these numbers are asked for, and gives them after it. */
  givesLater?: boolean
  /** False: the member's role does not have this metric. */
  roleHasMetric: boolean
  /** Entered late, corrected upwards or outside the plausible range. */
  marked: boolean
  /** The measure asks for a target, and the member has none, or one against which nothing can be said yet. */
  noTarget?: boolean
}

/** `role`: the metrics of the member's role. */
export type ScoreOfMember = (
  memberId: MemberId,
  role: readonly Metric[],
) => Score & Pick<Contender, 'noTarget'>

export interface RankedRow {
  memberId: MemberId
  userId: UserId
  role: Role
  rank: number
  value: number
  /** Ranks gained (positive) or lost since the previous board. Null: the member was not on it. */
  movement: number | null
  marked: boolean
}
export type NotRankedReason = 'away' | 'gives-later' | 'no-report' | 'no-target'

export interface NotRanked {
  memberId: MemberId
  userId: UserId
  reason: NotRankedReason
  /** Numbers of a member who was away are not ranked, but stay: scaled like `value`. Missing: there are none. */
  kept?: number
}

export interface Board {
  period: Period
  measure: Measure
  decimals: number
  /** By attainment all together, else separately for each role, presets first. */
  ranked: readonly RankedRow[]
  notRanked: readonly NotRanked[]
  /** Of a week or longer that is over. Missing: nobody did better than on the previous board. */
  improved?: Improved
}

/** Who gained most since the previous board; several who gained the same. */
export interface Improved {
  /** Above 0, whichever direction is better; scaled like `value`. */
  by: number
  userIds: readonly UserId[]
}

export interface BoardInput {
  period: Period
  measure: Measure
  decimals: number
  contenders: readonly Contender[]
  /** The rows of the previous board. Null: there is none. */
  previous: readonly RankedRow[] | null
  /** False: the lowest value ranks first (forecast error). Default true. */
  higherIsBetter?: boolean
  /** The whole of the period is counted. Default false. */
  complete?: boolean
}

const byUser = (one: { userId: UserId; memberId: MemberId }, other: { userId: UserId; memberId: MemberId }) =>
  compareText(one.userId, other.userId) || compareText(one.memberId, other.memberId)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** True: present on less than half of the possible working days so far, or without any such day and without numbers. */
const wasAway = ({ present, possible, reported }: Contender): boolean =>
  present * 2 < possible || (possible === 0 && !reported)

/** Ranks who is compared: 1, 2, 2, 4. Equal values share a rank and are ordered by user id. */
function rankGroup(contenders: readonly Contender[], input: BoardInput): RankedRow[] {
  const sign = input.higherIsBetter === false ? -1 : 1
  const sorted = contenders.toSorted((one, other) => sign * (other.value - one.value) || byUser(one, other))
  const before = new Map(input.previous?.map((row) => [row.memberId, row]))
  let rank = 0
  return sorted.map(({ memberId, userId, role, value, marked }, index) => {
    if (index === 0 || value !== sorted[index - 1]?.value) rank = index + 1
    const earlier = before.get(memberId)
    const isCompared = earlier && (isAcrossRoles(input.measure) || earlier.role === role)
    const movement = isCompared ? earlier.rank - rank : null
    return { memberId, userId, role, rank, value, movement, marked }
  })
}

/** Absence neither lowers anybody nor takes their numbers away: these are shown beside the ranking. */
function absentRow(contender: Contender): NotRanked {
  const { memberId, userId, reported, value } = contender
  const hasTarget = !contender.noTarget
  if (!wasAway(contender)) {
    const missing = contender.givesLater && !reported ? 'gives-later' : 'no-report'
    return { memberId, userId, reason: hasTarget ? missing : 'no-target' }
  }
  return { memberId, userId, reason: 'away', ...(reported && hasTarget ? { kept: value } : {}) }
}

const isRankable = (contender: Contender): boolean =>
  contender.reported && !contender.noTarget && !wasAway(contender)

/**
 * Ranks members within their role, or all together by attainment. Members who were away, reported nothing or have no target are
 * listed in `notRanked`; those whose role lacks the metric are left out.
 */
export function rankBoard(input: BoardInput): Board {
  const counted = input.contenders.filter((contender) => contender.roleHasMetric)
  const notRanked = counted
    .filter((contender) => !isRankable(contender))
    .toSorted(byUser)
    .map(absentRow)
  const ranked = groupsOf(counted.filter(isRankable), input.measure).flatMap((group) =>
    rankGroup(group, input),
  )
  const { period, measure, decimals } = input
  const improved = input.complete && period.kind !== 'day' ? mostImproved(ranked, input) : null
  return { period, measure, decimals, ranked, notRanked, ...(improved ? { improved } : {}) }
}

function mostImproved(
  ranked: readonly RankedRow[],
  { previous, measure, ...input }: BoardInput,
): Improved | null {
  const before = new Map(previous?.map((row) => [row.memberId, row]))
  const sign = input.higherIsBetter === false ? -1 : 1
  const gains = ranked.flatMap(({ memberId, userId, role, value }) => {
    const earlier = before.get(memberId)
    if (!earlier || !(isAcrossRoles(measure) || earlier.role === role)) return []
    return [{ userId, by: sign * (value - earlier.value) }]
  })
  const by = gains.reduce((most, gain) => Math.max(most, gain.by), 0)
  return by > 0 ? { by, userIds: gains.filter((gain) => gain.by === by).map(({ userId }) => userId) } : null
}

/** How much each of those who are compared lacks to the next better value; null: nobody is better. `rows`: in their order. */
export function gapsOf(rows: readonly RankedRow[]): (number | null)[] {
  let above: RankedRow | null = null
  return rows.map((row, index) => {
    const before = rows[index - 1]
    if (before && before.rank < row.rank) above = before
    return above && Math.abs(above.value - row.value)
  })
}

/** Those who are compared with one another: everybody by attainment, else each role, presets first. */
export function groupsOf<T extends { role: Role }>(rows: readonly T[], measure: Measure): T[][] {
  if (isAcrossRoles(measure)) return rows.length > 0 ? [[...rows]] : []
  return inRoleOrder(rows.map(({ role }) => role)).map((of) => rows.filter(({ role }) => role === of))
}

/** The rows of one role with their ranks among themselves: what a board of everybody says of the role. */
export function ranksAmong(rows: readonly RankedRow[], role: Role): RankedRow[] {
  const own = rows.filter((row) => row.role === role)
  return own.map((row) => ({ ...row, rank: 1 + own.filter(({ rank }) => rank < row.rank).length }))
}

/** The part of a board that is stored when it is posted. */
export const rowsOf = ({ period: _, ...rows }: Board) => rows

export interface Neighbours {
  row: RankedRow
  /** How many are compared. */
  of: number
  tied: readonly RankedRow[]
  above: RankedRow | null
  /** What the member lacks to it. */
  gap: number | null
  below: RankedRow | null
}

/** The member's row with those that share its place, and the nearest better and worse. Null: the member is not ranked. */
export function neighbours(
  { ranked, measure }: Pick<Board, 'ranked' | 'measure'>,
  memberId: MemberId,
): Neighbours | null {
  const row = ranked.find((candidate) => candidate.memberId === memberId)
  if (!row) return null
  const group = groupsOf(ranked, measure).find((rows) => rows.includes(row))!
  return {
    ...{ row, of: group.length },
    tied: group.filter((other) => other.rank === row.rank && other !== row),
    gap: gapsOf(group)[group.indexOf(row)]!,
    above: group.findLast(({ rank }) => rank < row.rank) ?? null,
    below: group.find(({ rank }) => rank > row.rank) ?? null,
  }
}
