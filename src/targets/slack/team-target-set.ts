// Renders the message to whoever acts for a team about its new target: before, after, of what it is a part, and why.
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { TeamTargetSetFacts } from '../domain/message-facts.ts'
import { periodName, roundedValue, targetName } from './figures.ts'
import { partOfText } from './part-of.ts'

const REASON_LENGTH = 2000
const NAME_LENGTH = 100

export function renderTeamTargetSet(facts: TeamTargetSetFacts, t: Translate): RenderedMessage {
  const { metric, period, before, after, byUserId, teamName, partOf, reason } = facts
  const said = {
    ...{ who: mention(byUserId), team: escapeWithin(teamName, NAME_LENGTH) },
    ...{ metric: targetName(metric, t), period: periodName(period, t) },
    after: roundedValue(metric, after, t),
  }
  const lines = [
    before === null
      ? t('cascade.told', said)
      : t('cascade.toldChange', { ...said, before: roundedValue(metric, before, t) }),
    ...(partOf ? [partOfText(partOf, 'cascade.partOf', t)] : []),
    ...(reason === '' ? [] : [quoted(reason, REASON_LENGTH)]),
    ...(before === null ? [] : [t('target.effective')]),
    t('cascade.toldHow'),
  ]
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
