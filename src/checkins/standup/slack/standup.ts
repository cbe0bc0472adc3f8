// Lists what the standup listens to.

import type { Area } from '../../../slack/area.ts'
import { STANDUP } from '../../../slack/ids.ts'
import { showHome } from '../../../slack/show-home.ts'
import { solveBlocker, takeOnBlocker } from './answer-help.ts'
import { openFromButton, openFromCommand, openFromShortcut } from './open-standup.ts'
import { submitStandupForm } from './submit-standup.ts'

export const standupArea: Area = {
  commands: [{ word: 'standup', aliases: ['晨会', '晨會'], run: openFromCommand }],
  actions: {
    [STANDUP.open]: openFromButton,
    [STANDUP.help]: takeOnBlocker,
    [STANDUP.solved]: solveBlocker,
  },
  submits: { [STANDUP.form]: submitStandupForm },
  shortcuts: { [STANDUP.shortcut]: openFromShortcut },
  events: { app_home_opened: showHome },
}
