// Renders what was changed for everyone in a team on one day, for its channel.
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { sectionsOf, wordsOf } from '../../../slack/lines.ts'
import type { TeamChangesFacts } from '../flows/facts/team-changes.ts'
import { linesOf } from './audit-message.ts'

export function renderTeamChanges({ date, events, more }: TeamChangesFacts, t: Translate): RenderedMessage {
  const lines = [
    t('audit.announced', { date: formatDate(date, t.locale) }),
    ...(more ? [t('audit.announcedMore')] : []),
    ...events.flatMap((event) => linesOf(event, t)),
  ]
  return { text: wordsOf(lines), blocks: sectionsOf(lines) }
}
