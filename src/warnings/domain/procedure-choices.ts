// What a team chooses of its procedure: who is told at once, how long there is to answer, and how often it is said again.
import { LEVELS, type Level } from './level.ts'
import type { Delay, LevelProcedure, Procedure } from './procedure.ts'

/** Nobody is watched behind their back: the rep is always told. */
export const TELLS = ['rep', 'both'] as const
export type Tell = (typeof TELLS)[number]

/** As they stand in the menus: hours or days of work. */
export const ANSWER_CHOICES = ['none', '1h', '2h', '4h', '8h', '1d', '2d', '3d'] as const
export const REPEAT_CHOICES = [
  'none',
  ...times('2h'),
  ...times('4h'),
  ...times('8h'),
  ...times('1d'),
] as const

/** Every so often, and so many times. */
function times<Every extends string>(every: Every): readonly `${Every}x${1 | 3 | 5}`[] {
  return [`${every}x1`, `${every}x3`, `${every}x5`]
}

export interface LevelChoice {
  tell: Tell
  answer: string
  repeats: string
  lastResort: boolean
}

export type ProcedureChoice = Readonly<Record<Level, LevelChoice>>

const asText = (delay: Delay): string => ('hours' in delay ? `${delay.hours}h` : `${delay.days}d`)

/** Null: it is none. */
export function delayOf(text: string): Delay | null {
  const [, count, unit] = /^([1-9]\d?)([hd])$/.exec(text) ?? []
  if (!count) return null
  return unit === 'h' ? { hours: Number(count) } : { days: Number(count) }
}

const choiceOf = ({
  atOnce,
  answerWithin,
  repeatEvery,
  mostRepeats,
  lastResort,
}: LevelProcedure): LevelChoice => ({
  tell: atOnce.includes('manager') ? 'both' : 'rep',
  answer: answerWithin ? asText(answerWithin) : 'none',
  repeats: mostRepeats > 0 ? `${asText(repeatEvery)}x${mostRepeats}` : 'none',
  lastResort,
})

export const choicesOf = (procedure: Procedure): ProcedureChoice =>
  byLevel((level) => choiceOf(procedure[level]))

/** Where no manager is told nobody has to answer; where nobody has to, nothing follows. What is not chosen well stays as it is. */
export function procedureOf(choice: ProcedureChoice, before: Procedure): Procedure {
  return byLevel((level) => levelOf(choice[level], before[level]))
}

function levelOf({ tell, answer, repeats, lastResort }: LevelChoice, before: LevelProcedure): LevelProcedure {
  const answerWithin =
    tell === 'rep' ? null : answer === 'none' ? null : (delayOf(answer) ?? before.answerWithin)
  const atOnce = tell === 'rep' ? (['rep'] as const) : (['rep', 'manager'] as const)
  const { repeatEvery } = before
  if (!answerWithin) return { atOnce, answerWithin, repeatEvery, mostRepeats: 0, lastResort: false }
  const [every = '', count = ''] = repeats.split('x')
  const delay = delayOf(every)
  if (!delay || !/^[1-9]$/.test(count))
    return { atOnce, answerWithin, repeatEvery, mostRepeats: 0, lastResort }
  return { atOnce, answerWithin, repeatEvery: delay, mostRepeats: Number(count), lastResort }
}

const byLevel = <Value>(of: (level: Level) => Value): Readonly<Record<Level, Value>> =>
  Object.fromEntries(LEVELS.map((level) => [level, of(level)])) as Record<Level, Value>
