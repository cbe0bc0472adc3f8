// Renders the message to a blocker's owner: the helper has taken it on, later that it is solved.

import type { Translate } from '../../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { quoted, sectionsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { HelpComingFacts } from '../domain/message-facts.ts'

const TEXT_LENGTH = 2000

export function renderHelpComing(facts: HelpComingFacts, t: Translate): RenderedMessage {
  const said = { helper: mention(facts.helperUserId) }
  const solved = facts.state === 'closed'
  const lines = [
    solved ? t('standup.helpDone', said) : t('standup.helpComing', said),
    quoted(facts.text, TEXT_LENGTH),
    ...(solved ? [t('standup.helpDoneHint')] : []),
  ]
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}
