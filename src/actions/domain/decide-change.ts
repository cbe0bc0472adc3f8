// Decides what becomes of an action item that somebody wants to close, hand on or put off.
import type { UserId } from '../../core/ids.ts'
import type { ActionItem } from './action-item.ts'

/** Only what is named changes. */
export interface ActionWish {
  /** The end of it. Missing: it stays open. */
  close?: 'done' | 'dropped'
  reason?: string
  ownerUserId?: UserId
  dueOn?: Temporal.PlainDate
  helperUserIds?: readonly UserId[]
  /** Null: it is no milestone. */
  weight?: number | null
}

export type ActionDecision =
  | { ok: true; after: ActionItem; isChanged: boolean }
  | { ok: false; reason: 'no-reason' | 'closed-already' }

/** The same end twice changes nothing. What is dropped needs a reason. */
export function decideChange(
  action: ActionItem,
  wish: ActionWish,
  byUserId: UserId,
  now: Temporal.Instant,
): ActionDecision {
  const { close, reason = '', ownerUserId = action.ownerUserId, dueOn = action.dueOn } = wish
  if (action.state !== 'open')
    return action.state === close
      ? { ok: true, after: action, isChanged: false }
      : { ok: false, reason: 'closed-already' }
  if (close === 'dropped' && reason === '') return { ok: false, reason: 'no-reason' }
  const helpers = wish.helperUserIds ?? action.helperUserIds
  const helperUserIds = helpers.filter((userId) => userId !== ownerUserId)
  const weight = wish.weight === undefined ? action.weight : wish.weight
  const isHandedOn = ownerUserId !== action.ownerUserId
  const after: ActionItem = {
    ...action,
    ...{ ownerUserId, dueOn, helperUserIds, weight },
    ...(isHandedOn ? { assignedBy: byUserId, asStandIn: false } : {}),
    ...(close ? { state: close, closedBy: byUserId, closedAt: now } : {}),
    reason: close === 'dropped' ? reason : null,
  }
  const isChanged =
    isHandedOn ||
    close !== undefined ||
    weight !== action.weight ||
    !dueOn.equals(action.dueOn) ||
    helperUserIds.join() !== action.helperUserIds.join()
  return { ok: true, after, isChanged }
}
