// What a warning shows its reader.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { OwnTarget } from '../../targets/domain/own-target.ts'
import type { Note } from './episode.ts'
import type { Above } from './ladder-of.ts'
import type { WarningRights } from './permissions.ts'
import type { Warning } from './warning.ts'

export interface WarningView {
  warning: Warning
  team: TeamIdentity
  /** The team's. */
  zone: string
  /** The reader's. Missing: in a list, which says no time. */
  readerZone?: string
  /** Null: it is about no number. */
  metric: Metric | null
  /** Whom it is about; of a risk of the team who has raised it. */
  repUserId: UserId
  /** Of the person or the team. */
  name: string
  /** The reader is the one whom it is about, or has raised it without leading the team. */
  own: boolean
  /** Who leads from above, or is named for what nobody answers, and was told last. Missing: nobody was. */
  reached?: UserId
  /** Missing: in a list, which says nothing of it. */
  above?: Above
  /** What the reader may do about it. */
  can: WarningRights
  /** As it runs now. Null: there is none any more. */
  target: OwnTarget | null
  /** What the person is blocked by, and nobody helps with: how many, and since when. Missing: nothing. */
  blocked?: { count: number; since: Temporal.PlainDate }
}

export interface WarningNoteView extends WarningView {
  note: Note
}

/** What is left for a reader who got the warning and may not see it any more. */
export interface LostView {
  /** They are the one whom it is about, and are in the team no longer. False: others lead it now. */
  left: boolean
  team: TeamIdentity
}
