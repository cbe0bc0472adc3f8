// Renders the message that next year's public holidays are not published yet, or that they are in.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { sectionsOf } from '../../slack/lines.ts'
import type { NextHolidaysFacts } from '../domain/message-facts.ts'
import { countryName } from './country-and-zone-choices.ts'
import { teamLine, teamLineBlock } from './team-line.ts'

export function renderNextHolidays(facts: NextHolidaysFacts, t: Translate): RenderedMessage {
  const said = { country: countryName(facts.country, t.locale), year: String(facts.year) }
  const lines =
    facts.changed === null
      ? [t('holidays.provisional', said), t('holidays.provisionalHint')]
      : [t('holidays.published', { ...said, changed: facts.changed })]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
