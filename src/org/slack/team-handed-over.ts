// Renders the message to the new and the former manager that a team has a new manager, and who changed it.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import type { TeamHandedOverFacts } from '../domain/message-facts.ts'
import { teamLabel } from './team-line.ts'

export function renderTeamHandedOver(facts: TeamHandedOverFacts, t: Translate): RenderedMessage {
  const { byUserId, toUserId } = facts
  const values = { team: teamLabel(facts, t), by: mention(byUserId) }
  const team = escapeWithin(facts.teamName, 300)
  const text =
    facts.reader === 'new-manager'
      ? t('team.handedToYou', { ...values, team, channel: channelLink(facts.channelId) })
      : byUserId === toUserId
        ? t('team.takenOver', values)
        : t('team.handedToOther', { ...values, manager: mention(toUserId) })
  return { text, blocks: [section(text)] }
}
