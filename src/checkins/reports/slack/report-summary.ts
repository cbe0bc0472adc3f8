// Renders a team's report for its channel: one compact message that fills up as reports come, requests for support first.
import { revisedText } from '../../../boards/slack/revised-text.ts'
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { limits } from '../../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { clip, mrkdwn } from '../../../slack/mrkdwn.ts'
import { titled } from '../../standup/slack/line-texts.ts'
import { namesLines } from '../../standup/slack/names-lines.ts'
import type { ReportedAnswer, ReportSummaryFacts } from '../domain/message-facts.ts'
import { callingReport, draftedTitle, sectionLabel } from './report-words.ts'
import { requestLine } from './support-lines.ts'

const NAME_LENGTH = 80
const LABEL_LENGTH = 60
/** Up to this many reports each is shown in a few lines; above that by name only. */
const ANSWERS_SHOWN = 25
/** Of a section: the rest stands in the report itself. */
const TEXT_LENGTH = 160
const REQUESTS_SHOWN = 20

export function renderReportSummary(facts: ReportSummaryFacts, translate: Translate): RenderedMessage {
  const t = callingReport(facts.definition, translate)
  const date = formatDate(facts.date, t.locale)
  const title = (team: string) => t('standup.summaryTitle', { team, date })
  const counts = t(facts.closed ? 'standup.answeredClosed' : 'standup.answeredSoFar', {
    ...{ answered: facts.answers.length, expected: facts.expected },
  })
  const counted = facts.revised ? `${counts} · ${revisedText(facts.revised, t)}` : counts
  const parts = facts.names === 'none' ? unnamedParts(facts, t) : namedParts(facts, t)
  const head: Block[] = [
    {
      type: 'header',
      text: { type: 'plain_text', text: clip(title(facts.teamName), limits.header.text.maxLength) },
    },
    { type: 'context', elements: [mrkdwn(counted)] },
  ]
  const spoken = title(escapeWithin(facts.teamName, NAME_LENGTH))
  return {
    text: wordsOf([spoken, counted, ...parts.flat()]),
    blocks: [...head, ...parts.flatMap((lines) => sectionsOf(lines))],
  }
}

/** Counts alone: what somebody wrote would tell who it was. */
function unnamedParts({ support, away }: ReportSummaryFacts, t: Translate): string[][] {
  const open = support.filter(({ state }) => state === 'open').length
  return [
    open > 0 ? [t('report.supportCount', { count: open })] : [],
    away.length > 0 ? [t('standup.awayCount', { count: away.length })] : [],
    [t('standup.unnamed')],
  ]
}

const namedParts = (facts: ReportSummaryFacts, t: Translate): string[][] => [
  supportPart(facts, t),
  ...answerParts(facts, t),
  namesLines(t('standup.missing'), facts.missing, t),
  namesLines(t('standup.away'), facts.away, t),
]

function supportPart({ support }: ReportSummaryFacts, t: Translate): string[] {
  if (support.length === 0) return []
  const lines = support
    .slice(0, REQUESTS_SHOWN)
    .map((request) => `*${escapeWithin(request.name, NAME_LENGTH)}* ${requestLine(request, t)}`)
  const rest = support.length - REQUESTS_SHOWN
  return [
    titled(t('report.supportTitle'), '', t).trimEnd(),
    ...lines,
    ...(rest > 0 ? [t('standup.more', { count: rest })] : []),
  ]
}

/** Each person's is a block of its own. */
function answerParts({ answers, definition }: ReportSummaryFacts, t: Translate): string[][] {
  if (answers.length > ANSWERS_SHOWN) {
    const names = answers.map(({ name }) => name)
    return [namesLines(t('standup.answered'), names, t)]
  }
  return answers.map((answer) => [
    `*${escapeWithin(answer.name, NAME_LENGTH)}*${answer.late ? ` · ${t('standup.late')}` : ''}`,
    ...definition.sections.flatMap((one) => {
      const text = shortOf(answer, one.key, t)
      const label = draftedTitle(escapeWithin(sectionLabel(one, t), LABEL_LENGTH), one.key, answer, t)
      return text ? [t('common.labelled', { label, value: text })] : []
    }),
  ])
}

const shortOf = ({ sections }: ReportedAnswer, key: string, t: Translate): string =>
  escapeWithin((sections[key] ?? '').replaceAll('\n', t('standup.itemSeparator')), TEXT_LENGTH)
