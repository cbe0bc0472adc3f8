// Renders what whoever leads a team is told once about weekly reports.
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import type { ReportOfferFacts } from '../domain/message-facts.ts'

const TEAM_LENGTH = 150

export function renderReportOffer({ teamName, channelId }: ReportOfferFacts, t: Translate): RenderedMessage {
  const said = { team: escapeWithin(teamName, TEAM_LENGTH), channel: channelLink(channelId) }
  const text = t('setup.weeklyOffer', said)
  return { text, blocks: sectionsOf([text]) }
}
