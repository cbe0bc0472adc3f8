// Renders to a team's new manager and to the former one that it has changed hands, and by whom.
import type { TeamHandedOverFacts } from '../../domain/notice.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { RenderedMessage } from '../blocks.ts'
import { section } from '../forms/fields.ts'
import { channelLink, mention } from '../mrkdwn.ts'
import { escapeWithin } from './lines.ts'

export function renderTeamHandedOver(facts: TeamHandedOverFacts, t: Translate): RenderedMessage {
  const { byUserId, toUserId } = facts
  const said = { team: escapeWithin(facts.teamName, 300), by: mention(byUserId) }
  const text =
    facts.reader === 'new-manager'
      ? t('team.handedToYou', { ...said, channel: channelLink(facts.channelId) })
      : byUserId === toUserId
        ? t('team.takenOver', said)
        : t('team.handedToOther', { ...said, manager: mention(toUserId) })
  return { text, blocks: [section(text)] }
}
