// Renders the message to a member about a correction of their number: old value, new value and reason.

import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, quoted, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { NumberCorrectedFacts } from '../domain/message-facts.ts'
import { formatValue, metricName } from './format-value.ts'

const NAME_LENGTH = 60
const REASON_LENGTH = 2000

export function renderNumberCorrected(facts: NumberCorrectedFacts, t: Translate): RenderedMessage {
  const { metric, before, after } = facts
  const values = {
    who: mention(facts.byUserId),
    metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
    date: formatDate(facts.date, t.locale),
    after: formatValue(metric, after, t.locale),
  }
  const change =
    before === null
      ? t('correct.told', values)
      : t('correct.toldChange', { ...values, before: formatValue(metric, before, t.locale) })
  const lines = [change, quoted(facts.reason, REASON_LENGTH)]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
