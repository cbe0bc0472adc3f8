// Renders the message to a manager about a delivery problem.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { channelLink, escapeText, mention } from '../../slack/mrkdwn.ts'
import type { DeliveryProblemFacts } from '../domain/message-facts.ts'
import { teamLabel } from './team-line.ts'

export function renderDeliveryProblem(facts: DeliveryProblemFacts, t: Translate): RenderedMessage {
  const text = sentence(facts, t)
  return { text, blocks: sectionsOf([text]) }
}

function sentence(facts: DeliveryProblemFacts, t: Translate): string {
  const team = escapeText(facts.teamName)
  const channel = channelLink(facts.channelId)
  switch (facts.problem) {
    case 'channel-archived':
      return t('delivery-problem.channel-archived', { team, channel })
    case 'not-in-channel':
      return t('delivery-problem.not-in-channel', { team, channel })
    case 'cannot-message-member':
      return t('delivery-problem.cannot-message-member', {
        team: teamLabel(facts, t),
        member: facts.userId ? mention(facts.userId) : '',
      })
    case 'refused':
      return t('delivery-problem.refused', {
        team,
        place: facts.userId ? mention(facts.userId) : channel,
      })
    case 'paused':
      return t('delivery-problem.paused', { team, channel })
    case 'gave-up':
      return t('delivery-problem.gave-up', { team })
  }
}
