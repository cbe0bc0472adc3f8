// Renders the message to a rep about their new target: before, after and why.
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { teamLine, teamLineBlock } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { quoted, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { TargetSetFacts } from '../domain/message-facts.ts'
import { periodName, targetName } from './figures.ts'

const REASON_LENGTH = 2000

export function renderTargetSet(facts: TargetSetFacts, t: Translate): RenderedMessage {
  const { metric, before, after, reason } = facts
  const said = {
    ...{ who: mention(facts.byUserId), metric: targetName(metric, t), period: periodName(facts.period, t) },
    after: formatValue(metric, after, t.locale),
  }
  const told =
    before === null
      ? t('target.told', said)
      : t('target.toldChange', { ...said, before: formatValue(metric, before, t.locale) })
  const lines = [told, ...(reason === '' ? [] : [quoted(reason, REASON_LENGTH)]), t('target.toldHow')]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
