// The overview: what whoever leads people sees of a team and of each of them.
import type { Feature } from '../feature.ts'
import { MORNING, morningEdits, planMorning } from './domain/morning.ts'
import { overviewPermissions } from './domain/permissions.ts'
import { postMornings } from './flows/post-mornings.ts'
import { openAnswers, openComment, readFromList, submitComment } from './slack/answers.ts'
import { REP_WORDS, TEAM_WORDS } from './slack/command-words.ts'
import { sendCsv } from './slack/csv-button.ts'
import { OVERVIEW } from './slack/ids.ts'
import { managerHome } from './slack/manager-home.ts'
import { overviewMessages } from './slack/messages.ts'
import { repCommand } from './slack/rep-command.ts'
import { showChosenTeam, showTeamFromButton, teamCommand } from './slack/team-command.ts'
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
    [OVERVIEW.answers]: openAnswers,
    [OVERVIEW.read]: readFromList,
    [OVERVIEW.comment]: openComment,
  },
  submits: { [OVERVIEW.commentForm]: submitComment },
  messages: overviewMessages,
  dayPlanners: [planMorning],
  dueKinds: [{ kind: MORNING, handle: postMornings }],
  besideSummary: [morningEdits],
  home: [managerHome],
}
