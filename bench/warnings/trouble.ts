// What goes wrong in the simulated company: who is in trouble in which month, and how much of the usual rate is left on a day.
import type { Random } from '../../demo/random.ts'

export type TroubleKind = 'slow decline' | 'sudden stop' | 'bad luck only'
const KINDS: readonly TroubleKind[] = ['slow decline', 'sudden stop', 'bad luck only']

export interface Trouble {
  kind: TroubleKind
  /** The first of the month's working days on which the rate is lower, from 0 on; of bad luck none is. */
  from: number
  /** What of the usual rate is left at the end of the month. */
  left: number
}

export const TROUBLED_SHARE = 0.1
const STOPPED_LEFT = 0.1
const DECLINED_LEFT = [0.1, 0.7] as const

/** By member: exactly a tenth of them, the kinds in turn. `days`: how many working days each has in the month. */
export function troublesOfMonth(days: readonly number[], random: Random): (Trouble | null)[] {
  const order = days
    .map((_, member) => ({ member, at: random() }))
    .toSorted((one, other) => one.at - other.at)
  const troubles: (Trouble | null)[] = days.map(() => null)
  for (const [place, { member }] of order.slice(0, Math.round(days.length * TROUBLED_SHARE)).entries())
    troubles[member] = troubleOf(KINDS[place % KINDS.length]!, days[member]!, random)
  return troubles
}

function troubleOf(kind: TroubleKind, days: number, random: Random): Trouble {
  const [least, most] = DECLINED_LEFT
  if (kind === 'slow decline') return { kind, from: 0, left: least + (most - least) * random() }
  if (kind === 'sudden stop') return { kind, from: Math.floor(random() * days), left: STOPPED_LEFT }
  return { kind, from: 0, left: 1 }
}

/** What of the usual rate is left on one of the month's working days, from 0 on: a decline falls by the same each day. */
export function leftOn(trouble: Trouble | null, day: number, days: number): number {
  if (!trouble || day < trouble.from) return 1
  if (trouble.kind !== 'slow decline') return trouble.left
  return 1 - ((1 - trouble.left) * (day + 1)) / days
}
