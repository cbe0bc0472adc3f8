// What higher features add to a person's own numbers: above those of `/kpi me`.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'

/** Null: nothing to add for this person. `channelId`: where they ask, which says for which of their teams. */
export type OwnNumbersPart = (
  asked: { who: Person; now: Temporal.Instant; t: Translate; channelId: ChannelId | null },
  context: Context,
) => Promise<RenderedMessage | null>

declare module '../../core/context.ts' {
  interface Contributions {
    ownNumbers: readonly OwnNumbersPart[]
  }
}
