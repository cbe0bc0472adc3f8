// Gathers by kind who loads the facts of a notice, at the moment that it is about to go.
import type { Queryable } from '../../db/client.ts'
import type { Notice } from '../../db/notices.ts'
import type { NoticeFacts, NoticeKind } from '../../domain/notice.ts'
import { loadBoard } from './board.ts'
import { loadHelpComing } from './help-coming.ts'
import { loadHelpWanted } from './help-wanted.ts'
import { loadNumberCorrected } from './number-corrected.ts'
import { loadSetupInvitation } from './setup-invitation.ts'
import { loadStandupCard } from './standup-card.ts'
import { loadStandupReminder } from './standup-reminder.ts'
import { loadStandupSummary } from './standup-summary.ts'
import { loadTeamHandedOver } from './team-handed-over.ts'
import { loadTeamIntroduction } from './team-introduction.ts'
import { loadTrouble } from './trouble.ts'

/** Null: there is nothing to say any more (the day is over, the person left); the notice is dropped. */
export type FactsLoader<K extends NoticeKind = NoticeKind> = (
  db: Queryable,
  notice: Notice,
  now: Temporal.Instant,
) => Promise<Extract<NoticeFacts, { kind: K }> | null>

export type FactsLoaders = { readonly [K in NoticeKind]: FactsLoader<K> }

export const FACTS: FactsLoaders = {
  board: loadBoard,
  'help-coming': loadHelpComing,
  'help-wanted': loadHelpWanted,
  'number-corrected': loadNumberCorrected,
  'setup-invitation': loadSetupInvitation,
  'standup-card': loadStandupCard,
  'standup-reminder': loadStandupReminder,
  'standup-summary': loadStandupSummary,
  'team-handed-over': loadTeamHandedOver,
  'team-introduction': loadTeamIntroduction,
  trouble: loadTrouble,
}
