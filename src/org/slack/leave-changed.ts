// Renders the message to a person whose leave somebody else recorded or cancelled.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { isTrip } from '../domain/leave-kind.ts'
import type { LeaveChangedFacts } from '../domain/message-facts.ts'
import { leaveText } from './leave-form.ts'
import { teamLine, teamLineBlock } from './team-line.ts'

export function renderLeaveChanged(facts: LeaveChangedFacts, t: Translate): RenderedMessage {
  const said = { by: mention(facts.byUserId), when: leaveText(facts.leave, facts.today, t) }
  const trip = isTrip(facts.leave.kind)
  const lines =
    facts.change === 'recorded'
      ? [t('leave.toldRecorded', said), t(trip ? 'leave.toldTripHint' : 'leave.toldRecordedHint')]
      : [t('leave.toldCancelled', said), ...(trip ? [] : [t('leave.toldCancelledHint')])]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
