// What a rule would have raised in the past, and whether that is much: warnings by level, and messages by who gets them.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { TeamLadder } from './ladder-of.ts'
import { LEVELS, type Level } from './level.ts'
import { type Replay, warningsOf } from './replay.ts'
import type { Signal } from './rule-settings.ts'

export const DRY_RUN_DAYS = 60

/** What they look at is only known as it is now. */
const WITHOUT_PAST: readonly Signal[] = ['item-overdue', 'raised-by-hand']

export const hasPast = (signal: Signal): boolean => !WITHOUT_PAST.includes(signal)

/** `calm` up to one a week for the manager or one in eight weeks for a person; `noisy`: so many that they are overlooked. */
export type Noise = 'none' | 'calm' | 'busy' | 'noisy'

export interface RaisedWarning {
  memberId: MemberId
  openedOn: Temporal.PlainDate
  /** The highest that it came to. */
  level: Level
}

export interface DryRun {
  /** The first and the last date on which the rule could judge somebody. */
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** It was looked at earlier dates, too: there was no target yet, or there were too few numbers. */
  fromLater: boolean
  people: number
  byLevel: Readonly<Record<Level, number>>
  messages: { reps: number; manager: number; above: number }
  noise: Noise
  /** The latest first. */
  warnings: readonly RaisedWarning[]
}

interface Looked {
  /** In order; on each somebody was asked. `judged`: the signal gave a reading of somebody. */
  dates: readonly { date: Temporal.PlainDate; judged: boolean }[]
  /** Whose warning it is, by member. */
  userOf: ReadonlyMap<MemberId, UserId>
  ladder: TeamLadder
  zone: string
}

/** Null: there was no date on which it could judge anybody. */
export function dryRunOf(replay: Replay, { dates, userOf, ladder, zone }: Looked): DryRun | null {
  const judged = dates.flatMap((one) => (one.judged ? [one.date] : []))
  const [from, to] = [judged[0], judged.at(-1)]
  if (!from || !to) return null
  const warnings = warningsOf(replay)
    .flatMap(({ memberId, episode: { peak, openedAt } }) =>
      memberId === null
        ? []
        : [{ memberId, level: peak, openedOn: openedAt!.toZonedDateTimeISO(zone).toPlainDate() }],
    )
    .reverse()
  const inTeam = new Set(ladder.inTeam.map(({ userId }) => userId))
  const partOf = (memberId: MemberId, userId: UserId) =>
    userOf.get(memberId) === userId ? 'reps' : inTeam.has(userId) ? 'manager' : 'above'
  const messages = { reps: 0, manager: 0, above: 0 }
  for (const { memberId, userId } of replay.messages) messages[partOf(memberId, userId)] += 1
  const count = (level: Level) => warnings.filter((one) => one.level === level).length
  const byLevel = Object.fromEntries(LEVELS.map((level) => [level, count(level)])) as Record<Level, number>
  const weeks = Math.max(1, (from.until(to).days + 1) / 7)
  const ofEach = warnings.length / userOf.size / weeks
  return {
    ...{ from, to, fromLater: !dates[0]!.judged, people: userOf.size, byLevel, messages, warnings },
    noise: noiseOf(warnings.length, messages.manager / weeks, ofEach),
  }
}

/** The bar for all warnings of a team together is five yellow or red ones a week for its manager. */
const MANAGER_A_WEEK = { busy: 1, noisy: 5 } as const
/** A warning that everyone has every other week is not read any more. */
const PERSON_A_WEEK = { busy: 1 / 8, noisy: 1 / 2 } as const

function noiseOf(warnings: number, managerAWeek: number, personAWeek: number): Noise {
  if (warnings === 0) return 'none'
  if (managerAWeek > MANAGER_A_WEEK.noisy || personAWeek > PERSON_A_WEEK.noisy) return 'noisy'
  return managerAWeek > MANAGER_A_WEEK.busy || personAWeek > PERSON_A_WEEK.busy ? 'busy' : 'calm'
}
