// Draws a team's answers for whoever leads the team, each with what can be done about it, and the form for a comment.
import { z } from 'zod'
import { COMMENT_LENGTH } from '../../checkins/domain/review.ts'
import { listed } from '../../checkins/standup/slack/line-texts.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { numbersLine } from '../../numbers/slack/numbers-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { FIELD, field, modal, plain, section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip, mention } from '../../slack/mrkdwn.ts'
import type { ReadableAnswer, TeamAnswers } from '../flows/read-answers.ts'
import { OVERVIEW } from './ids.ts'

/** Two blocks each, of the hundred of a view; what is read makes room for the next. */
const SHOWN = 30
const NAME_LENGTH = 60
const COMMENT_SHOWN = 300
const COMMENTS_SHOWN = 3
export const COMMENT = 'comment'

/** Of the list and of the form. `seen`: the answers as they are on the screen. Untrusted. */
export const AnswersMetadata = z.object({
  team: z.uuid(),
  date: IsoDate,
  seen: z.array(z.tuple([z.uuid(), z.int().min(0)])).max(SHOWN),
})

export function answersView(all: TeamAnswers, t: Translate): ModalView {
  const shown = all.answers.slice(0, SHOWN)
  const rest = all.answers.length - shown.length
  const unread = shown.filter(isToRead)
  const blocks = [
    ...(unread.length > 1 ? [actions([button(OVERVIEW.read, 'all', t('morning.markAll'))])] : []),
    ...shown.flatMap((one) => answerBlocks(one, all.numbersDate, t)),
    ...(rest > 0 ? [section(t('morning.more', { count: rest }))] : []),
    ...(shown.length === 0 ? [section(t('morning.noAnswers'))] : []),
  ]
  return modal({
    callbackId: OVERVIEW.answers,
    title: t('morning.answersTitle', { date: formatDate(all.date, t.locale) }),
    submit: null,
    close: t('common.close'),
    metadata: metadataOf(all, shown),
    blocks,
  })
}

const ownComment = ({ comments }: ReadableAnswer): string | null =>
  comments.find(({ own }) => own)?.text ?? null

const isToRead = ({ state }: ReadableAnswer): boolean => state === 'unread' || state === 'changed'

const metadataOf = ({ teamId, date }: TeamAnswers, shown: readonly ReadableAnswer[]) => ({
  ...{ team: teamId, date: date.toString() },
  seen: shown.map(({ memberId, revision }) => [memberId, revision]),
})

function answerBlocks(one: ReadableAnswer, heading: Temporal.PlainDate, t: Translate): Block[] {
  const { memberId, state } = one
  const buttons = [
    ...(isToRead(one) ? [button(OVERVIEW.read, memberId, t('morning.markRead'))] : []),
    button(
      OVERVIEW.comment,
      memberId,
      t(ownComment(one) === null ? 'morning.comment' : 'morning.editComment'),
    ),
  ]
  return [...saidBlocks(one, heading, t), ...(state === 'own' ? [] : [actions(buttons)])]
}

function saidBlocks(
  { answer, state, comments }: ReadableAnswer,
  heading: Temporal.PlainDate,
  t: Translate,
): Block[] {
  const marks = [
    ...(answer.late ? [t('standup.late')] : []),
    ...(answer.saidDid ? [t('standup.saidDid', { ...answer.saidDid })] : []),
    ...(state === 'changed' ? [t('morning.isChanged')] : []),
    ...(state === 'read' ? [`:white_check_mark: ${t('morning.isRead')}`] : []),
  ]
  const labelled = (label: string, lines: readonly string[]) =>
    lines.length > 0 ? [t('common.labelled', { label, value: listed(lines, t) })] : []
  const day = t('standup.numbersOf', { date: formatDate(answer.numbersDate, t.locale) })
  const numbers = numbersLine(answer.numbers, t)
  const dated = answer.numbersDate.equals(heading) ? numbers : `_${day}_ ${numbers}`
  const lines = [
    [`*${escapeWithin(answer.name, NAME_LENGTH)}*`, ...marks].join(' · '),
    ...(numbers === '' ? [] : [dated]),
    ...labelled(t('standup.done'), answer.done),
    ...labelled(t('standup.plan'), answer.plan),
    ...comments.slice(-COMMENTS_SHOWN).map(({ byUserId, own, text }) => {
      const said = escapeWithin(text, COMMENT_SHOWN)
      const value = own ? said : t('common.labelled', { label: mention(byUserId), value: said })
      return `:speech_balloon: ${value}`
    }),
  ]
  return sectionsOf(lines).slice(0, 2)
}

const actions = (elements: Extract<Block, { type: 'actions' }>['elements']): Block => ({
  type: 'actions',
  elements,
})

/** Ids must be unique in a view, so whose it is follows the `#`. */
const button = (actionId: string, value: string, text: string) => ({
  ...{ type: 'button' as const, action_id: `${actionId}#${value}`, text: plain(text), value },
})

export function commentView(all: TeamAnswers, one: ReadableAnswer, t: Translate): ModalView {
  const name = clip(one.answer.name, NAME_LENGTH)
  const before = ownComment(one)
  return modal({
    callbackId: OVERVIEW.commentForm,
    title: t('morning.comment'),
    submit: t('morning.send'),
    close: t('common.cancel'),
    metadata: metadataOf(all, [one]),
    blocks: [
      ...saidBlocks(one, all.numbersDate, t),
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
