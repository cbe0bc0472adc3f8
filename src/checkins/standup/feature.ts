// The standup: asked each working morning, answered in one form, summed up in the team's channel.

import type { Feature } from '../../feature.ts'
import { checkinPlanner } from '../domain/day-plan.ts'
import { checkinSteps } from '../flows/checkin-steps.ts'
import { standupPermissions } from './domain/permissions.ts'
import { STANDUP_KIND } from './domain/standup-kind.ts'
import { blockersToDo } from './flows/blockers-to-do.ts'
import { standupReactions } from './flows/reactions.ts'
import { byStandup } from './flows/standup-checkin.ts'
import { chooseOnBlocker, solveBlocker, takeOnBlocker } from './slack/answer-help.ts'
import { STANDUP_WORDS } from './slack/command-words.ts'
import { myTeams } from './slack/home-section.ts'
import { STANDUP } from './slack/ids.ts'
import { standupMessages } from './slack/messages.ts'
import { nudgeFromButton } from './slack/nudge.ts'
import { openFromButton, openFromCommand, openFromShortcut } from './slack/open-standup.ts'
import { pressTick } from './slack/plan-boxes.ts'
import { closePreview, showPreview } from './slack/preview.ts'
import { pressAsPlanned, pressOffToday, pressSnooze } from './slack/prompt-actions.ts'
import { keepStandup, submitStandupForm } from './slack/submit-standup.ts'
import { words } from './words/words.ts'

export const standup: Feature = {
  name: 'standup',
  words,
  permissions: standupPermissions,
  commands: [
    {
      word: 'standup',
      aliases: STANDUP_WORDS,
      help: {
        place: 10,
        text: 'help.standup',
        audience: 'reps',
        button: ({ isMember }) => (isMember ? 'help.openStandup' : null),
      },
      run: openFromCommand,
    },
  ],
  actions: {
    [STANDUP.open]: openFromButton,
    [STANDUP.asPlanned]: pressAsPlanned,
    [STANDUP.offToday]: pressOffToday,
    [STANDUP.snooze]: pressSnooze,
    [STANDUP.tick]: pressTick,
    [STANDUP.help]: takeOnBlocker,
    [STANDUP.solved]: solveBlocker,
    [STANDUP.nudge]: nudgeFromButton,
    [STANDUP.preview]: showPreview,
    [STANDUP.blockerMenu]: chooseOnBlocker,
  },
  submits: {
    [STANDUP.form]: submitStandupForm,
    [STANDUP.keep]: keepStandup,
    [STANDUP.preview]: closePreview,
  },
  shortcuts: { [STANDUP.shortcut]: openFromShortcut },
  messages: standupMessages,
  dayPlanners: [checkinPlanner(STANDUP_KIND)],
  dueKinds: checkinSteps(STANDUP_KIND.dueKinds, byStandup),
  home: [myTeams],
  actionSources: [blockersToDo],
  sensitive: [STANDUP.nudge],
  reactions: standupReactions,
}
