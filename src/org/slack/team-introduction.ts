// Renders the message that introduces a new team in its channel: check-in times and manager.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { clockTime } from '../../slack/clock-time.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { TeamIntroductionFacts } from '../domain/message-facts.ts'

export function renderTeamIntroduction(facts: TeamIntroductionFacts, t: Translate): RenderedMessage {
  const text = t('setup.introduction', {
    team: escapeWithin(facts.teamName, 300),
    people: facts.memberCount,
    prompt: clockTime(facts.promptTime, t.locale),
    close: clockTime(facts.closeTime, t.locale),
    zone: t(facts.zoneRule === 'member' ? 'setup.introductionOwnZone' : 'setup.introductionTeamZone'),
    manager: mention(facts.managerUserId),
  })
  return { text, blocks: [section(text)] }
}
