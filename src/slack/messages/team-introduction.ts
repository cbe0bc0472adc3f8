// Renders what a channel is told when its team begins: when people are asked, and who looks after it.
import type { TeamIntroductionFacts } from '../../domain/notice.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { RenderedMessage } from '../blocks.ts'
import { clockTime } from '../forms/clock-time.ts'
import { section } from '../forms/fields.ts'
import { mention } from '../mrkdwn.ts'
import { escapeWithin } from './lines.ts'

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
