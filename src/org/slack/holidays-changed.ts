// Renders the message that a person keeps other public holidays from now on: for them, and for who manages them.

import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { HolidaysChangedFacts } from '../domain/message-facts.ts'
import { placeName } from './country-and-zone-choices.ts'
import { teamLine, teamLineBlock } from './team-line.ts'

export function renderHolidaysChanged(facts: HolidaysChangedFacts, t: Translate): RenderedMessage {
  const { userId, byUserId, place, from, own } = facts
  const said = {
    ...{ by: mention(byUserId), person: mention(userId), date: formatDate(from, t.locale) },
    place: place ? placeName(place, t) : t('holidays.teams'),
  }
  const lines = own
    ? [t('holidays.toldYours', said), t('holidays.toldYoursHint')]
    : [t(userId === byUserId ? 'holidays.toldSelf' : 'holidays.told', said)]
  return {
    text: [...lines, teamLine(facts, t)].join('\n'),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
