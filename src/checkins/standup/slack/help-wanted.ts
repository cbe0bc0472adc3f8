// Renders a colleague's request for help to the one who was asked: take it on, say that it is solved, or see that it is.

import type { Translate } from '../../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { quoted, sectionsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { HelpWantedFacts } from '../domain/message-facts.ts'
import { STANDUP } from './ids.ts'

const TEXT_LENGTH = 2000

const FIRST_LINES = {
  open: 'standup.helpWanted',
  helped: 'standup.helpGiven',
  closed: 'standup.helpWasWanted',
} as const

export function renderHelpWanted(facts: HelpWantedFacts, t: Translate): RenderedMessage {
  const from = mention(facts.fromUserId)
  const lines = [t(FIRST_LINES[facts.state], { from }), quoted(facts.text, TEXT_LENGTH)]
  if (facts.byOther !== null) lines.push(t('standup.helpByOther', { helper: mention(facts.byOther) }))
  else if (facts.state === 'closed') lines.push(t('standup.helpSolved'))
  if (facts.state === 'helped') lines.push(t('standup.helpTaken'))
  const blocks = sectionsOf(lines)
  if (facts.state !== 'closed')
    blocks.push({
      type: 'actions',
      elements: [
        {
          type: 'button',
          style: 'primary',
          action_id: facts.state === 'open' ? STANDUP.help : STANDUP.solved,
          text: {
            type: 'plain_text',
            text: t(facts.state === 'open' ? 'standup.willHelp' : 'standup.solved'),
          },
          value: facts.blockerId,
        },
      ],
    })
  return { text: lines.join('\n'), blocks }
}
