// Gathers by kind who turns the facts of a message into a message, in the language of whoever reads it.

import { renderBoard } from '../boards/slack/board-message.ts'
import { renderHelpComing } from '../checkins/standup/slack/help-coming.ts'
import { renderHelpWanted } from '../checkins/standup/slack/help-wanted.ts'
import { renderStandupCard } from '../checkins/standup/slack/standup-card.ts'
import { renderStandupReminder } from '../checkins/standup/slack/standup-reminder.ts'
import { renderStandupSummary } from '../checkins/standup/slack/standup-summary.ts'
import type { Translate } from '../core/i18n/translate.ts'
import { renderNumberCorrected } from '../numbers/slack/number-corrected.ts'
import { renderDeliveryProblem } from '../org/slack/delivery-problem.ts'
import { renderSetupInvitation } from '../org/slack/setup-invitation.ts'
import { renderTeamHandedOver } from '../org/slack/team-handed-over.ts'
import { renderTeamIntroduction } from '../org/slack/team-introduction.ts'
import type { MessageFacts, MessageKind } from '../outbox/domain/message-facts.ts'
import type { RenderedMessage } from './blocks.ts'

type Render<K extends MessageKind> = (
  facts: Extract<MessageFacts, { kind: K }>,
  t: Translate,
) => RenderedMessage

const RENDERERS: { readonly [K in MessageKind]: Render<K> } = {
  board: renderBoard,
  'help-coming': renderHelpComing,
  'help-wanted': renderHelpWanted,
  'number-corrected': renderNumberCorrected,
  'setup-invitation': renderSetupInvitation,
  'standup-card': renderStandupCard,
  'standup-reminder': renderStandupReminder,
  'standup-summary': renderStandupSummary,
  'team-handed-over': renderTeamHandedOver,
  'team-introduction': renderTeamIntroduction,
  'delivery-problem': renderDeliveryProblem,
}

export function renderMessage(facts: MessageFacts, t: Translate): RenderedMessage {
  // The table pairs each kind with its own facts; the compiler cannot follow that through the lookup.
  const render = RENDERERS[facts.kind] as (facts: MessageFacts, t: Translate) => RenderedMessage
  return render(facts, t)
}
