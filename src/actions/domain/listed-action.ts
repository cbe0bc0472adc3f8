// An item of the list of what is to be done: an action item, or what another feature has open that belongs into the same list.
import type { TeamId, UserId } from '../../core/ids.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import type { ActionItem, OriginKind } from './action-item.ts'
import { dueDay, workingDaysOverdue } from './overdue.ts'

export interface ListedAction {
  /** `action`: an action item; else the feature's own kind. */
  kind: 'action' | OriginKind
  id: string
  teamId: TeamId
  ownerUserId: UserId
  helperUserIds: readonly UserId[]
  text: string
  isMilestone?: boolean
  dueOn: Temporal.PlainDate
  /** By the owner's day and working days. `ahead`: also on days off after it was due, until it is overdue. */
  when: 'overdue' | 'today' | 'ahead'
}

/** What a higher feature has open and does not keep as an action item. */
export type SourceItem = Omit<ListedAction, 'when'>

export interface OwnerDay {
  calendar: MemberCalendar
  today: Temporal.PlainDate
}

/** Late from the first working day of its owner on after it was due: on leave nothing becomes late. */
export function whenDue({ calendar, today }: OwnerDay, dueOn: Temporal.PlainDate): ListedAction['when'] {
  if (workingDaysOverdue(calendar, dueOn, today) > 0) return 'overdue'
  return dueDay(calendar, dueOn).equals(today) ? 'today' : 'ahead'
}

export const sourceItemOf = (action: ActionItem): SourceItem => {
  const { actionId: id, teamId, ownerUserId, helperUserIds, text, weight, dueOn } = action
  const isMilestone = weight !== null
  return { kind: 'action', id, teamId, ownerUserId, helperUserIds, text, isMilestone, dueOn }
}

/** What is overdue and due today comes first, then by date. */
export const inOrder = (items: readonly ListedAction[]): ListedAction[] =>
  items.toSorted(
    (one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || (one.id < other.id ? -1 : 1),
  )
