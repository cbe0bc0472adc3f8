// Says why an item was not changed.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { ActionChanged } from '../flows/change-action.ts'

const SENTENCES = {
  'not-allowed': 'todo.notAllowed',
  'no-reason': 'todo.reasonMissing',
  'not-in-team': 'todo.notInTeam',
  past: 'todo.past',
} as const

export function refusalText(refused: Extract<ActionChanged, { ok: false }>, t: Translate): string {
  if (refused.reason === 'date') {
    const { first, last } = refused
    return t('todo.dateOutside', { first: formatDate(first, t.locale), last: formatDate(last, t.locale) })
  }
  if (refused.reason !== 'closed-already') return t(SENTENCES[refused.reason])
  const { closedBy, closedAt, ownerUserId } = refused.action
  const day = closedAt?.toZonedDateTimeISO('UTC').toPlainDate()
  return t('todo.closedAlready', {
    who: mention(closedBy ?? ownerUserId),
    date: day ? formatDate(day, t.locale) : '',
  })
}
