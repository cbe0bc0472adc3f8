// What the demo's tours share: a visitor's place, when a team's mornings close, and what was read.
import type { Sandbox } from '../sandbox/sandbox.ts'
import { unreadKey } from '../sandbox/state/messages.ts'
import type { TourStep } from '../sandbox/tour.ts'
import type { DemoRep, DemoTeam } from './company.ts'
import { inOrder, ORDINARY_SETTINGS, workingDaysBetween } from './team-calendar.ts'

/** When the manager's message is there. */
export const MORNING_AFTER = { minutes: 31 } as const
/** What is due then has been delivered. */
export const JUST_AFTER = { minutes: 5 } as const
/** Longer than any week with its holidays. */
export const LOOKS_AHEAD = { hours: 24 * 14 } as const

export interface Place {
  sandbox: Sandbox
  team: DemoTeam
  rep: DemoRep
  /** When the visitor came. */
  opened: Temporal.Instant
  now: Temporal.Instant
}

export type Begun = Omit<TourStep, 'title' | 'text' | 'action'>

export const textOf = ({ title, text, action }: Pick<TourStep, 'title' | 'text' | 'action'>) => ({
  ...{ title, text, action },
})

/** The manager does nothing that the tour shows of others. */
export const moveAs = ({ manager }: DemoTeam, to: Temporal.Instant) => ({
  move: { to: to.toString(), user: manager.userId },
})

interface Close {
  date: Temporal.PlainDate
  /** When the first of the team is asked. */
  asked: Temporal.Instant
  /** When the last of the team is closed. */
  at: Temporal.Instant
}

/** Those after `from` and until `to`, in order. */
export function closesBetween(team: DemoTeam, from: Temporal.Instant, to: Temporal.Instant): Close[] {
  const { promptTime: plainTime, closeAfterMinutes } = ORDINARY_SETTINGS
  const closes = workingDaysBetween(team, team.zone, from, to).map((date) => {
    const asked = team.reps
      .map(({ zone }) => date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant())
      .toSorted(Temporal.Instant.compare)
    return { date, asked: asked[0]!, at: asked.at(-1)!.add({ minutes: closeAfterMinutes }) }
  })
  return inOrder(closes, from, to)
}

export const isRead = (sandbox: Sandbox, userId: string, channelId: string): boolean =>
  !sandbox.workspace().unread.get(unreadKey(userId, channelId))

export const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
export const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other
