// The kinds of messages that reports enqueue, each with its subject, its facts and its rendering.
import { z } from 'zod'
import { messageKind } from '../../../outbox/flows/message-kind.ts'
import { QUESTION_OVER } from '../domain/question.ts'
import { REPORT_DUE_KINDS as DUE } from '../domain/report-kind.ts'
import {
  loadReportCard,
  loadReportNudge,
  loadReportQuestion,
  loadReportReminder,
} from '../flows/facts/report-card.ts'
import { loadReportComment } from '../flows/facts/report-comment.ts'
import { loadReportSummary } from '../flows/facts/report-summary.ts'
import { REPORT } from './ids.ts'
import { renderReportCard, renderReportReminder } from './report-card.ts'
import { renderReportComment, renderReportQuestion } from './report-question.ts'
import { renderReportSummary } from './report-summary.ts'

const Subject = z.object({ checkin: z.string(), date: z.iso.date() })
const MemberSubject = Subject.extend({ memberId: z.string() })

const CHANGES = 'an answer, leave, leaving the team'
const UNTIL_CLOSE = { changes: CHANGES, dueKinds: [DUE.close, DUE['member-close']] }

export const reportMessageKinds = [
  messageKind({
    kind: 'report-card',
    subject: MemberSubject,
    load: loadReportCard,
    render: renderReportCard,
    buttons: {
      [REPORT.open]: {
        changes: CHANGES,
        dueKinds: [DUE.close, DUE['member-close'], DUE['edit-over'], DUE['late-over'], QUESTION_OVER],
      },
      [REPORT.asItStands]: UNTIL_CLOSE,
      [REPORT.offToday]: UNTIL_CLOSE,
      [REPORT.snooze]: { ...UNTIL_CLOSE, changes: `its own press, ${CHANGES}` },
    },
  }),
  messageKind({
    kind: 'report-reminder',
    subject: MemberSubject,
    load: loadReportReminder,
    render: renderReportReminder,
    buttons: { [REPORT.open]: UNTIL_CLOSE, [REPORT.asItStands]: UNTIL_CLOSE },
  }),
  messageKind({
    kind: 'report-nudge',
    subject: MemberSubject,
    load: loadReportNudge,
    render: renderReportReminder,
    buttons: { [REPORT.open]: UNTIL_CLOSE, [REPORT.asItStands]: UNTIL_CLOSE },
  }),
  messageKind({
    kind: 'report-question',
    subject: MemberSubject.extend({ version: z.int().min(1) }),
    load: loadReportQuestion,
    render: renderReportQuestion,
    buttons: {
      [REPORT.open]: { changes: 'an answer, another question, taking it back', dueKinds: [QUESTION_OVER] },
    },
  }),
  messageKind({
    kind: 'report-comment',
    subject: MemberSubject.extend({ byUserId: z.string(), version: z.int().min(1) }),
    load: loadReportComment,
    render: renderReportComment,
  }),
  messageKind({
    kind: 'report-summary',
    subject: Subject,
    load: loadReportSummary,
    render: renderReportSummary,
  }),
]
