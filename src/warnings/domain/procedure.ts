// What follows a warning: whom it is told at once, how long the manager has to answer, and who is told then.
import type { UserId } from '../../core/ids.ts'
import type { Level } from './level.ts'
import { minutesADay, type WorkingSchedule } from './working-time.ts'

/** Working time of the person who has to answer. */
export type Delay = { hours: number } | { days: number }

export interface LevelProcedure {
  atOnce: readonly ('rep' | 'manager')[]
  /** Within which the manager has to answer before the director is told. Null: nobody has to. */
  answerWithin: Delay | null
  repeatEvery: Delay
  mostRepeats: number
  /** True: after the last repeat the workspace's owner of last resort is told. */
  lastResort: boolean
}

export type Procedure = Readonly<Record<Level, LevelProcedure>>

export const DEFAULT_PROCEDURE: Procedure = {
  blue: {
    ...{ atOnce: ['rep'], answerWithin: null, repeatEvery: { days: 1 }, mostRepeats: 0 },
    lastResort: false,
  },
  yellow: {
    ...{ atOnce: ['rep', 'manager'], answerWithin: { hours: 8 }, repeatEvery: { days: 1 }, mostRepeats: 3 },
    lastResort: false,
  },
  red: {
    ...{ atOnce: ['rep', 'manager'], answerWithin: { hours: 2 }, repeatEvery: { hours: 4 }, mostRepeats: 3 },
    lastResort: true,
  },
}

export interface Step {
  kind: 'escalate' | 'repeat' | 'last-resort'
  after: Delay
}

/** What follows one after the other as long as nobody answers. */
export function stepsOf({ answerWithin, repeatEvery, mostRepeats, lastResort }: LevelProcedure): Step[] {
  if (!answerWithin) return []
  const repeats = Array.from({ length: mostRepeats }, (): Step => ({ kind: 'repeat', after: repeatEvery }))
  const last: Step[] = lastResort ? [{ kind: 'last-resort', after: repeatEvery }] : []
  return [{ kind: 'escalate', after: answerWithin }, ...repeats, ...last]
}

export const minutesOf = (delay: Delay, { hours }: WorkingSchedule): number =>
  'hours' in delay ? delay.hours * 60 : delay.days * minutesADay(hours)

export interface Answerer {
  userId: UserId
  schedule: WorkingSchedule
}

/** Who is there now: whoever is away is replaced already. */
export interface Ladder {
  /** Whom the warning is about. Null: a team. */
  rep: UserId | null
  /** The manager, or the delegate. Null: neither is there. */
  manager: Answerer | null
  /** The nearest manager above who is there. */
  director: Answerer | null
  /** Whom the workspace names, else the manager at the top, where that is yet another one. */
  lastResort: Answerer | null
  /** Nobody but the one whom it is about leads the team, neither here nor away: no step has anybody to go to. */
  isAlone?: boolean
}
