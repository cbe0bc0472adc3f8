// What a higher feature has to contribute so that its open things stand in the one list of what is to be done.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { ActionItem, OriginKind } from '../domain/action-item.ts'
import type { SourceItem } from '../domain/listed-action.ts'

export interface ActionSource {
  /** Of its items. */
  kind: OriginKind
  /** Open ones of which the person is the owner, and those in the teams. `userId` null: only those in the teams. */
  open(
    q: Queryable,
    of: { workspaceId: WorkspaceId; userId: UserId | null; teamIds: readonly TeamId[] },
  ): Promise<SourceItem[]>
  /** Checks who may. False: it was refused. */
  close(context: Context, who: Person, id: string): Promise<boolean>
}

/** A feature that makes items of what somebody has promised it. */
export interface ActionOrigin {
  kind: OriginKind
  /** Between which dates such an item may be moved. It is asked before the item is locked, so it may lock what it made it of. Null: any. */
  dates(tx: Transaction, now: Temporal.Instant, action: ActionItem): Promise<ActionDates | null>
  /** Whom such an item is about. It is not passed on to them. Null: it is about nobody. */
  about(tx: Transaction, action: ActionItem): Promise<UserId | null>
}

/** Both included. */
export interface ActionDates {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

declare module '../../core/context.ts' {
  interface Contributions {
    actionSources: readonly ActionSource[]
    actionOrigins: readonly ActionOrigin[]
  }
}
