// Renders the message to a person whose leave somebody else recorded or cancelled.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { LeaveChangedFacts } from '../domain/message-facts.ts'
import { leaveWhen } from './leave-form.ts'
import { teamLine, teamLineBlock } from './team-line.ts'

export function renderLeaveChanged(facts: LeaveChangedFacts, t: Translate): RenderedMessage {
  const said = { by: mention(facts.byUserId), when: leaveWhen(facts.leave, t) }
  const lines =
    facts.change === 'recorded'
      ? [t('leave.toldRecorded', said), t('leave.toldRecordedHint')]
      : [t('leave.toldCancelled', said), t('leave.toldCancelledHint')]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
