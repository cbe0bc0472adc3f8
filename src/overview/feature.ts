// The overview: what whoever leads people sees of a team and of each of them.
import type { Feature } from '../feature.ts'
import { DIGEST_EDIT, planDigestEdits } from './domain/digest-edits.ts'
import { MORNING, morningEdits, planMorning } from './domain/morning.ts'
import { overviewPermissions } from './domain/permissions.ts'
import {
  digestEdits,
  MISSING_REPORTS,
  planMissingReports,
  planReportDigest,
  REPORT_DIGEST,
} from './domain/report-digest.ts'
import { planWeekIn, WEEK_IN, WEEK_LATE, WEEK_READ } from './domain/teams-rollup.ts'
import { editDigest } from './flows/edit-digest.ts'
import { handOverDigest } from './flows/hand-over-digest.ts'
import { handOverMorning } from './flows/hand-over-morning.ts'
import { postMissingReports } from './flows/post-missing-reports.ts'
import { postMornings } from './flows/post-mornings.ts'
import { postReportDigests } from './flows/post-report-digests.ts'
import { editTeamsRollups, postTeamsRollups, rollupReactions } from './flows/post-teams-rollup.ts'
import { refreshDigest } from './flows/refresh-digest.ts'
import { openAnswers, openComment, readFromList, submitComment } from './slack/answers.ts'
import { REP_WORDS, TEAM_WORDS, TEAMS_WORDS } from './slack/command-words.ts'
import { sendCsv } from './slack/csv-button.ts'
import { directorHome } from './slack/director-home.ts'
import { OVERVIEW } from './slack/ids.ts'
import { managerHome } from './slack/manager-home.ts'
import { overviewMessages } from './slack/messages.ts'
import { repCommand } from './slack/rep-command.ts'
import {
  markReportRead,
  openAskBack,
  openDigestFigures,
  openOneReport,
  openReportComment,
  openReports,
  submitAskBack,
  submitReportComment,
} from './slack/reports.ts'
import { showChosenTeam, showTeamFromButton, teamCommand } from './slack/team-command.ts'
import { sendTeamsCsv, showTeamsFromButton, teamsBoard, teamsCommand } from './slack/teams-command.ts'
import { showWhySum } from './slack/why-sum.ts'
import { words } from './words/words.ts'

export const overview: Feature = {
  name: 'overview',
  words,
  permissions: overviewPermissions,
  commands: [
    {
      word: 'team',
      aliases: TEAM_WORDS,
      help: {
        place: 45,
        text: 'help.team',
        audience: 'managers',
        button: ({ isManager }) => (isManager ? 'help.showTeam' : null),
      },
      run: teamCommand,
    },
    {
      word: 'teams',
      aliases: TEAMS_WORDS,
      help: {
        place: 47,
        text: 'help.teams',
        audience: 'managers',
      },
      run: teamsCommand,
    },
    {
      word: 'rep',
      aliases: REP_WORDS,
      help: { place: 46, text: 'help.rep', audience: 'managers' },
      run: repCommand,
    },
  ],
  actions: {
    [OVERVIEW.chooseTeam]: showChosenTeam,
    [OVERVIEW.showTeam]: showTeamFromButton,
    [OVERVIEW.csv]: sendCsv,
    [OVERVIEW.whySum]: showWhySum,
    [OVERVIEW.answers]: openAnswers,
    [OVERVIEW.read]: readFromList,
    [OVERVIEW.comment]: openComment,
    [OVERVIEW.reports]: openReports,
    [OVERVIEW.report]: openOneReport,
    [OVERVIEW.reportRead]: markReportRead,
    [OVERVIEW.reportComment]: openReportComment,
    [OVERVIEW.reportAsk]: openAskBack,
    [OVERVIEW.digestFigures]: openDigestFigures,
    [OVERVIEW.showTeams]: showTeamsFromButton,
    [OVERVIEW.teamsCsv]: sendTeamsCsv,
  },
  submits: {
    [OVERVIEW.commentForm]: submitComment,
    [OVERVIEW.reportCommentForm]: submitReportComment,
    [OVERVIEW.reportAskForm]: submitAskBack,
  },
  sensitive: [
    ...[OVERVIEW.read, OVERVIEW.commentForm],
    ...[OVERVIEW.reportRead, OVERVIEW.reportCommentForm, OVERVIEW.reportAskForm],
  ],
  messages: overviewMessages,
  teamsBoard,
  dayPlanners: [planMorning, planMissingReports, planReportDigest, planDigestEdits, planWeekIn],
  dueKinds: [
    { kind: MORNING, handle: postMornings },
    { kind: MISSING_REPORTS, handle: postMissingReports },
    { kind: REPORT_DIGEST, handle: postReportDigests },
    { kind: DIGEST_EDIT, handle: editDigest },
    { kind: WEEK_IN, handle: postTeamsRollups },
    { kind: WEEK_READ, handle: postTeamsRollups, outsideDayPlans: true },
    { kind: WEEK_LATE, handle: editTeamsRollups },
  ],
  besideSummary: [morningEdits, digestEdits],
  reactions: [handOverMorning, handOverDigest, refreshDigest, ...rollupReactions],
  home: [directorHome, managerHome],
}
