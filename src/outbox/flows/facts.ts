// Gathers by kind who loads the facts of a notice, at the moment that it is about to go.

import { loadBoard } from '../../boards/flows/facts/board.ts'
import { loadHelpComing } from '../../checkins/standup/flows/facts/help-coming.ts'
import { loadHelpWanted } from '../../checkins/standup/flows/facts/help-wanted.ts'
import { loadStandupCard } from '../../checkins/standup/flows/facts/standup-card.ts'
import { loadStandupReminder } from '../../checkins/standup/flows/facts/standup-reminder.ts'
import { loadStandupSummary } from '../../checkins/standup/flows/facts/standup-summary.ts'
import type { Queryable } from '../../core/db/client.ts'
import { loadNumberCorrected } from '../../numbers/flows/facts/number-corrected.ts'
import { loadTrouble } from '../../org/flows/facts/delivery-problem.ts'
import { loadSetupInvitation } from '../../org/flows/facts/setup-invitation.ts'
import { loadTeamHandedOver } from '../../org/flows/facts/team-handed-over.ts'
import { loadTeamIntroduction } from '../../org/flows/facts/team-introduction.ts'
import type { Notice } from '../db/messages.ts'
import type { NoticeFacts, NoticeKind } from '../domain/message-facts.ts'

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
