// `/kpi leave tomorrow`: records leave from one line of text and answers it, with an Undo.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { localDate } from '../../core/time.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { button } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandRequest } from '../../slack/requests.ts'
import type { LeaveRequest } from '../domain/leave-request.ts'
import { dateReadingOf } from '../flows/date-view.ts'
import { withdrawLeaveRequest } from '../flows/leave-requests.ts'
import { cancelLeave, type LeaveCancelled, type LeaveDone, recordLeave } from '../flows/record-leave.ts'
import { TEAM } from './ids.ts'
import { savedText } from './leave-confirm.ts'
import { leaveProblemText, leaveText } from './leave-form.ts'
import { leaveQuestion, readLeaveLine } from './leave-line.ts'

/** What a line did: `leave` counts at once, `asked` waits for an answer. */
const Done = z.object({ leave: z.uuid().optional(), asked: z.uuid().optional() })

export async function recordLeaveLine(
  { who, now, t, rest, reply }: CommandRequest,
  context: Context,
): Promise<void> {
  const read = readLeaveLine(rest, await dateReadingOf(context.db, who, now))
  if (!read.ok) return reply(leaveQuestion(read, t))
  const recorded = await recordLeave(context, who, who.userId, read.leave)
  // A line is about one's own leave: its past days are put to somebody else, so nothing has to be confirmed.
  if (!recorded.ok && recorded.reason === 'confirm') return
  const today = localDate(now, who.zone)
  reply(recorded.ok ? savedMessage(recorded, today, t) : textMessage(leaveProblemText(recorded, today, t)))
}

/** What was recorded, with its Undo. */
export function savedMessage(done: LeaveDone, today: Temporal.PlainDate, t: Translate): RenderedMessage {
  const { leave, asked, onlyAsked } = done
  const { text, blocks } = textMessage(savedText(done, true, today, t))
  const value = JSON.stringify({
    ...(onlyAsked ? {} : { leave: leave.leaveId }),
    ...(asked ? { asked: asked.leave.leaveId } : {}),
  })
  return { text, blocks: [...blocks, button(TEAM.undoLeave, t('leave.undo'), value)] }
}

export const undoLeave: ActionHandler = async (call, context) => {
  const { who, now, t } = call
  const today = localDate(now, who.zone)
  const done = readJson(call.value, Done)
  if (!done) return
  const lines: string[] = []
  if (done.leave) lines.push(cancelledText(await cancelLeave(context, who, done.leave), today, t))
  if (done.asked) lines.push(withdrawnText(await withdrawLeaveRequest(context, who, done.asked), today, t))
  await call.replace(textMessage(lines.join('\n')))
}

export function cancelledText(cancelled: LeaveCancelled, today: Temporal.PlainDate, t: Translate): string {
  if (!cancelled.ok) return t(CANCEL_REFUSED[cancelled.reason])
  const { leave, asked } = cancelled
  const values = { person: mention(leave.userId), when: leaveText(leave, today, t) }
  return asked
    ? t('leave.askedCancel', { ...values, manager: mention(asked.userId) })
    : t('leave.cancelled', values)
}

const CANCEL_REFUSED = {
  gone: 'leave.gone',
  'not-allowed': 'leave.notAllowed',
  'too-far-back': 'leave.tooFarBack',
  'asked-already': 'leave.askedAlreadyCancel',
} as const

export const withdrawnText = (
  withdrawn: { ok: true; request: LeaveRequest } | { ok: false },
  today: Temporal.PlainDate,
  t: Translate,
): string =>
  withdrawn.ok
    ? t('leave.withdrawn', { when: leaveText(withdrawn.request, today, t) })
    : t('leave.withdrawnTooLate')
