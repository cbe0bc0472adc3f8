// What the audit records of action items that somebody else than their owner added or changed: never the text.
import type { UserId } from '../../core/ids.ts'
import type { ActionItem, ActionState } from './action-item.ts'

export interface AuditedAction {
  ownerUserId: UserId
  /** ISO date. */
  dueOn: string
  state: ActionState
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    /** `before` null: it was added. */
    'action-item': { before: AuditedAction | null; after: AuditedAction }
  }
}

export const auditedAction = ({ ownerUserId, dueOn, state }: ActionItem): AuditedAction => ({
  ...{ ownerUserId, dueOn: dueOn.toString(), state },
})
