// The change of action items that this feature announces to the features above it.
import { type Change, defineChange } from '../../core/changes.ts'
import type { UserId } from '../../core/ids.ts'
import type { ActionItem } from '../domain/action-item.ts'

/** Action items were added, closed, or got another owner or date. Announced after the rows were written. */
export const actionsChanged: Change<{
  /** `before` null: it is new. */
  actions: readonly { before: ActionItem | null; after: ActionItem }[]
  /** Null: not a person. */
  byUserId: UserId | null
}> = defineChange('actions-changed')
