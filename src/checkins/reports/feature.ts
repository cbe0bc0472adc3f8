// Reports: check-ins whose questions are data, answered in sections of text. The weekly report is built in; a team can have others.
import type { Feature } from '../../feature.ts'
import { checkinPlanner } from '../domain/day-plan.ts'
import { checkinSteps } from '../flows/checkin-steps.ts'
import { reportPermissions } from './domain/permissions.ts'
import { QUESTION_OVER } from './domain/question.ts'
import { REPORT_DUE_KINDS, reportKind, reportsOf } from './domain/report-kind.ts'
import { indexInsights } from './flows/index-insights.ts'
import { endQuestions } from './flows/question-over.ts'
import { reportReactions } from './flows/reactions.ts'
import { byReport } from './flows/report-checkin.ts'
import { INSIGHT_WORDS, REPORT_WORDS } from './slack/command-words.ts'
import { draftReport } from './slack/draft-button.ts'
import { myReports } from './slack/home-section.ts'
import { REPORT } from './slack/ids.ts'
import { insightsCommand, turnInsights } from './slack/insights-command.ts'
import { reportMessageKinds } from './slack/messages.ts'
import { nudgeForReports } from './slack/nudge.ts'
import {
  openFromButton,
  pressAsItStands,
  pressOffToday,
  pressSnooze,
  reportCommand,
} from './slack/open-report.ts'
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
    {
      word: 'insight',
      aliases: INSIGHT_WORDS,
      help: { place: 47, text: 'help.insight', audience: 'everyone' },
      run: insightsCommand,
    },
  ],
  actions: {
    [REPORT.open]: openFromButton,
    [REPORT.asItStands]: pressAsItStands,
    [REPORT.snooze]: pressSnooze,
    [REPORT.offToday]: pressOffToday,
    [REPORT.nudge]: nudgeForReports,
    [REPORT.turnInsights]: turnInsights,
    [REPORT.draft]: draftReport,
  },
  submits: { [REPORT.form]: submitReportForm },
  messages: reportMessageKinds,
  dayPlanners: [(day) => reportsOf(day.settings).flatMap((name) => checkinPlanner(reportKind(name))(day))],
  dueKinds: [
    ...checkinSteps(REPORT_DUE_KINDS, byReport),
    { kind: QUESTION_OVER, handle: endQuestions, outsideDayPlans: true },
  ],
  jobs: [indexInsights],
  home: [myReports],
  sensitive: [REPORT.nudge],
  reactions: reportReactions,
}
