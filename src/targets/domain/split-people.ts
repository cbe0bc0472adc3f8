// Splits a team's target over its people: equally, by what they reached last, or by given weights; parts set by hand stay.
import type { MemberId } from '../../core/ids.ts'
import { splitWhole } from './split-whole.ts'

export const PEOPLE_SPLITS = ['equal', 'last', 'weights'] as const
export type PeopleSplit = (typeof PEOPLE_SPLITS)[number]

export interface Candidate {
  memberId: MemberId
  /** A whole number, at least 0; beside the others' it says how much of the rest is theirs. */
  weight: number
  /** The share of a full part that is theirs, 0 to 1; what a ramp or a last day leaves stays unassigned. */
  present: number
  /** What earlier months have left them short of, in ticks. */
  owed?: number
}

export interface PersonPart {
  memberId: MemberId
  value: number
  byHand: boolean
}

export type PeopleParts =
  | { ok: true; parts: readonly PersonPart[]; unassigned: number }
  /** Parts set by hand and the whole clash. `open`: how many others would share what is left. */
  | { ok: false; reason: 'does-not-add-up'; whole: number; byHand: number; open: number }
  | { ok: false; reason: 'no-weight' | 'nobody' }

/**
 * `byHand`: parts that are set, by member. `gone`: what people who have left had of it. The parts and `unassigned` sum exactly to
 * the whole. Refused where nothing is left to spread over the others, or what is left has nobody to go to.
 */
export function splitOverPeople(
  whole: number,
  people: readonly Candidate[],
  byHand: ReadonlyMap<MemberId, number>,
  gone = 0,
): PeopleParts {
  if (people.length === 0) return { ok: false, reason: 'nobody' }
  const open = people.filter(({ memberId }) => !byHand.has(memberId))
  const set = people.reduce((sum, { memberId }) => sum + (byHand.get(memberId) ?? 0), 0)
  const rest = whole - set - gone
  const fits = open.length === 0 ? rest === 0 : rest > 0 || (rest === 0 && set === 0)
  if (!fits)
    return { ok: false, reason: 'does-not-add-up', whole: whole - gone, byHand: set, open: open.length }
  const full = splitWhole(
    rest,
    open.map(({ memberId, weight, owed = 0 }) => ({ id: memberId, weight, owed })),
  )
  if (open.length > 0 && !full) return { ok: false, reason: 'no-weight' }
  const parts = people.map(({ memberId, present }): PersonPart => {
    const hand = byHand.get(memberId)
    if (hand !== undefined) return { memberId, value: hand, byHand: true }
    return { memberId, value: Math.round((full?.get(memberId) ?? 0) * present), byHand: false }
  })
  const assigned = parts.reduce((sum, { value }) => sum + value, 0)
  return { ok: true, parts, unassigned: whole - gone - assigned }
}
