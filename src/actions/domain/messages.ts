// What the messages about action items are about and show, and their keys.
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import type { ActionItem } from './action-item.ts'
import type { ListedAction } from './listed-action.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** To the person whose item somebody else added or changed. */
    'action-given': { actionId: string; userId: UserId }
    /** What is due on the person's day, or overdue. */
    'actions-due': { date: string; userId: UserId }
    /** To whoever had open items of a team, and to the one who has them from now on. `count`: of all, also of those that are not named. */
    'actions-passed-on': {
      fromUserId: UserId
      toUserId: UserId
      actionIds: string[]
      count: number
      why: PassedOnWhy
    }
  }
}

export interface ActionGivenFacts {
  kind: 'action-given'
  action: ActionItem
  when: ListedAction['when']
  userId: UserId
}

export interface ActionsDueFacts {
  kind: 'actions-due'
  items: readonly ListedAction[]
}

/** Whoever had them left the team, leads it no longer, stood in for its manager and does so no more, or has no account any more; or the manager is back. */
export const PASSED_ON_WHY = ['left', 'handed-over', 'stood-in', 'back', 'deactivated'] as const
export type PassedOnWhy = (typeof PASSED_ON_WHY)[number]

export interface ActionsPassedOnFacts {
  kind: 'actions-passed-on'
  why: PassedOnWhy
  /** The one who had them reads it, else the one who has them now. */
  isLeaver: boolean
  fromUserId: UserId
  toUserId: UserId
  channelId: string
  texts: readonly string[]
  count: number
}

/** Items that are named in a message; more are counted. */
export const NAMED_ACTIONS = 10

export const givenMessage = (
  { workspaceId, actionId, teamId }: ActionItem,
  userId: UserId,
): MessageDraft<'action-given'> => ({
  ...{ workspaceId, key: `action:${actionId}:${userId}`, kind: 'action-given', teamId },
  ...{ audience: { to: 'person', userId }, subject: { actionId, userId } },
})

/** What somebody was told of the item, if they were. */
export const givenEdit = (action: ActionItem, userId: UserId): MessageEdit =>
  editOf(givenMessage(action, userId))

/** One for a person and day, whatever the teams. */
export const dueMessage = (
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  date: Temporal.PlainDate,
): MessageDraft<'actions-due'> => ({
  ...{ workspaceId, key: `actions-due:${userId}:${date}`, kind: 'actions-due', teamId: null },
  ...{ audience: { to: 'person', userId }, subject: { date: date.toString(), userId } },
})
