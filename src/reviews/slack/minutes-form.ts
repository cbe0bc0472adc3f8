// The forms of the minutes: first what was said, suggested from the thread, then who does what of it by when.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote } from '../../core/text.ts'
import { localDate } from '../../core/time.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import { chosenIn, FIELD, field, menu, modal, section, typedIn, userIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { clip, unescapeText } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler, SubmitResult } from '../../slack/requests.ts'
import { linesOf } from '../domain/minutes.ts'
import { MINUTES_LENGTH } from '../domain/stored-review.ts'
import {
  type Agreeing,
  agreeOn,
  keepMinutes,
  type MinutesOpened,
  openMinutes,
} from '../flows/take-minutes.ts'
import type { Refusal } from '../flows/write-review.ts'
import { REVIEWS } from './ids.ts'
import { itemLines } from './measure-lines.ts'
import { longText, Named, namedReview, refusalAt } from './write-form.ts'

const MINUTES = 'minutes'
/** `readTo`: when the last reply was written that the form suggests. Untrusted. */
const Metadata = z.object({
  ...{ ...Named.shape, count: z.number().default(0) },
  readTo: z.iso.datetime().transform(Temporal.Instant.from).nullable().default(null),
})
type Metadata = z.infer<typeof Metadata>
/** By when what was agreed is done, if nobody says otherwise. */
const DUE_DAYS = 7
const OPEN_AFTER_MS = 1000

export const takeMinutes: ActionHandler = async (call, context) => {
  const named = readJson(call.value, Named)
  if (!named) return call.replyEphemeral(textMessage(call.t('review.notYours')))
  const loading = openMinutes(context, call.who, namedReview(named)).then((opened) =>
    opened.ok ? minutesForm(opened, named, call.t) : refusedView(opened, call.t),
  )
  // Slack has to be asked for the thread, and a form can only be opened within 3 s.
  const loaded = await Promise.race([loading, pause(OPEN_AFTER_MS, null)])
  if (loaded) return call.open(loaded)
  const late = loading.catch(() => messageAsModal(textMessage(call.t('common.fault'))))
  return call.open(messageAsModal(textMessage(call.t('meeting.reading'))), late)
}

const refusedView = ({ reason }: Refusal, t: Translate): ModalView =>
  messageAsModal(textMessage(t(reason === 'closed' ? 'review.closed' : 'review.notYours')))

function minutesForm(opened: MinutesOpened, named: z.infer<typeof Named>, t: Translate): ModalView {
  const { period, text, readTo, left, hasThread } = opened
  const typed = clip(unescapeText(text), MINUTES_LENGTH)
  return modal({
    callbackId: REVIEWS.minutesForm,
    title: t('meeting.minutes'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { ...metadataOf(named), readTo: readTo?.toString() ?? null },
    blocks: [
      section(`*${periodText(period, t)}*`),
      ...(hasThread ? [] : [section(t('meeting.noThread'))]),
      ...(left > 0 ? [section(t('meeting.repliesLeft', { count: left }))] : []),
      field(MINUTES, t('meeting.minutesField'), longText(typed, MINUTES_LENGTH), {
        hint: t('meeting.minutesHint'),
      }),
    ],
  })
}

const metadataOf = ({ team, kind, date }: z.infer<typeof Named>, count = 0) => ({
  ...{ team, kind, date: date.toString(), count },
})

export const submitMinutes: SubmitHandler = async (call, context): Promise<SubmitResult> => {
  const { who, t } = call
  const metadata = readJson(call.metadata, Metadata)
  if (!metadata) return { kind: 'update', view: messageAsModal(textMessage(t('review.notYours'))) }
  const text = cleanNote(typedIn(call.state, MINUTES), MINUTES_LENGTH)
  if (text === '') return { kind: 'errors', errors: { [MINUTES]: t('meeting.minutesMissing') } }
  const kept = await keepMinutes(context, who, namedReview(metadata), {
    ...{ text, readTo: metadata.readTo },
  })
  if (!kept.ok) return { kind: 'update', view: refusedView(kept, t) }
  return { kind: 'update', view: agreeForm(kept, metadata, localDate(call.now, who.zone), t) }
}

/** Slack keeps what was chosen in a block with the same id: the fields of the next item have ids of their own. */
const agreeBlocks = (count: number) => ({
  line: `line-${count}`,
  owner: `owner-${count}`,
  due: `due-${count}`,
})

function agreeForm(
  { minutes, agreed, period }: Agreeing,
  named: Metadata,
  today: Temporal.PlainDate,
  t: Translate,
): ModalView {
  const count = agreed.length
  const blocks = agreeBlocks(count)
  const lines = linesOf(minutes)
    .slice(0, limits.select.options.maxItems)
    .map((text, index) => ({ value: String(index), text }))
  return modal({
    callbackId: REVIEWS.agreeForm,
    title: t('meeting.agreed'),
    submit: t('meeting.addItem'),
    close: t('common.close'),
    metadata: metadataOf(named, count),
    blocks: [
      section(t('meeting.minutesKept', { period: periodText(period, t) })),
      ...(count > 0 ? sectionsOf([`*${t('meeting.agreed')}*`, ...itemLines(agreed, t)]) : []),
      field(blocks.line, t('meeting.lineField'), menu(lines, null)),
      field(blocks.owner, t('measure.ownerField'), { type: 'users_select', action_id: FIELD }),
      field(blocks.due, t('todo.dueField'), {
        ...{ type: 'datepicker', action_id: FIELD, initial_date: today.add({ days: DUE_DAYS }).toString() },
      }),
    ],
  })
}

export const submitAgreement: SubmitHandler = async (call, context): Promise<SubmitResult> => {
  const { who, t, state } = call
  const metadata = readJson(call.metadata, Metadata)
  if (!metadata) return { kind: 'update', view: messageAsModal(textMessage(t('review.notYours'))) }
  const blocks = agreeBlocks(metadata.count)
  const ownerUserId = userIn(state, blocks.owner)
  const dueOn = dateIn(state, blocks.due)
  const line = Number(chosenIn(state, blocks.line) ?? Number.NaN)
  if (!ownerUserId) return { kind: 'errors', errors: { [blocks.owner]: t('measure.ownerMissing') } }
  if (!dueOn) return { kind: 'errors', errors: { [blocks.due]: t('todo.dateMissing') } }
  const done = await agreeOn(context, who, namedReview(metadata), { line, ownerUserId, dueOn })
  if (!done.ok)
    return done.reason === 'no-line'
      ? { kind: 'errors', errors: { [blocks.line]: t('meeting.lineMissing') } }
      : refusalAt(done, blocks, t)
  return { kind: 'update', view: agreeForm(done, metadata, localDate(call.now, who.zone), t) }
}
