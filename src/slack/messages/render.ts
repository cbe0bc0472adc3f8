// Gathers by kind who turns the facts of a notice into a message, in the language of whoever reads it.
import type { Locale } from '../../domain/locale.ts'
import type { NoticeFacts, NoticeKind } from '../../domain/notice.ts'
import { type Translate, translator } from '../../i18n/translate.ts'
import type { RenderedMessage } from '../blocks.ts'
import { renderBoard } from './board.ts'
import { renderHelpComing } from './help-coming.ts'
import { renderHelpWanted } from './help-wanted.ts'
import { renderNumberCorrected } from './number-corrected.ts'
import { renderSetupInvitation } from './setup-invitation.ts'
import { renderStandupCard } from './standup-card.ts'
import { renderStandupReminder } from './standup-reminder.ts'
import { renderStandupSummary } from './standup-summary.ts'
import { renderTeamHandedOver } from './team-handed-over.ts'
import { renderTeamIntroduction } from './team-introduction.ts'
import { renderTrouble } from './trouble.ts'

type Render<K extends NoticeKind> = (
  facts: Extract<NoticeFacts, { kind: K }>,
  t: Translate,
) => RenderedMessage

const RENDERERS: { readonly [K in NoticeKind]: Render<K> } = {
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
  trouble: renderTrouble,
}

export function renderNotice(facts: NoticeFacts, locale: Locale): RenderedMessage {
  // The table pairs each kind with its own facts; the compiler cannot follow that through the lookup.
  const render = RENDERERS[facts.kind] as (facts: NoticeFacts, t: Translate) => RenderedMessage
  return render(facts, translator(locale))
}
