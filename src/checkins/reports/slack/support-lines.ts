// Writes a request for support as a line: what is needed, of whom, by when, or that it is done.
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { escapeWithin } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { SupportRequest } from '../domain/support.ts'

const TEXT_LENGTH = 300

export function requestLine({ text, ownerUserId, dueOn, state }: SupportRequest, t: Translate): string {
  const said = {
    text: escapeWithin(text.replaceAll('\n', ' '), TEXT_LENGTH),
    owner: mention(ownerUserId),
    date: formatDate(dueOn, t.locale),
  }
  if (state === 'open') return `:inbox_tray: ${t('report.supportOpen', said)}`
  return `:white_check_mark: ${t('report.supportDone', said)}`
}
