// What higher features say to somebody who has just logged a deal, below what was saved.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { WorkspaceId } from '../../core/ids.ts'

/** Null: nothing to say of this act. */
export type DealNote = (
  act: { workspaceId: WorkspaceId; sourceKey: string; t: Translate },
  context: Context,
) => Promise<string | null>

declare module '../../core/context.ts' {
  interface Contributions {
    dealNotes: readonly DealNote[]
  }
}
