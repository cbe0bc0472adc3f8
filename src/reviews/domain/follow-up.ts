// Plans when a measure is looked at again: two and four weeks after the day on which it was set, when the numbers until then are in; and who is told what.

import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { nextTeamWorkingDay, type WorkCalendar } from '../../org/domain/calendar.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import type { LookedAt } from './measure.ts'

/** The due kind. */
export const FOLLOW_UP = 'measure-follow-up'
const WEEKS = [2, 4] as const

/** Counted from the day on which it was set, because that is when the work begins; not from its due date. */
export const followUpsOf = (
  actionId: string,
  setOn: Temporal.PlainDate,
  { calendar, settings }: { calendar: WorkCalendar; settings: TeamSettings },
): PlannedItem[] =>
  WEEKS.map((weeks) => {
    const last = setOn.add({ weeks })
    // What the last of these days brought is asked for on the next one.
    const date = nextTeamWorkingDay(calendar, last) ?? last.add({ days: 1 })
    const { closeAt: dueAt } = checkinWindow(settings, settings.zone, date, null)
    return { dueKey: `${FOLLOW_UP}:${actionId}:${weeks}`, kind: FOLLOW_UP, memberId: null, date, dueAt }
  })

/** Null: it is none of ours. */
export function readFollowUp(dueKey: string): { actionId: string; weeks: number } | null {
  const [kind, actionId = '', weeks = ''] = dueKey.split(':')
  return kind === FOLLOW_UP ? { actionId, weeks: Number(weeks) } : null
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** To the manager and the owner of a measure. */
    'measure-follow-up': { actionId: string; weeks: number }
  }
}

export const followUpMessage = (
  { workspaceId, teamId, actionId }: { workspaceId: WorkspaceId; teamId: string; actionId: string },
  weeks: number,
  userId: UserId,
): MessageDraft => ({
  ...{ workspaceId, key: `${FOLLOW_UP}:${actionId}:${weeks}:${userId}`, kind: 'measure-follow-up', teamId },
  ...{ audience: { to: 'person', userId }, subject: { actionId, weeks } },
})

export interface FollowUpFacts {
  kind: 'measure-follow-up'
  weeks: number
  team: TeamIdentity
  period: Period
  measure: LookedAt
}

/** Whoever has a measure leads nobody by it: a number made of one other person is that person's and the leader's, also where it is the whole team's. */
export const maySee = ({ compared }: LookedAt, userId: UserId, leader: UserId | undefined): boolean =>
  userId === leader || compared?.own.length !== 1 || compared.own[0] === userId

/** Whose numbers the leader is shown: each person of whom alone a side is made. */
export function shownAlone({ compared }: LookedAt): UserId[] {
  if (!compared?.effect.known) return []
  return [compared.own, compared.rest].flatMap((side) => (side.length === 1 ? side : []))
}

/** A trend made of one person is that person's number: an owner who leads nobody is not told it. */
export function withoutOneOther(looked: LookedAt): LookedAt {
  const { compared } = looked
  if (!compared?.effect.known || compared.rest.length !== 1) return looked
  const effect = { ...compared.effect, rest: null, effect: null, beyondChance: null }
  return { ...looked, compared: { ...compared, effect } }
}
