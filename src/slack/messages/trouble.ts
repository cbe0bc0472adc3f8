// Renders what a manager has to set right before the bot can go on.
import type { TroubleFacts } from '../../domain/notice.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { RenderedMessage } from '../blocks.ts'
import { channelLink, escapeText, mention } from '../mrkdwn.ts'
import { sectionsOf } from './lines.ts'

export function renderTrouble(facts: TroubleFacts, t: Translate): RenderedMessage {
  const text = sentence(facts, t)
  return { text, blocks: sectionsOf([text]) }
}

function sentence(facts: TroubleFacts, t: Translate): string {
  const team = escapeText(facts.teamName)
  const channel = channelLink(facts.channelId)
  switch (facts.problem) {
    case 'channel-archived':
      return t('trouble.channel-archived', { team, channel })
    case 'not-in-channel':
      return t('trouble.not-in-channel', { team, channel })
    case 'cannot-message-member':
      return t('trouble.cannot-message-member', { team, member: facts.userId ? mention(facts.userId) : '' })
  }
}
