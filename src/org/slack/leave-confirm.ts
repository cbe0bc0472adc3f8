// The question before leave is recorded over days that have numbers, and what was recorded in one sentence each.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { modal, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { isTrip, LEAVE_KINDS } from '../domain/leave-kind.ts'
import type { LeaveDone, LeaveToConfirm } from '../flows/record-leave.ts'
import { TEAM } from './ids.ts'
import { daysText, type LeaveRead, leaveText } from './leave-form.ts'

const Metadata = z.object({
  ...{ userId: z.string(), from: IsoDate, to: IsoDate },
  ...{ part: z.enum(['whole', 'morning', 'afternoon']), kind: z.enum(LEAVE_KINDS) },
})

type ReadLeave = Extract<LeaveRead, { ok: true }>

export function leaveConfirmView(
  { userId, leave }: ReadLeave,
  { numberDays, askedUserId }: LeaveToConfirm,
  today: Temporal.PlainDate,
  t: Translate,
): ModalView {
  const values = { person: mention(userId), when: leaveText(leave, today, t), days: daysText(numberDays, t) }
  const lines = [t('leave.line', values), t('leave.confirmDays', values)]
  if (askedUserId) lines.push(t('leave.confirmAsk', { manager: mention(askedUserId) }))
  return modal({
    callbackId: TEAM.leaveConfirm,
    title: t('leave.title'),
    submit: t(askedUserId ? 'leave.send' : 'leave.record'),
    close: t('common.cancel'),
    metadata: { ...leave, userId },
    blocks: [section(lines.join('\n'))],
  })
}

/** Null: invalid or forged. */
export function readLeaveConfirm(metadata: string): Omit<ReadLeave, 'ok'> | null {
  const read = readJson(metadata, Metadata)
  if (!read) return null
  const { userId, ...leave } = read
  return { userId, leave }
}

/** What counts at once, what is asked about, and which numbers stay. */
export function savedText(
  { leave, asked, onlyAsked, numberDays }: LeaveDone,
  own: boolean,
  today: Temporal.PlainDate,
  t: Translate,
): string {
  const values = { person: mention(leave.userId), when: leaveText(leave, today, t) }
  const lines: string[] = []
  if (!onlyAsked && !own) lines.push(t('leave.savedOther', values))
  if (!onlyAsked && own) lines.push(t(isTrip(leave.kind) ? 'leave.savedTrip' : 'leave.saved', values))
  if (asked)
    lines.push(t('leave.asked', { when: leaveText(asked.leave, today, t), manager: mention(asked.userId) }))
  if (numberDays.length > 0) lines.push(t('leave.numbersStay', { days: daysText(numberDays, t) }))
  return lines.join('\n')
}
