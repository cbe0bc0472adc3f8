// The report's form: drawn with what is known filled in, and read back without trusting the client.
import { z } from 'zod'
import { ACTION_TEXT_LENGTH } from '../../../actions/domain/action-item.ts'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { cleanLines, cleanNote } from '../../../core/text.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import {
  isNumberBlock,
  numberBlocks,
  readNumbers,
  type UnusualValues,
} from '../../../numbers/slack/number-fields.ts'
import { teamLabel } from '../../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../../slack/blocks.ts'
import { dateIn, IsoDate } from '../../../slack/dates.ts'
import { FIELD, field, modal, section, typedIn, userIn } from '../../../slack/fields.ts'
import { readJson } from '../../../slack/json.ts'
import { limits } from '../../../slack/limits.ts'
import { quoted } from '../../../slack/lines.ts'
import { clip, mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import type { FormState } from '../../../slack/requests.ts'
import { targetLines } from '../../../targets/slack/target-lines.ts'
import type { ReportAnswer } from '../domain/decide-report.ts'
import { prefilled, SECTION_LENGTH } from '../domain/known-week.ts'
import { QUESTION_LENGTH, REPLY_LENGTH } from '../domain/question.ts'
import type { ReportDay } from '../domain/report.ts'
import type { ReportSection } from '../domain/report-kind.ts'
import { SUPPORT_LINES, whoAndWhen } from '../domain/support.ts'
import type { ReportForm } from '../flows/open-report.ts'
import { REPORT } from './ids.ts'
import { type DraftPart, draftField, draftHead, tooLongAt, unchangedIn, withDraft } from './report-draft.ts'
import { callingReport, sectionTitle, untilText, weekWriter } from './report-words.ts'

const SUPPORT = 'support'
const REPLY = 'reply'
export const HELPER = 'support-from'
export const DUE = 'support-by'
const TARGETS_SHOWN = 6

const sectionBlockId = (key: string) => `section:${key}`

const Metadata = z.object({
  team: z.uuid(),
  checkin: z.string(),
  date: IsoDate,
  /** Of the answer that the form was opened on. */
  revision: z.int().min(0),
  /** Unusual values (scaled) that the member was asked about: submitting the same value confirms it. */
  asked: z.record(z.string(), z.int()),
  /** What the form said about requests when it was opened. */
  support: z.object({ owner: z.string(), due: IsoDate }),
  /** Opened from the Home tab, which is redrawn after the submit. */
  home: z.boolean(),
  /** Whether a draft can be written, or who has written the one that stands in it. */
  draft: z.enum(['none', 'offered', 'model', 'rule']).default('none'),
  /** What the draft is made of and does not cover: the form says it again when it is drawn anew. */
  draftNotes: z.array(z.string()).default([]),
  /** What a model wrote, by the section's key, as a hash: filed as it is, it is marked. */
  drafted: z.record(z.string(), z.string()).default({}),
})
export type ReportMetadata = z.infer<typeof Metadata>

/** Null: invalid or forged. */
export const readMetadata = (text: string): ReportMetadata | null => readJson(text, Metadata)

/** `canDraft`: somebody writes drafts. */
export function metadataOf(form: ReportForm, home: boolean, canDraft = false): ReportMetadata {
  const { day, numbers } = form
  const { ownerUserId, dueOn } = supportOf(form)
  const kept = numbers.filter(({ value, confirmed }) => confirmed && value !== null)
  return {
    ...{ team: day.member.teamId, checkin: day.name, date: day.date, revision: day.entry?.revision ?? 0 },
    asked: Object.fromEntries(kept.map(({ metric, value }) => [metric.key, value!])),
    ...{ support: { owner: ownerUserId, due: dueOn }, home, draft: canDraft ? 'offered' : 'none' },
    ...{ draftNotes: [], drafted: {} },
  }
}

const openRequests = ({ support }: ReportForm) => support.filter(({ state }) => state === 'open')

const supportOf = (form: ReportForm) => whoAndWhen(openRequests(form), form.supportDefault, form.today)

/** What stands in the sections: what was reported, or what is known. */
const sectionsIn = ({ day, known }: ReportForm, t: Translate): Readonly<Record<string, string>> =>
  day.entry && day.entry.revision > 0 ? day.entry.sections : prefilled(day.definition, known, weekWriter(t))

/** `typed`: what stands in the form instead. `unusual`: numbers to be confirmed. `draft`: missing, as the metadata say. */
export function reportView(
  form: ReportForm,
  metadata: ReportMetadata,
  translate: Translate,
  typed: ReportAnswer | null = null,
  unusual: UnusualValues = {},
  draft: DraftPart = metadata.draft === 'offered' ? 'offered' : 'none',
): ModalView {
  const { day } = form
  const t = callingReport(day.definition, translate)
  const texts = typed?.sections ?? sectionsIn(form, t)
  const numbers = numbersPart(form, typed, unusual, t)
  // The week comes first, as it is filled in already; what is asked about must be seen at once.
  const isAsking = Object.keys(unusual).length > 0
  return modal({
    callbackId: REPORT.form,
    title: capital(t('standup.formTitle'), t.locale),
    submit: t(metadata.revision > 0 ? 'common.save' : 'standup.send'),
    close: t('common.cancel'),
    metadata,
    blocks: [
      ...head(form, t),
      ...questionPart(form, typed, t),
      ...draftHead(draft, t),
      ...(isAsking ? numbers : []),
      ...day.definition.sections.flatMap((one, index) => [
        textBlock(one, texts[one.key] ?? '', index === 0, t),
        ...draftField(one, draft, t),
        ...(one.support ? supportPart(form, typed, t) : []),
      ]),
      ...(isAsking ? [] : numbers),
    ],
  })
}

/** What somebody asks back stands on top, with room for an answer to them. */
function questionPart({ question }: ReportForm, typed: ReportAnswer | null, t: Translate): Block[] {
  if (!question?.question) return []
  const said = t('report.asks', { by: mention(question.askedBy) })
  const initial_value = typed?.reply ?? question.reply ?? ''
  return [
    section(`:leftwards_arrow_with_hook: ${said}\n${quoted(question.question, QUESTION_LENGTH)}`),
    field(
      REPLY,
      t('report.reply'),
      {
        ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: REPLY_LENGTH },
        ...(initial_value && { initial_value }),
      },
      { optional: true, hint: t('report.replyHint') },
    ),
  ]
}

const capital = (text: string, locale: string): string => {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** Which week it is of, and how it went in numbers. */
function head({ day, late, reopenedUntil, known, targets }: ReportForm, t: Translate): Block[] {
  const { team, settings, date, window, zone } = day
  const said = {
    team: teamLabel({ teamName: settings.name, channelId: team.channelId }, t),
    date: formatDate(date, t.locale),
    time: formatTime(window.closeAt, zone, t.locale),
    ...(reopenedUntil && untilText(reopenedUntil, zone, t)),
  }
  const lines = targets
    .slice(0, TARGETS_SHOWN)
    .map((target) => targetLines({ ...target, partOf: null }, t)[0]!)
  if (known.saidDid) lines.push(t('standup.saidDid', { ...known.saidDid }))
  return [
    {
      type: 'context',
      elements: [
        mrkdwn(
          t(
            reopenedUntil ? 'report.formHeadReopened' : late ? 'standup.formHeadLate' : 'standup.formHead',
            said,
          ),
        ),
      ],
    },
    ...(lines.length > 0 ? [{ type: 'context' as const, elements: [mrkdwn(lines.join('\n'))] }] : []),
  ]
}

function numbersPart(
  { day, numbers }: ReportForm,
  typed: ReportAnswer | null,
  unusual: UnusualValues,
  t: Translate,
): Block[] {
  if (numbers.length === 0) return []
  const title = t('standup.numbersOf', { date: formatDate(day.window.date, t.locale) })
  const fields = numbers.map((one) => ({
    ...one,
    value: typed ? (typed.numbers[one.metric.key] ?? null) : one.value,
  }))
  return [section(`*${title}*`), ...numberBlocks(fields, t, unusual)]
}

function textBlock(one: ReportSection, text: string, isFirst: boolean, t: Translate): Block {
  const initial_value = clip(text, SECTION_LENGTH)
  const element = {
    ...{ type: 'plain_text_input' as const, action_id: FIELD, multiline: true, max_length: SECTION_LENGTH },
    ...(initial_value && { initial_value }),
  }
  const label = clip(sectionTitle(one, t), limits.input.label.maxLength)
  const more = { optional: true, ...(isFirst && { hint: t('report.hint') }) }
  return field(sectionBlockId(one.key), label, element, more)
}

function supportPart(form: ReportForm, typed: ReportAnswer | null, t: Translate): Block[] {
  const standing = supportOf(form)
  const lines = typed?.support?.lines ?? openRequests(form).map(({ text }) => text)
  const initial_value = lines.join('\n')
  const max_length = SUPPORT_LINES * (ACTION_TEXT_LENGTH + 1)
  return [
    field(
      SUPPORT,
      t('report.support'),
      {
        ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length },
        ...(initial_value && { initial_value }),
      },
      { optional: true, hint: t('report.supportHint') },
    ),
    field(HELPER, t('report.supportFrom'), {
      ...{ type: 'users_select', action_id: FIELD },
      initial_user: typed?.support?.ownerUserId ?? standing.ownerUserId,
    }),
    field(DUE, t('report.supportBy'), {
      ...{ type: 'datepicker', action_id: FIELD },
      initial_date: (typed?.support?.dueOn ?? standing.dueOn).toString(),
    }),
  ]
}

/** The field that shows an error of the whole form. */
export function fieldForErrors(state: FormState): string {
  const fields = Object.keys(state)
  const typed = fields.find((each) => each.startsWith(sectionBlockId(''))) ?? fields.find(isNumberBlock)
  return typed ?? fields[0] ?? sectionBlockId('results')
}

export type ReportProblem =
  | { kind: 'errors'; errors: Record<string, string> }
  /** Numbers to ask about; `answer` is what was typed, for drawing the form again. */
  | { kind: 'questions'; questions: UnusualValues; answer: ReportAnswer }

export function readReport(
  state: FormState,
  { asked, support, drafted }: Pick<ReportMetadata, 'asked' | 'support' | 'drafted'>,
  { definition }: ReportDay,
  metrics: readonly Metric[],
  t: Translate,
): { ok: true; answer: ReportAnswer } | { ok: false; problem: ReportProblem } {
  // The day is not over.
  const numbers = readNumbers(state, metrics, t, asked, { dayOver: false })
  const lines = cleanLines(typedIn(state, SUPPORT), SUPPORT_LINES + 1, ACTION_TEXT_LENGTH)
  const dueOn = dateIn(state, DUE) ?? support.due
  const errors: Record<string, string> =
    !numbers.ok && numbers.reason === 'errors' ? { ...numbers.errors } : {}
  if (lines.length > SUPPORT_LINES) errors[SUPPORT] = t('standup.tooManyNewLines', { most: SUPPORT_LINES })
  for (const { key } of definition.sections) {
    const at = tooLongAt(withDraft(typedIn(state, sectionBlockId(key)), state, key), key)
    if (at) errors[at] = t('report.draftTooLong', { most: SECTION_LENGTH })
  }
  if (Object.keys(errors).length > 0) return { ok: false, problem: { kind: 'errors', errors } }
  const texts = sectionTexts(state, definition)
  const answer: ReportAnswer = {
    sections: Object.fromEntries(texts.filter(([, text]) => text !== '')),
    drafted: unchangedIn(state, drafted, (key) => typedIn(state, sectionBlockId(key))),
    numbers: 'values' in numbers ? numbers.values : {},
    confirmed: numbers.ok ? numbers.confirmed : {},
    reply: REPLY in state ? cleanNote(typedIn(state, REPLY), REPLY_LENGTH) : null,
    support: definition.sections.some((one) => one.support)
      ? { lines, ownerUserId: userIn(state, HELPER) ?? support.owner, dueOn }
      : null,
  }
  return 'questions' in numbers
    ? { ok: false, problem: { kind: 'questions', questions: numbers.questions, answer } }
    : { ok: true, answer }
}

const sectionTexts = (state: FormState, { sections }: ReportDay['definition']): [string, string][] =>
  sections.map(({ key }) => [
    key,
    cleanNote(withDraft(typedIn(state, sectionBlockId(key)), state, key), SECTION_LENGTH),
  ])

/** What stands in the form that is open, without a draft. Null: as it was opened, where it cannot be read. */
export function typedInForm(
  state: FormState,
  metadata: ReportMetadata,
  { day, numbers }: ReportForm,
  t: Translate,
): ReportAnswer | null {
  const metrics = numbers.map(({ metric }) => metric)
  const read = readReport(state, metadata, day, metrics, t)
  const answer = read.ok ? read.answer : 'answer' in read.problem ? read.problem.answer : null
  const texts = day.definition.sections.map(({ key }) => [key, typedIn(state, sectionBlockId(key))])
  return answer && { ...answer, sections: Object.fromEntries(texts) }
}
