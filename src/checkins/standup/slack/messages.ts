// The kinds of messages that the standup enqueues, each with its subject, its facts and its rendering.
import { z } from 'zod'
import { messageKind } from '../../../outbox/flows/message-kind.ts'
import { TARGETS } from '../../../targets/slack/ids.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { loadAnswerComment } from '../flows/facts/answer-comment.ts'
import { loadHelpComing } from '../flows/facts/help-coming.ts'
import { loadHelpWanted } from '../flows/facts/help-wanted.ts'
import { loadStandupCard } from '../flows/facts/standup-card.ts'
import { loadStandupNudge, loadStandupReminder } from '../flows/facts/standup-reminder.ts'
import { loadStandupSummary } from '../flows/facts/standup-summary.ts'
import { renderAnswerComment } from './answer-comment.ts'
import { renderHelpComing } from './help-coming.ts'
import { renderHelpWanted } from './help-wanted.ts'
import { STANDUP } from './ids.ts'
import { renderStandupCard } from './standup-card.ts'
import { renderStandupReminder } from './standup-reminder.ts'
import { renderStandupSummary } from './standup-summary.ts'

const MemberDate = z.object({ memberId: z.string(), date: z.iso.date() })
const BlockerAsked = z.object({ blockerId: z.string(), helperUserId: z.string() })

const CLOSES = STANDUP_KIND.dueKinds
const UNTIL_CLOSE = {
  changes: 'an answer, leave, leaving the team',
  dueKinds: [CLOSES.close, CLOSES['member-close']],
}

export const standupMessages = [
  messageKind({
    kind: 'standup-card',
    subject: MemberDate,
    load: loadStandupCard,
    render: renderStandupCard,
    buttons: {
      [STANDUP.open]: {
        changes: 'an answer, leave, leaving the team',
        dueKinds: [CLOSES.close, CLOSES['member-close'], CLOSES['edit-over'], CLOSES['late-over']],
      },
      [STANDUP.asPlanned]: UNTIL_CLOSE,
      [STANDUP.offToday]: UNTIL_CLOSE,
      [STANDUP.snooze]: { ...UNTIL_CLOSE, changes: `its own press, ${UNTIL_CLOSE.changes}` },
      [TARGETS.why]: { lasts: 'target.whyNone' },
    },
  }),
  messageKind({
    kind: 'standup-reminder',
    subject: MemberDate,
    load: loadStandupReminder,
    render: renderStandupReminder,
    buttons: { [STANDUP.open]: UNTIL_CLOSE, [STANDUP.asPlanned]: UNTIL_CLOSE },
  }),
  messageKind({
    kind: 'standup-nudge',
    subject: MemberDate,
    load: loadStandupNudge,
    render: renderStandupReminder,
    buttons: { [STANDUP.open]: UNTIL_CLOSE, [STANDUP.asPlanned]: UNTIL_CLOSE },
  }),
  messageKind({
    kind: 'standup-summary',
    subject: z.object({ date: z.iso.date() }),
    load: loadStandupSummary,
    render: renderStandupSummary,
    buttons: {
      [STANDUP.help]: { changes: 'each summary that shows the blocker: taken on, solved, or withdrawn' },
      [STANDUP.solved]: { changes: 'each summary that shows the blocker: solved, or withdrawn' },
    },
  }),
  messageKind({
    kind: 'help-wanted',
    subject: BlockerAsked,
    load: loadHelpWanted,
    render: renderHelpWanted,
    buttons: {
      [STANDUP.help]: { changes: 'taken on, solved, withdrawn, or asked of somebody else' },
      [STANDUP.solved]: { changes: 'solved, withdrawn, or asked of somebody else' },
    },
  }),
  messageKind({
    kind: 'answer-comment',
    subject: MemberDate.extend({ byUserId: z.string(), version: z.int().min(1) }),
    load: loadAnswerComment,
    render: renderAnswerComment,
  }),
  messageKind({ kind: 'help-coming', subject: BlockerAsked, load: loadHelpComing, render: renderHelpComing }),
]
