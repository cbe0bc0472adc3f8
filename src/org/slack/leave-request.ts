// Renders the question about leave on past days, with its two buttons, and what became of it; answers the clicks.
import type { Translate } from '../../core/i18n/translate.ts'
import type { ActionsBlock, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import type { LeaveOutcomeFacts, LeaveRequestFacts } from '../domain/message-facts.ts'
import { answerLeaveRequest } from '../flows/leave-requests.ts'
import { answerRequest } from './answer-request.ts'
import { LEAVE_REQUEST_BUTTONS } from './ids.ts'
import { daysText, leaveText, leaveWhen } from './leave-form.ts'

export const acceptLeave: ActionHandler = (call, context) =>
  answerRequest(call, (requestId) => answerLeaveRequest(context, call.who, requestId, 'accept'))
export const declineLeave: ActionHandler = (call, context) =>
  answerRequest(call, (requestId) => answerLeaveRequest(context, call.who, requestId, 'decline'))

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
