// Gathers by kind who loads the facts of a message, at the moment that it is about to go.

import { loadBoard } from '../../boards/flows/facts/board.ts'
import { loadHelpComing } from '../../checkins/standup/flows/facts/help-coming.ts'
import { loadHelpWanted } from '../../checkins/standup/flows/facts/help-wanted.ts'
import { loadStandupCard } from '../../checkins/standup/flows/facts/standup-card.ts'
import { loadStandupReminder } from '../../checkins/standup/flows/facts/standup-reminder.ts'
import { loadStandupSummary } from '../../checkins/standup/flows/facts/standup-summary.ts'
import type { Queryable } from '../../core/db/client.ts'
import { loadNumberCorrected } from '../../numbers/flows/facts/number-corrected.ts'
import { loadDeliveryProblem } from '../../org/flows/facts/delivery-problem.ts'
import { loadSetupInvitation } from '../../org/flows/facts/setup-invitation.ts'
import { loadTeamHandedOver } from '../../org/flows/facts/team-handed-over.ts'
import { loadTeamIntroduction } from '../../org/flows/facts/team-introduction.ts'
import type { OutboxMessage } from '../db/messages.ts'
import type { MessageFacts, MessageKind } from '../domain/message-facts.ts'

/** Null: there is nothing to say any more (the day is over, the person left); the message is dropped. */
type FactsLoader<K extends MessageKind = MessageKind> = (
  db: Queryable,
  message: OutboxMessage,
  now: Temporal.Instant,
) => Promise<Extract<MessageFacts, { kind: K }> | null>

type FactsLoaders = { readonly [K in MessageKind]: FactsLoader<K> }

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
  'delivery-problem': loadDeliveryProblem,
}

/** Null: there is nothing to show any more. */
export function factsOf(
  db: Queryable,
  message: OutboxMessage,
  now: Temporal.Instant,
): Promise<MessageFacts | null> {
  if (!(message.kind in FACTS)) throw new Error(`Nobody knows messages of the kind ${message.kind}.`)
  return FACTS[message.kind as MessageKind](db, message, now)
}
