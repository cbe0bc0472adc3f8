// The keys of a check-in's due items, and what they say of the check-in that the item is of.
import type { CheckinKind, CheckinStep } from './checkin-kind.ts'

/** `rest`: what tells the items of one step and date apart. */
export const dueKeyOf = (
  { name, dueKinds, sharesDueKinds }: CheckinKind,
  step: CheckinStep,
  date: Temporal.PlainDate,
  rest: string,
): string => `${dueKinds[step]}:${sharesDueKinds ? `${name}:${date}:` : ''}${rest}`

/** The name of the kind and the date of the check-in, of an item of a kind that shares its due kinds. */
export function checkinIn(dueKey: string): { name: string; date: Temporal.PlainDate } {
  const [, name = '', date = ''] = dueKey.split(':')
  return { name, date: Temporal.PlainDate.from(date) }
}

/** The parts of `rest`. */
export const restOf = ({ sharesDueKinds }: CheckinKind, dueKey: string): string[] =>
  dueKey.split(':').slice(sharesDueKinds ? 3 : 1)
