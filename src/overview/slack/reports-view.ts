// Draws a team's reports for whoever leads the team: the list, one report whole with what can be done about it, and the forms for both.
import { z } from 'zod'
import { COMMENT_LENGTH } from '../../checkins/domain/review.ts'
import { SECTION_LENGTH } from '../../checkins/reports/domain/known-week.ts'
import { QUESTION_LENGTH } from '../../checkins/reports/domain/question.ts'
import { callingReport, draftedTitle, sectionTitle } from '../../checkins/reports/slack/report-words.ts'
import { requestLine } from '../../checkins/reports/slack/support-lines.ts'
import { titled } from '../../checkins/standup/slack/line-texts.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { numbersLine } from '../../numbers/slack/numbers-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { FIELD, field, modal, plain, section } from '../../slack/fields.ts'
import { escapeWithin, quoted, sectionsOf } from '../../slack/lines.ts'
import { clip, mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { AskedOf, ReadableReport, TeamReports } from '../flows/read-reports.ts'
import { OVERVIEW } from './ids.ts'
import { questionLine } from './report-digest.ts'

/** A row each, of the hundred blocks of a view. */
const REPORTS_SHOWN = 60
const MISSING_SHOWN = 30
const NAME_LENGTH = 60
const LINE_LENGTH = 140
const SECTION_ESCAPED = 2600
const COMMENTS_SHOWN = 3
const COMMENT_SHOWN = 500
export const COMMENT = 'comment'
export const QUESTION = 'question'
export const UNTIL = 'until'

/** Of the list, a report and the forms. `seen`: the report on the screen, as it is there. Untrusted. */
export const ReportsMetadata = z.object({
  ...{ team: z.uuid(), checkin: z.string(), date: IsoDate },
  seen: z.tuple([z.uuid(), z.int().min(0)]).nullable(),
})

const metadataOf = ({ teamId, name, date }: TeamReports, seen: [string, number] | null) => ({
  ...{ team: teamId, checkin: name, date: date.toString(), seen },
})

export const isToRead = ({ state }: ReadableReport): boolean => state === 'unread' || state === 'changed'

export function reportsView(all: TeamReports, translate: Translate): ModalView {
  const t = callingReport(all.definition, translate)
  const shown = all.reports.slice(0, REPORTS_SHOWN)
  const missing = all.missing.slice(0, MISSING_SHOWN)
  const rest = all.reports.length - shown.length + all.missing.length - missing.length
  return modal({
    callbackId: OVERVIEW.reports,
    title: t('digest.reportsTitle', { date: formatDate(all.date, t.locale) }),
    submit: null,
    close: t('common.close'),
    metadata: metadataOf(all, null),
    blocks: [
      ...shown.map((one) => row(rowText(one, all, t), OVERVIEW.report, one.memberId, t('digest.open'))),
      ...missing.map((one) => {
        const text = [
          `*${escapeWithin(one.name, NAME_LENGTH)}* · ${t('digest.notIn')}`,
          ...askedLine(one, all, t),
        ]
        return row(text.join('\n'), OVERVIEW.reportAsk, one.memberId, t('digest.askFor'))
      }),
      ...(rest > 0 ? [section(t('standup.more', { count: rest }))] : []),
      ...(shown.length + missing.length === 0 ? [section(t('morning.noAnswers'))] : []),
    ],
  })
}

const row = (text: string, actionId: string, memberId: string, label: string): Block => ({
  ...{ type: 'section', text: mrkdwn(text) },
  accessory: { type: 'button', action_id: `${actionId}#${memberId}`, text: plain(label), value: memberId },
})

function rowText(one: ReadableReport, all: TeamReports, t: Translate): string {
  const first =
    all.definition.sections.map(({ key }) => one.sections[key] ?? '').find((text) => text !== '') ?? ''
  return [
    headText(one, t),
    ...(first === '' ? [] : [escapeWithin(first.replaceAll('\n', t('standup.itemSeparator')), LINE_LENGTH)]),
    ...askedLine(one, all, t),
  ].join('\n')
}

function headText({ name, late, state, support }: ReadableReport, t: Translate): string {
  const open = support.filter((request) => request.state === 'open').length
  return [
    `*${escapeWithin(name, NAME_LENGTH)}*`,
    ...(late ? [t('standup.late')] : []),
    ...(open > 0 ? [t('report.supportCount', { count: open })] : []),
    ...(state === 'changed' ? [t('morning.isChanged')] : []),
    ...(state === 'read' ? [`:white_check_mark: ${t('morning.isRead')}`] : []),
  ].join(' · ')
}

function askedLine(
  { name, asked }: { name: string; asked: AskedOf | null },
  { zone }: TeamReports,
  t: Translate,
): string[] {
  if (!asked || asked.state === 'gone' || asked.state === 'replaced') return []
  return [questionLine({ ...asked, name, state: asked.state }, zone, t)]
}

export function reportView(all: TeamReports, one: ReadableReport, translate: Translate): ModalView {
  const t = callingReport(all.definition, translate)
  const { memberId, revision, state } = one
  const own = one.comments.find((comment) => comment.own)
  const others = all.reports.some((other) => isToRead(other) && other.memberId !== memberId)
  const isAsking = one.asked?.state === 'open'
  const todo = [
    ...readButton(one, others, t),
    button(OVERVIEW.reportComment, memberId, t(own ? 'morning.editComment' : 'morning.comment')),
    button(OVERVIEW.reportAsk, memberId, t(isAsking ? 'digest.editQuestion' : 'digest.askBack')),
  ]
  return modal({
    callbackId: OVERVIEW.report,
    title: t('digest.reportsTitle', { date: formatDate(all.date, t.locale) }),
    submit: null,
    close: t('common.close'),
    metadata: metadataOf(all, [memberId, revision]),
    blocks: [
      ...saidBlocks(one, all, t),
      {
        type: 'actions',
        elements: [...(state === 'own' ? [] : todo), button(OVERVIEW.reports, 'all', t('digest.back'))],
      },
    ],
  })
}

/** Who has commented or asked back has read the report, and goes on from there. */
function readButton(one: ReadableReport, others: boolean, t: Translate) {
  if (!isToRead(one) && !others) return []
  const label = isToRead(one) ? (others ? 'digest.readNext' : 'morning.markRead') : 'digest.next'
  return [button(OVERVIEW.reportRead, one.memberId, t(label), 'primary')]
}

const button = (actionId: string, value: string, text: string, style?: 'primary') => ({
  ...{ type: 'button' as const, action_id: actionId, text: plain(text), value, ...(style && { style }) },
})

/** All that was written: the longest section fits into a block. */
function saidBlocks(one: ReadableReport, all: TeamReports, t: Translate): Block[] {
  const { definition } = all
  const { numbers, numbersDate, sections, support, comments, asked } = one
  const numbersOf = numbersDate && numbers.length > 0 ? numbersLine(numbers, t) : ''
  const day = numbersDate ? t('standup.numbersOf', { date: formatDate(numbersDate, t.locale) }) : ''
  return [
    ...sectionsOf([headText(one, t), ...(numbersOf === '' ? [] : [titled(day, numbersOf, t)])]),
    ...definition.sections.flatMap((part) => {
      const text = sections[part.key]
      if (!text) return []
      const name = draftedTitle(escapeWithin(sectionTitle(part, t), NAME_LENGTH), part.key, one, t)
      const title = titled(name, '', t).trimEnd()
      return sectionsOf([title, escapeWithin(text.slice(0, SECTION_LENGTH), SECTION_ESCAPED)])
    }),
    ...sectionsOf(support.map((request) => requestLine(request, t))),
    ...sectionsOf([
      ...comments.slice(-COMMENTS_SHOWN).map(({ byUserId, own, text }) => {
        const said = escapeWithin(text, COMMENT_SHOWN)
        return `:speech_balloon: ${own ? said : t('common.labelled', { label: mention(byUserId), value: said })}`
      }),
      ...(asked && asked.question !== ''
        ? [`:grey_question: ${escapeWithin(asked.question, COMMENT_SHOWN)}`]
        : []),
      ...askedLine(one, all, t),
    ]),
  ]
}

/** Takes the place of the report, which comes back with the comment. */
export function reportCommentView(all: TeamReports, one: ReadableReport, translate: Translate): ModalView {
  const t = callingReport(all.definition, translate)
  const name = clip(one.name, NAME_LENGTH)
  const before = one.comments.find(({ own }) => own)?.text ?? null
  return modal({
    callbackId: OVERVIEW.reportCommentForm,
    title: t('morning.comment'),
    submit: t('morning.send'),
    close: t('common.cancel'),
    metadata: metadataOf(all, [one.memberId, one.revision]),
    blocks: [
      field(
        COMMENT,
        t('morning.commentFor', { name }),
        {
          ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: COMMENT_LENGTH },
          ...(before === null ? {} : { initial_value: before }),
        },
        { hint: t('morning.commentHint', { name }), optional: true },
      ),
    ],
  })
}

/** `one`: a report, or somebody whose report is missing. */
export function askBackView(
  all: TeamReports,
  one: Pick<ReadableReport, 'memberId' | 'name' | 'asked' | 'nextDay'> & { revision: number },
  translate: Translate,
): ModalView {
  const t = callingReport(all.definition, translate)
  const name = clip(one.name, NAME_LENGTH)
  const before = one.asked?.state === 'open' ? one.asked : null
  const on = before?.untilDay ?? one.nextDay
  return modal({
    callbackId: OVERVIEW.reportAskForm,
    title: t('digest.askBack'),
    submit: t('morning.send'),
    close: t('common.cancel'),
    metadata: metadataOf(all, [one.memberId, one.revision]),
    blocks: [
      ...(before ? [section(quoted(before.question, QUESTION_LENGTH))] : []),
      field(
        QUESTION,
        t('digest.questionFor', { name }),
        {
          ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: QUESTION_LENGTH },
          ...(before ? { initial_value: before.question } : {}),
        },
        {
          hint: t(before ? 'digest.questionHintAgain' : 'digest.questionHint', { name }),
          optional: before !== null,
        },
      ),
      field(UNTIL, t('digest.until'), { type: 'datepicker', action_id: FIELD, initial_date: on.toString() }),
    ],
  })
}
