// The standup: asked each working morning, answered in one form, summed up in the team's channel.

import type { Feature } from '../../feature.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import type { CheckinStep } from '../domain/checkin-kind.ts'
import { checkinPlanner } from '../domain/day-plan.ts'
import { promptMembers } from '../flows/prompt-members.ts'
import { remindMembers, remindSnoozed } from '../flows/remind-members.ts'
import { EDIT_OVER, LATE_OVER } from './domain/card-end.ts'
import { standupPermissions } from './domain/permissions.ts'
import { SNOOZE_OVER } from './domain/snooze.ts'
import { STANDUP_KIND } from './domain/standup-kind.ts'
import { blockersToDo } from './flows/blockers-to-do.ts'
import { closeMemberDays } from './flows/close-member-days.ts'
import { closeStandups } from './flows/close-standups.ts'
import { endCardButtons } from './flows/end-card-buttons.ts'
import { standupReactions } from './flows/reactions.ts'
import { STANDUP_CHECKIN } from './flows/standup-checkin.ts'
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

const HANDLERS: Readonly<Record<CheckinStep, DueHandler>> = {
  prompt: promptMembers(STANDUP_CHECKIN),
  remind: remindMembers(STANDUP_CHECKIN),
  'member-close': closeMemberDays,
  close: closeStandups,
}

/** In the order in which what is due together is carried out. */
const STEPS: readonly CheckinStep[] = ['prompt', 'remind', 'member-close', 'close']

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
  dueKinds: [
    ...STEPS.map((step) => ({ kind: STANDUP_KIND.dueKinds[step], handle: HANDLERS[step] })),
    { kind: SNOOZE_OVER, handle: remindSnoozed(STANDUP_CHECKIN), outsideDayPlans: true },
    // Planned at the close, for cards whose button then ends.
    ...([EDIT_OVER, LATE_OVER] as const).map((kind) => ({
      ...{ kind, handle: endCardButtons(kind) },
      outsideDayPlans: true as const,
    })),
  ],
  home: [myTeams],
  actionSources: [blockersToDo],
  sensitive: [STANDUP.nudge],
  reactions: standupReactions,
}
