// Renders to a member that someone set a number of theirs right: from what, to what, and why.

import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, quoted, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { NumberCorrectedFacts } from '../domain/message-facts.ts'
import { formatValue, metricName } from './format-value.ts'

const NAME_LENGTH = 60
const REASON_LENGTH = 2000

export function renderNumberCorrected(facts: NumberCorrectedFacts, t: Translate): RenderedMessage {
  const { metric, before, after } = facts
  const said = {
    who: mention(facts.byUserId),
    metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
    date: formatDate(facts.date, t.locale),
    after: formatValue(metric, after, t.locale),
  }
  const told =
    before === null
      ? t('correct.told', said)
      : t('correct.toldChange', { ...said, before: formatValue(metric, before, t.locale) })
  const lines = [told, quoted(facts.reason, REASON_LENGTH)]
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}
