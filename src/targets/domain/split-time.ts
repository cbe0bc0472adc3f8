// Splits a year's or quarter's target over its months: by working days, equally, as in the year before, or by given weights.
import { splitWhole } from './split-whole.ts'

export const TIME_SPLITS = ['days', 'equal', 'last', 'weights'] as const
export type TimeSplitKind = (typeof TIME_SPLITS)[number]

const MONTHS_IN_QUARTER = 3

export interface TimeSplit {
  by: TimeSplitKind
  /** Of a split by weights: one for each month, or of a year one for each quarter. Null otherwise. */
  weights: readonly number[] | null
}

export interface MonthSlot {
  /** Half working days of the team. */
  days: number
  /** What was reached in the same month of the year before, scaled. */
  last: number
  /** What it has and keeps. Null: it gets its part of the rest. */
  locked: number | null
}

export type TimeParts =
  | { ok: true; values: readonly number[] }
  /** Months that keep what they have and the whole clash. `open`: how many others would share what is left. */
  | { ok: false; reason: 'months-clash'; whole: number; set: number; open: number }
  | { ok: false; reason: 'no-month' }

/** The values sum exactly to the whole; refused where nothing is left to spread, or what is left has no month to go to. */
export function splitOverMonths(whole: number, slots: readonly MonthSlot[], split: TimeSplit): TimeParts {
  return quartersFirst(whole, slots, split) ?? spread(whole, slots, monthWeights(slots, split))
}

/** A year with weights of its quarters: each quarter gets exactly its share. Null: it is no such split, or months are locked. */
function quartersFirst(whole: number, slots: readonly MonthSlot[], { weights }: TimeSplit): TimeParts | null {
  if (!weights || weights.length === slots.length) return null
  if (slots.some(({ locked, days }) => locked !== null || days === 0)) return null
  const quarters = splitWhole(
    whole,
    weights.map((weight, index) => ({ id: idOf(index), weight })),
  )
  if (!quarters) return null
  const values = weights.flatMap((_, quarter) => {
    const months = slots.slice(quarter * MONTHS_IN_QUARTER, (quarter + 1) * MONTHS_IN_QUARTER)
    const weighted = months.map(({ days }, index) => ({ id: idOf(index), weight: days }))
    return [...splitWhole(quarters.get(idOf(quarter))!, weighted)!.values()]
  })
  return { ok: true, values }
}

/** The rest of a year or quarter over its other months, in the proportion that they have. */
export function spread(
  whole: number,
  slots: readonly Pick<MonthSlot, 'locked'>[],
  weights: readonly number[],
): TimeParts {
  const set = slots.reduce((sum, { locked }) => sum + (locked ?? 0), 0)
  const open = slots.flatMap(({ locked }, index) => (locked === null ? [index] : []))
  const rest = whole - set
  const fits = open.length === 0 ? rest === 0 : rest > 0 || (rest === 0 && set === 0)
  if (!fits) return { ok: false, reason: 'months-clash', whole, set, open: open.length }
  const parts = splitWhole(
    rest,
    open.map((index) => ({ id: idOf(index), weight: weights[index]! })),
  )
  if (open.length > 0 && !parts) return { ok: false, reason: 'no-month' }
  return { ok: true, values: slots.map(({ locked }, index) => locked ?? parts!.get(idOf(index))!) }
}

/** In the order of the months, so that ties go to the earlier one. */
const idOf = (index: number): string => String(index).padStart(2, '0')

function monthWeights(slots: readonly MonthSlot[], { by, weights }: TimeSplit): number[] {
  if (by === 'equal') return slots.map(() => 1)
  if (by === 'last') return slots.map(({ last }) => Math.max(0, last))
  if (by === 'days' || weights === null) return slots.map(({ days }) => days)
  return weights.length === slots.length ? [...weights] : byQuarters(slots, weights)
}

/** Each quarter has its weight, and its months share it by working days. */
function byQuarters(slots: readonly MonthSlot[], weights: readonly number[]): number[] {
  const quarterOf = (index: number) => Math.floor(index / MONTHS_IN_QUARTER)
  const days = weights.map((_, quarter) =>
    slots.reduce((sum, slot, index) => sum + (quarterOf(index) === quarter ? slot.days : 0), 0),
  )
  // Over the product of all, so that weights stay whole numbers.
  const others = days.map((_, quarter) =>
    days.reduce((product, own, other) => (other === quarter ? product : product * Math.max(1, own)), 1),
  )
  return slots.map((slot, index) => {
    const quarter = quarterOf(index)
    return slot.days * (weights[quarter] ?? 0) * others[quarter]!
  })
}
