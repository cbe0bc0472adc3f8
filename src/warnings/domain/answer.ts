// How far ahead somebody may plan who takes a warning on or puts it off, and how much they may write.
import { nextTeamWorkingDay, type WorkCalendar } from '../../org/domain/calendar.ts'
import type { WarningRights } from './permissions.ts'
import type { Rating } from './signals/raised-by-hand.ts'

export type WarningAnswer =
  | { kind: 'acknowledge'; action: string; until: Temporal.PlainDate }
  | { kind: 'snooze'; until: Temporal.PlainDate }
  | { kind: 'dismiss'; note: string }
  /** Only of what was raised by hand. */
  | { kind: 'solve'; note: string }
  | { kind: 'rate'; rating: Rating }

export const TEXT_LENGTH = 300
export const MOST_WORKING_DAYS = { acknowledge: 10, snooze: 5 } as const

/** What the form begins with: in a week something can be seen. */
const SUGGESTED = { acknowledge: 5, snooze: 1 } as const

export interface DaysAhead {
  first: Temporal.PlainDate
  suggested: Temporal.PlainDate
  last: Temporal.PlainDate
}

/** From the next working day to the last one that is allowed. `end`: then its month is over, and nobody looks at it any more. Null: it runs on. */
export function daysAhead(
  calendar: WorkCalendar,
  today: Temporal.PlainDate,
  kind: keyof typeof MOST_WORKING_DAYS,
  end: Temporal.PlainDate | null,
): DaysAhead {
  const days: Temporal.PlainDate[] = []
  let date = today
  for (let ahead = 0; ahead < MOST_WORKING_DAYS[kind]; ahead += 1) {
    date = nextTeamWorkingDay(calendar, date) ?? date.add({ days: 1 })
    days.push(date)
  }
  const [first] = days
  const inMonth = days.filter((one) => end === null || Temporal.PlainDate.compare(one, end) <= 0)
  const last = inMonth.at(-1) ?? first!
  return { first: first!, suggested: inMonth[SUGGESTED[kind] - 1] ?? last, last }
}

/** `most`: the last day that is left, where it was put off before. Null is returned where none is. */
export function daysLeft(
  { first, suggested, last }: DaysAhead,
  most: Temporal.PlainDate | null,
): DaysAhead | null {
  if (most && Temporal.PlainDate.compare(most, first) < 0) return null
  const within = (date: Temporal.PlainDate) =>
    most && Temporal.PlainDate.compare(most, date) < 0 ? most : date
  return { first, suggested: within(suggested), last: within(last) }
}

/** The right that each answer needs. */
export const RIGHT_TO: Readonly<Record<WarningAnswer['kind'], keyof WarningRights>> = {
  ...{ acknowledge: 'takeOn', snooze: 'close', dismiss: 'close' },
  ...{ solve: 'solve', rate: 'rate' },
}
