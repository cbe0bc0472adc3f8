// `/kpi seen`: tells a person who looked at their numbers, plans, reports and leave. Only they see it.
import { formatDate } from '../../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { CommandHandler } from '../../../slack/requests.ts'
import type { PersonalData, Reading } from '../domain/reading.ts'
import { DAYS_SHOWN, whoLooked } from '../flows/who-looked.ts'

const WHAT = {
  numbers: 'seen.numbers',
  plan: 'seen.plan',
  report: 'seen.report',
  leave: 'seen.leave',
} as const satisfies Record<PersonalData, MessageKey>

export const seenCommand: CommandHandler = async ({ who, t, reply }, context) =>
  reply(seenMessage(await whoLooked(context, who), t))

export function seenMessage(readings: readonly Reading[], t: Translate): RenderedMessage {
  const days = Map.groupBy(readings, ({ day }) => day.toString())
  const lines = [...days].flatMap(([day, ofDay]) => [
    `*${formatDate(Temporal.PlainDate.from(day), t.locale)}*`,
    ...ofDay.flatMap((reading) => readingLines(reading, t)),
  ])
  const all = [
    t('seen.title', { days: DAYS_SHOWN }),
    ...(lines.length > 0 ? lines : [t('seen.nobody')]),
    t('seen.channels'),
  ]
  return { text: wordsOf(all), blocks: sectionsOf(all) }
}

function readingLines({ viewerUserId, opened, sent }: Reading, t: Translate): string[] {
  const who = mention(viewerUserId)
  const listed = (what: readonly PersonalData[]) =>
    what.map((one) => t(WHAT[one])).join(t('common.listSeparator'))
  return [
    ...(opened.length > 0 ? [t('seen.opened', { who, what: listed(opened) })] : []),
    ...(sent.length > 0 ? [t('seen.sent', { who, what: listed(sent) })] : []),
  ]
}
