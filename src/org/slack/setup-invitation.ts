// Renders the invitation to set up a team, for the person who added the bot to a channel. After set-up it says that it is done.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import type { SetupInvitationFacts } from '../domain/message-facts.ts'
import { TEAM_SETUP } from './ids.ts'

const TEAM_LENGTH = 300

export function renderSetupInvitation(
  { channelId, teamName, gone }: SetupInvitationFacts,
  t: Translate,
): RenderedMessage {
  if (teamName !== null) {
    const team = escapeWithin(teamName, TEAM_LENGTH)
    const text = t('setup.invitationDone', { team, channel: channelLink(channelId) })
    return { text, blocks: [section(text)] }
  }
  if (gone) {
    const left = t('setup.invitationGone', { channel: channelLink(channelId) })
    return { text: left, blocks: [section(left)] }
  }
  const text = t('setup.invitation', { channel: channelLink(channelId) })
  return {
    text,
    blocks: [
      section(text),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            style: 'primary',
            action_id: TEAM_SETUP.open,
            text: plain(t('setup.button')),
            value: channelId,
          },
        ],
      },
    ],
  }
}
