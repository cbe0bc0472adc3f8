// What leave contributes to the org feature: recording, cancelling, and the question about days that are past.
import { z } from 'zod'
import { messageKind } from '../outbox/flows/message-kind.ts'
import type { Handlers } from '../slack/handlers.ts'
import { LEAVE_REQUEST } from './domain/leave-request.ts'
import { loadLeaveChanged } from './flows/facts/leave-changed.ts'
import { loadLeaveOutcome, loadLeaveRequestFacts } from './flows/facts/leave-request.ts'
import { LEAVE_REQUEST_BUTTONS, TEAM } from './slack/ids.ts'
import { cancelButton, confirmLeave, submitLeave, withdrawButton } from './slack/leave.ts'
import { renderLeaveChanged } from './slack/leave-changed.ts'
import { undoLeave } from './slack/leave-line-answer.ts'
import { acceptLeave, declineLeave, renderLeaveOutcome, renderLeaveRequest } from './slack/leave-request.ts'

export const leaveActions: Handlers['actions'] = {
  [TEAM.cancelLeave]: cancelButton,
  [TEAM.withdrawLeave]: withdrawButton,
  [TEAM.undoLeave]: undoLeave,
  [LEAVE_REQUEST_BUTTONS.accept]: acceptLeave,
  [LEAVE_REQUEST_BUTTONS.decline]: declineLeave,
}

export const leaveSubmits: Handlers['submits'] = {
  [TEAM.leaveForm]: submitLeave,
  [TEAM.leaveConfirm]: confirmLeave,
}

export const LEAVE_SENSITIVE: readonly string[] = [...Object.keys(leaveActions), ...Object.keys(leaveSubmits)]

export const leaveMessages = [
  messageKind({
    kind: 'leave-changed',
    subject: z.object({
      leaveId: z.string(),
      change: z.enum(['recorded', 'cancelled']),
      byUserId: z.string(),
    }),
    load: loadLeaveChanged,
    render: renderLeaveChanged,
  }),
  messageKind({
    kind: 'leave-request',
    subject: z.object({ requestId: z.string() }),
    load: loadLeaveRequestFacts,
    render: renderLeaveRequest,
    buttons: Object.fromEntries(
      [LEAVE_REQUEST_BUTTONS.accept, LEAVE_REQUEST_BUTTONS.decline].map((id) => [
        id,
        { changes: 'answered, withdrawn or pointless', dueKinds: [LEAVE_REQUEST] },
      ]),
    ),
  }),
  messageKind({
    kind: 'leave-outcome',
    subject: z.object({ requestId: z.string() }),
    load: loadLeaveOutcome,
    render: renderLeaveOutcome,
  }),
]
