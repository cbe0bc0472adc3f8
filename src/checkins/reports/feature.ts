// Reports: check-ins whose questions are data, answered in sections of text. The weekly report is built in; a team can have others.
import type { Feature } from '../../feature.ts'
import { checkinPlanner } from '../domain/day-plan.ts'
import { checkinSteps } from '../flows/checkin-steps.ts'
import { reportPermissions } from './domain/permissions.ts'
import { QUESTION_OVER } from './domain/question.ts'
import { REPORT_DUE_KINDS, reportKind, reportsOf } from './domain/report-kind.ts'
import { endQuestions } from './flows/question-over.ts'
import { reportReactions } from './flows/reactions.ts'
import { byReport } from './flows/report-checkin.ts'
import { REPORT_WORDS } from './slack/command-words.ts'
import { myReports } from './slack/home-section.ts'
import { REPORT } from './slack/ids.ts'
import { reportMessageKinds } from './slack/messages.ts'
import { openFromButton, pressAsItStands, reportCommand } from './slack/open-report.ts'
import { submitReportForm } from './slack/submit-report.ts'
import { words } from './words/words.ts'

export const reports: Feature = {
  name: 'reports',
  words,
  permissions: reportPermissions,
  commands: [
    {
      word: 'report',
      aliases: REPORT_WORDS,
      help: { place: 12, text: 'help.report', audience: 'reps' },
      run: reportCommand,
    },
  ],
  actions: { [REPORT.open]: openFromButton, [REPORT.asItStands]: pressAsItStands },
  submits: { [REPORT.form]: submitReportForm },
  messages: reportMessageKinds,
  dayPlanners: [(day) => reportsOf(day.settings).flatMap((name) => checkinPlanner(reportKind(name))(day))],
  dueKinds: [
    ...checkinSteps(REPORT_DUE_KINDS, byReport),
    { kind: QUESTION_OVER, handle: endQuestions, outsideDayPlans: true },
  ],
  home: [myReports],
  reactions: reportReactions,
}
