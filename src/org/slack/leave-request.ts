// Renders the question about leave on past days, with its two buttons, and what became of it; answers the clicks.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ActionsBlock, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../slack/requests.ts'
import type { LeaveOutcomeFacts, LeaveRequestFacts } from '../domain/message-facts.ts'
import { answerLeaveRequest } from '../flows/leave-requests.ts'
import { LEAVE_REQUEST_BUTTONS } from './ids.ts'
import { daysText, leaveText, leaveWhen } from './leave-form.ts'

export const acceptLeave: ActionHandler = (call, context) => answer(call, context, 'accept')
export const declineLeave: ActionHandler = (call, context) => answer(call, context, 'decline')

/** The message itself shows what became of the question; only a refusal is answered with a text. */
async function answer(call: ActionRequest, context: Context, to: 'accept' | 'decline'): Promise<void> {
  const requestId = z.uuid().safeParse(call.value).data
  const answered = requestId
    ? await answerLeaveRequest(context, call.who, requestId, to)
    : ({ ok: false, reason: 'not-asked' } as const)
  // On Home there is no message that shows it.
  if (call.channelId === null) await call.redrawHome()
  if (answered.ok) return
  await call.replyEphemeral(textMessage(call.t(answered.reason === 'over' ? 'join.over' : 'join.notAsked')))
}

export function renderLeaveRequest(facts: LeaveRequestFacts, t: Translate): RenderedMessage {
  const { userId, state, passedOnTo, decidedBy, askedAs } = facts
  const lines = [leaveRequestLine(facts, t), ...numberLines(facts, t)]
  const isOpen = state === 'waiting' && passedOnTo === null
  if (isOpen && askedAs !== 'manager') lines.push(t(`leave-request.${askedAs}`, { person: mention(userId) }))
  if (isOpen) lines.push(t('leave-request.untilThen'))
  else if (state === 'waiting') lines.push(t('join.passedOn', { asked: mention(passedOnTo ?? '') }))
  else lines.push(outcomeText(state, decidedBy, t))
  const blocks = sectionsOf(lines)
  if (isOpen) blocks.push(leaveRequestButtons(facts.requestId, t))
  return { text: lines.join('\n'), blocks }
}

/** What is asked. An admin looks after nobody's leave: the days are enough to answer. */
export function leaveRequestLine(facts: LeaveRequestFacts, t: Translate): string {
  const { userId, wish, leave, today, askedAs } = facts
  const when = askedAs === 'admin' ? leaveWhen(leave, today, t) : leaveText(leave, today, t)
  const values = { person: mention(userId), when }
  return t(wish === 'record' ? 'leave-request.record' : 'leave-request.cancel', values)
}

export function renderLeaveOutcome(facts: LeaveOutcomeFacts, t: Translate): RenderedMessage {
  const { wish, leave, today, state, decidedBy } = facts
  const when = leaveText(leave, today, t)
  const lines = [t(wish === 'record' ? 'leave-outcome.record' : 'leave-outcome.cancel', { when })]
  lines.push(outcomeText(state, decidedBy, t))
  if (state === 'accepted') lines.push(...numberLines(facts, t))
  else lines.push(t('leave-outcome.nothingChanges'))
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

function numberLines({ numberDays }: Pick<LeaveRequestFacts, 'numberDays'>, t: Translate): string[] {
  const dates = numberDays.map((date) => Temporal.PlainDate.from(date))
  return dates.length > 0 ? [t('leave.numbersStay', { days: daysText(dates, t) })] : []
}

function outcomeText(state: LeaveRequestFacts['state'], decidedBy: string | null, t: Translate): string {
  const who = decidedBy ? mention(decidedBy) : ''
  switch (state) {
    case 'accepted':
      return t('join.accepted', { who })
    case 'declined':
      return t('join.declined', { who })
    case 'withdrawn':
      return t('join.withdrawn')
    case 'unanswered':
    case 'waiting':
      return t('join.unanswered')
    case 'pointless':
      return t('leave-request.pointless')
  }
}

export const leaveRequestButtons = (requestId: string, t: Translate): ActionsBlock => {
  const { accept, decline } = LEAVE_REQUEST_BUTTONS
  const button = (action_id: string, text: string) => ({
    ...{ type: 'button' as const, action_id, text: plain(text), value: requestId },
  })
  return {
    type: 'actions',
    elements: [{ ...button(accept, t('join.accept')), style: 'primary' }, button(decline, t('join.decline'))],
  }
}
