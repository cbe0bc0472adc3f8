// What a higher feature has to contribute so that its open things stand in the one list of what is to be done.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { OriginKind } from '../domain/action-item.ts'
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

declare module '../../core/context.ts' {
  interface Contributions {
    actionSources: readonly ActionSource[]
  }
}
