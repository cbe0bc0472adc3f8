// What a manager has to look at first: who has not answered, what is blocked, and who is furthest behind.
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Progress } from '../../targets/domain/progress.ts'
import type { MemberStanding } from '../../targets/domain/team-progress.ts'
import type { WarningView } from '../../warnings/domain/warning-view.ts'

export interface Behind {
  userId: string
  metric: Metric
  progress: Progress
  pace: number
}

/** Nearer to the pace nobody is called behind. */
const BEHIND_BELOW = 0.9

/** Each person once, with the number in which they are furthest behind; the furthest first. Whoever has left is not to be caught up. */
export function furthestBehind(people: readonly MemberStanding[]): Behind[] {
  const found = people.flatMap(({ member, metrics }): Behind[] => {
    if (member.leftOn) return []
    const own = metrics.flatMap(({ metric, progress }): Behind[] => {
      const pace = progress?.pace
      if (!progress || !pace?.known || pace.value >= BEHIND_BELOW) return []
      return [{ userId: member.userId, metric, progress, pace: pace.value }]
    })
    return own.toSorted((one, other) => one.pace - other.pace).slice(0, 1)
  })
  return found.toSorted((one, other) => one.pace - other.pace)
}

/** Those about others that a manager has to answer and nobody has taken on. An early sign is the rep's. */
export const waitingWarnings = (views: readonly WarningView[]): WarningView[] =>
  views.filter(
    ({ own, warning: { episode } }) => !own && episode.state === 'open' && episode.level !== 'blue',
  )

/** Whom a warning is about, and which number. Empty: none. */
export interface Warned {
  userId: string
  metricKey: string
}

export const warnedOf = ({ repUserId, metric }: WarningView): Warned => ({
  ...{ userId: repUserId, metricKey: metric?.key ?? '' },
})

/** It is about the number in which they are behind. */
export const isSameNumber = ({ userId, metric }: Behind, warned: Warned): boolean =>
  warned.userId === userId && warned.metricKey === metric.key

/** Nobody is named twice for the same number. */
export const notWarned = <One extends Behind>(behind: readonly One[], warned: readonly Warned[]): One[] =>
  behind.filter((one) => !warned.some((about) => isSameNumber(one, about)))
