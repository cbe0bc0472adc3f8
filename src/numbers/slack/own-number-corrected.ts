// Renders the message that a manager corrected a number of their own: to the manager of the team above, else to an admin.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, quoted, sectionsOf } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import type { OwnNumberCorrectedFacts } from '../domain/message-facts.ts'
import { formatValue, metricName } from './format-value.ts'

const NAME_LENGTH = 60
const REASON_LENGTH = 2000

export function renderOwnNumberCorrected(facts: OwnNumberCorrectedFacts, t: Translate): RenderedMessage {
  const { byUserId, channelId, correction } = facts
  const values = { who: mention(byUserId), team: channelLink(channelId) }
  const lines = correction ? toldLines(correction, values, t) : [t('correct.ownToldAdmin', values)]
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

function toldLines(
  { metric, date, before, after, reason }: NonNullable<OwnNumberCorrectedFacts['correction']>,
  values: { who: string; team: string },
  t: Translate,
): string[] {
  const told = t('correct.ownTold', {
    ...values,
    metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
    date: formatDate(date, t.locale),
    before: before === null ? t('audit.noNumber') : formatValue(metric, before, t.locale),
    after: formatValue(metric, after, t.locale),
  })
  return [told, quoted(reason, REASON_LENGTH)]
}
