// Plans a manager's morning message half an hour after the prompt, and says what it shows.
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { type DayPlanner, isAskedOn } from '../../org/domain/team-day.ts'
import type { MessageEdit } from '../../outbox/domain/message.ts'
import type { Level } from '../../warnings/domain/level.ts'
import type { Behind, Warned } from './must-do.ts'

/** The due kind, and the kind of message. */
export const MORNING = 'morning'
const AFTER_PROMPT_MINUTES = 30
/** Later there is nothing left of the morning to lead. */
export const MORNING_LATE_HOURS = 8

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    morning: { date: string }
  }
}

/** A date's message goes to the first reader; whoever takes the team over that day gets the next. */
const READERS_A_DAY = 3

export const morningKey = (teamId: string, date: Temporal.PlainDate): string => `${MORNING}:${teamId}:${date}`

/** The first reader's message first. */
export const morningKeys = (teamId: string, date: Temporal.PlainDate): string[] =>
  Array.from({ length: READERS_A_DAY }, (_, index) =>
    index === 0 ? morningKey(teamId, date) : `${morningKey(teamId, date)}:${index + 1}`,
  )

/** By the team's own clock, where its people are asked in several zones; not on a date on which nobody is asked. */
export const planMorning: DayPlanner = (day) => {
  const { team, settings, date } = day
  if (!day.members.some((of) => isAskedOn(day, of))) return []
  const { promptAt, closeAt } = checkinWindow(settings, settings.zone, date, null)
  const dueAt = promptAt.add({ minutes: AFTER_PROMPT_MINUTES })
  return [
    {
      ...{ dueKey: morningKey(team.teamId, date), kind: MORNING, memberId: null },
      date,
      dueAt,
      until: closeAt,
    },
  ]
}

/** It shows what the summary shows, and changes with it. */
export const morningEdits = ({
  workspaceId,
  teamId,
  date,
  kind,
}: {
  workspaceId: string
  teamId: string
  date: Temporal.PlainDate
  /** Of check-in. */
  kind: string
}): MessageEdit[] =>
  kind === STANDUP_KIND.name
    ? morningKeys(teamId, date).map((key) => ({
        ...{ workspaceId, key, kind: MORNING, teamId, onlyEdits: true },
        subject: { date: date.toString() },
      }))
    : []

export interface MissingMember {
  name: string
  userId: UserId
  /** `no`: their time is over. */
  nudge: 'can' | 'done' | 'no'
}

export interface MorningBlocker {
  blockerId: string
  name: string
  text: string
  /** The reader raised it. */
  own: boolean
  /** Null: nobody has taken it on. */
  helperUserId: UserId | null
  ageDays: number
}

/** A number that a manager looks at twice. */
export interface Remark {
  name: string
  metric: Metric
  value: number
  why: 'unusual' | 'corrected'
}

export interface WarnedMember extends Warned {
  name: string
  level: Level
}

/** How a team's date stands, for whoever leads it. */
export interface TeamMorning {
  teamId: string
  team: TeamIdentity
  date: Temporal.PlainDate
  closed: boolean
  expected: number
  answered: number
  /** Answers of others than the reader, and how many of them are still to be read. */
  answers: number
  unread: number
  /** Asked, and not in; without the reader. */
  missing: readonly MissingMember[]
  /** The reader's own answer, where it is missing. */
  own: 'open' | 'missed' | null
  /** Are asked later today, in another zone. */
  later: number
  away: readonly string[]
  /** Open ones, the oldest first. */
  blockers: readonly MorningBlocker[]
  /** The furthest first, by the month's targets. */
  behind: readonly (Behind & { name: string })[]
  remarks: readonly Remark[]
  /** Open warnings that nobody has taken on, the highest first. A person can have several. */
  warned: readonly WarnedMember[]
}

export interface MorningFacts {
  kind: 'morning'
  /** Null: the reader does not lead the team any more. */
  morning: TeamMorning | null
  /** Who leads it now. */
  managerUserId: UserId
}
