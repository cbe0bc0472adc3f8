// Renders what reports say about market and customers: who wrote it, when and in which team, with what was looked for in bold.
import { formatFullDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { plain, section } from '../../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../../slack/lines.ts'
import { escapeText } from '../../../slack/mrkdwn.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import { INSIGHTS_ON_PAGE, SEARCH_LENGTH } from '../domain/insight.ts'
import type { MarkedPart } from '../domain/marked-text.ts'
import type { ShownInsight, ShownInsights } from '../flows/find-insights.ts'
import { REPORT } from './ids.ts'

const NAME_LENGTH = 80

export function insightsMessage(shown: ShownInsights, typed: string, t: Translate): RenderedMessage {
  const said = { typed: escapeWithin(typed, SEARCH_LENGTH), count: shown.total }
  if (shown.found.length === 0) return textMessage(t(typed === '' ? 'insight.none' : 'insight.nothing', said))
  const titles = {
    newest: t('insight.newest'),
    every: t('insight.found', said),
    some: t('insight.some', said),
  }
  const title = titles[shown.how]
  const lines = shown.found.map((one) => insightLines(one, t))
  return {
    text: wordsOf([title, ...lines]),
    blocks: [section(title), ...lines.map(section), ...pageButtons(shown, typed, t)],
  }
}

const insightLines = ({ name, teamName, date, parts }: ShownInsight, t: Translate): string =>
  `${t('insight.whoWhen', {
    name: escapeWithin(name || t('todo.someone'), NAME_LENGTH),
    team: escapeWithin(teamName, NAME_LENGTH),
    date: formatFullDate(date, t.locale),
  })}\n> ${markedLine(parts)}`

/** Slack shows as bold only what stands apart from other letters. */
function markedLine(parts: readonly MarkedPart[]): string {
  let line = ''
  for (const { text, isFound } of parts) {
    const written = escapeText(text.replaceAll(/\s+/gu, ' '))
    const apart = /[\p{L}\p{N}*_~`]$/u.test(line) && isFound ? ' ' : ''
    const behind = line.endsWith('*') && /^[^\s\p{P}]/u.test(written) ? ' ' : ''
    line += isFound ? `${apart}*${written}*` : `${behind}${written}`
  }
  return line
}

function pageButtons({ page, total }: ShownInsights, typed: string, t: Translate): Block[] {
  const button = (id: string, label: string, to: number) => ({
    ...{ type: 'button' as const, action_id: `${REPORT.turnInsights}#${id}`, text: plain(label) },
    value: JSON.stringify({ typed, page: to }),
  })
  const elements = [
    ...(page > 0 ? [button('back', t('insight.back'), page - 1)] : []),
    ...(total > (page + 1) * INSIGHTS_ON_PAGE ? [button('more', t('insight.more'), page + 1)] : []),
  ]
  return elements.length > 0 ? [{ type: 'actions', elements }] : []
}
