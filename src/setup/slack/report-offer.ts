// Renders what whoever leads a team is told once about weekly reports.
import type { Translate } from '../../core/i18n/translate.ts'
import { TEAM_SETUP } from '../../org/slack/ids.ts'
import type { Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import type { ReportOfferFacts } from '../domain/message-facts.ts'

const TEAM_LENGTH = 150

/** The button opens the team's settings. */
export function renderReportOffer({ teamName, channelId }: ReportOfferFacts, t: Translate): RenderedMessage {
  const text = t('setup.weeklyOffer', { team: escapeWithin(teamName, TEAM_LENGTH) })
  const button: Button = {
    ...{ type: 'button', action_id: TEAM_SETUP.open, text: plain(t('setup.titleChange')), value: channelId },
  }
  return { text, blocks: [...sectionsOf([text]), { type: 'actions', elements: [button] }] }
}
