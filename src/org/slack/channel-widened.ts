// Renders the message to a manager that more people can read the team's channel than before, and what to do about it.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import type { ChannelWidenedFacts } from '../domain/message-facts.ts'

export function renderChannelWidened(facts: ChannelWidenedFacts, t: Translate): RenderedMessage {
  const said = { team: escapeWithin(facts.teamName, 300), channel: channelLink(facts.channelId) }
  const lines = [
    t(facts.stage === 'external' ? 'team.channelShared' : 'team.channelPublic', said),
    t('team.channelWidenedHint', said),
  ]
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}
