// What a report and its sections are called: in the team's words, or in those of the reader's language.

import { milestonesText } from '../../../actions/slack/milestones-text.ts'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../../core/i18n/translate.ts'
import { cleanText } from '../../../core/text.ts'
import { formatValue, metricName } from '../../../numbers/slack/format-value.ts'
import { clip } from '../../../slack/mrkdwn.ts'
import { draftedHow } from '../domain/drafted.ts'
import type { WeekWriter, WonDeal } from '../domain/known-week.ts'
import type { ReportDefinition, ReportSection } from '../domain/report-kind.ts'

const SECTIONS: Readonly<Record<string, MessageKey>> = {
  results: 'report.results',
  plan: 'report.plan',
  challenges: 'report.challenges',
  market: 'report.market',
}

/** Where a label stands before each person's text. */
const SHORT_SECTIONS: Readonly<Record<string, MessageKey>> = {
  results: 'report.resultsShort',
  plan: 'report.planShort',
  challenges: 'report.challengesShort',
  market: 'report.marketShort',
}

const NAME_LENGTH = 40
const LABEL_LENGTH = 30

/** A translator that calls the check-in by this report's name, without what Slack reads as markup: it stands in titles as well as in sentences. */
export const callingReport = ({ title }: Pick<ReportDefinition, 'title'>, t: Translate): Translate =>
  t.calling(cleanText(title.replace(/[<>&*_~`@|]/g, ' '), NAME_LENGTH) || t('report.weekly'))

export const sectionTitle = ({ key, text }: ReportSection, t: Translate): string =>
  text ?? t(SECTIONS[key] ?? 'report.results')

/** A team's own question is cut: it is repeated for each person. */
export const sectionLabel = ({ key, text }: ReportSection, t: Translate): string =>
  text === null ? t(SHORT_SECTIONS[key] ?? 'report.resultsShort') : clip(text, LABEL_LENGTH)

/** Customer and amount. */
export function dealName({ customer, metric, amount }: WonDeal, t: Translate): string {
  const value = metric ? `${metricName(metric, t)} ${formatValue(metric, amount, t.locale)}` : ''
  return [customer ?? '', value].filter((part) => part !== '').join(' · ')
}

export const dealText = (deal: WonDeal, t: Translate): string => t('report.won', { deal: dealName(deal, t) })

/** A day and a time for sentences that say until when a report is open again. */
export const untilText = (until: Temporal.Instant, zone: string, t: Translate) => ({
  untilDate: formatDate(until.toZonedDateTimeISO(zone).toPlainDate(), t.locale),
  untilTime: formatTime(until, zone, t.locale),
})

/** What fills in the sections, in the member's language. */
export const weekWriter = (t: Translate): WeekWriter => ({
  deal: (deal) => dealText(deal, t),
  milestones: (progress) => milestonesText(progress, t),
})

/** A section's title, which says where a model's draft was filed as it was written, and whether it is all. Escaped. */
export const draftedTitle = (
  title: string,
  key: string,
  { drafted }: { drafted: readonly string[] },
  t: Translate,
): string => {
  const how = draftedHow(drafted, key)
  if (how === null) return title
  return t(how === 'partly' ? 'report.draftedPartly' : 'report.draftedByModel', { title })
}
