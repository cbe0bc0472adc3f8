// Renders a member's card of a report, the prompt and then the receipt in its place, and the reminder.
import { milestonesText } from '../../../actions/slack/milestones-text.ts'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { Block, Button, RenderedMessage } from '../../../slack/blocks.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import { targetLines } from '../../../targets/slack/target-lines.ts'
import { listed, titled } from '../../standup/slack/line-texts.ts'
import { isEnough } from '../domain/known-week.ts'
import type {
  ReportCardFacts,
  ReportNudgeFacts,
  ReportReceipt,
  ReportReminderFacts,
} from '../domain/message-facts.ts'
import { REPORT } from './ids.ts'
import { answerButtons, laterButtons, reportButton } from './report-buttons.ts'
import { callingReport, dealText, sectionTitle, untilText } from './report-words.ts'
import { requestLine } from './support-lines.ts'

const TEAM_LENGTH = 150
/** A section of text that is longer is cut: the form has all of it. */
const TEXT_LENGTH = 600
const TITLE_LENGTH = 150
const TARGETS_SHOWN = 6
const REQUESTS_SHOWN = 5

export function renderReportCard(facts: ReportCardFacts, translate: Translate): RenderedMessage {
  const t = callingReport(facts.definition, translate)
  if (facts.phase === 'receipt' && facts.receipt) return receiptCard(facts, facts.receipt, t)
  if (facts.phase === 'prompt') return prompt(facts, t)
  const of = refOf(facts)
  const sentences = {
    excused: t('standup.excused', saidOf(facts, t)),
    over: t('report.missedOver', saidOf(facts, t)),
    missed: t('standup.missed', saidOf(facts, t)),
    receipt: t('standup.receipt', saidOf(facts, t)),
  }
  const late = facts.phase === 'missed' ? [reportButton(REPORT.open, of, t('standup.fileLate'))] : []
  return message(facts, [sentences[facts.phase]], [], late, t)
}

const refOf = ({ teamId, definition, date }: ReportCardFacts | ReportReminderFacts | ReportNudgeFacts) => ({
  ...{ teamId, name: definition.name, date },
})

const saidOf = (
  { teamName, date, closeAt, zone }: ReportCardFacts | ReportReminderFacts | ReportNudgeFacts,
  t: Translate,
) => ({
  team: escapeWithin(teamName, TEAM_LENGTH),
  date: formatDate(date, t.locale),
  time: formatTime(closeAt, zone, t.locale),
})

function message(
  facts: ReportCardFacts | ReportReminderFacts | ReportNudgeFacts,
  lines: readonly string[],
  more: readonly Block[],
  buttons: readonly Button[],
  t: Translate,
): RenderedMessage {
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [
      ...sectionsOf(lines),
      teamLineBlock(facts, t),
      ...more,
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: [...buttons] }] : []),
    ],
  }
}

/** Head, figures, the week and the hint are blocks of their own, so that it is no wall of text. */
function prompt(facts: ReportCardFacts, t: Translate): RenderedMessage {
  const { known, snoozedUntil } = facts
  const enough = known !== null && isEnough(known)
  const head = [t('report.prompt', saidOf(facts, t))]
  const figures = known ? figureLines(known, t) : []
  const week = known ? weekLines(known, t) : []
  const hint = [
    ...(enough ? [t('report.asItStandsHint')] : []),
    ...(snoozedUntil ? [t('standup.snoozed', { time: formatTime(snoozedUntil, facts.zone, t.locale) })] : []),
  ]
  const elements = [
    ...answerButtons(refOf(facts), enough, t),
    ...laterButtons(refOf(facts), snoozedUntil !== null, t),
  ]
  const small = (lines: readonly string[]): Block[] =>
    lines.length > 0 ? [{ type: 'context', elements: [mrkdwn(lines.join('\n'))] }] : []
  return {
    text: wordsOf([...head, ...figures, ...week, ...hint, teamLine(facts, t)]),
    blocks: [
      ...[...sectionsOf(head), ...small(figures), ...sectionsOf(week), ...small(hint)],
      teamLineBlock(facts, t),
      { type: 'actions', elements },
    ],
  }
}

type Known = NonNullable<ReportCardFacts['known']>

/** Which period a month's target is a part of is told elsewhere. */
function figureLines({ targets, saidDid, milestones }: Known, t: Translate): string[] {
  return [
    ...targets.slice(0, TARGETS_SHOWN).map((target) => targetLines({ ...target, partOf: null }, t)[0]!),
    ...(saidDid ? [t('standup.saidDid', { ...saidDid })] : []),
    ...(milestones ? [milestonesText(milestones, t)] : []),
  ]
}

function weekLines({ wins, done, open, blockers, support }: Known, t: Translate): string[] {
  const results = [...wins.map((deal) => dealText(deal, t)), ...done]
  return [
    ...(results.length > 0 ? [titled(t('standup.done'), listed(results, t), t)] : []),
    ...(open.length > 0 ? [titled(t('standup.stillOpen'), listed(open, t), t)] : []),
    ...(blockers.length > 0 ? [`:construction: ${listed(blockers, t)}`] : []),
    ...support.slice(0, REQUESTS_SHOWN).map((request) => requestLine(request, t)),
  ]
}

function receiptCard(facts: ReportCardFacts, receipt: ReportReceipt, t: Translate): RenderedMessage {
  const { late, numbers, numbersDate, sections, support, editable, reopenedUntil, read } = receipt
  const lines = [t(late ? 'standup.receiptLate' : 'standup.receipt', saidOf(facts, t))]
  if (numbersDate && numbers.length > 0) {
    const day = t('standup.numbersOf', { date: formatDate(numbersDate, t.locale) })
    lines.push(titled(day, numbersLine(numbers, t), t))
  }
  for (const one of facts.definition.sections) {
    const text = sections[one.key]
    const title = escapeWithin(sectionTitle(one, t), TITLE_LENGTH)
    if (text) lines.push(titled(title, '', t).trimEnd(), escapeWithin(text, TEXT_LENGTH))
  }
  lines.push(...support.map((request) => requestLine(request, t)))
  if (read)
    lines.push(
      `:eyes: ${t(read.changed ? 'standup.readBefore' : 'standup.read', { by: mention(read.byUserId) })}`,
    )
  const until = reopenedUntil
    ? t('report.reopened', untilText(reopenedUntil, facts.zone, t))
    : t('standup.editUntil', { time: formatTime(facts.closeAt, facts.zone, t.locale) })
  const small: Block[] = editable ? [{ type: 'context', elements: [mrkdwn(until)] }] : []
  const edit = editable ? [reportButton(REPORT.open, refOf(facts), t('standup.edit'))] : []
  return message(facts, lines, small, edit, t)
}

export function renderReportReminder(
  facts: ReportReminderFacts | ReportNudgeFacts,
  translate: Translate,
): RenderedMessage {
  const t = callingReport(facts.definition, translate)
  const said = saidOf(facts, t)
  const sentences = {
    open:
      facts.kind === 'report-nudge'
        ? t('report.nudge', { ...said, by: mention(facts.byUserId) })
        : t('standup.reminder', said),
    answered: t('standup.reminderAnswered', said),
    closed: t('standup.reminderClosed', said),
    excused: t('standup.excused', said),
  }
  const buttons = facts.phase === 'open' ? answerButtons(refOf(facts), false, t) : []
  return message(facts, [sentences[facts.phase]], [], buttons, t)
}
