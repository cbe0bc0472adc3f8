// The setup feature: one form sets up a team and changes its settings.

import type { Feature } from '../feature.ts'
import { TEAM_SETUP } from '../org/slack/ids.ts'
import { setupPermissions } from './domain/permissions.ts'
import { setupAuditKinds } from './slack/audit-kinds.ts'
import { moreOptions, setupButton, setupCommand, submitSetup } from './slack/setup-command.ts'
import { words } from './words/words.ts'

export const setup: Feature = {
  name: 'setup',
  words,
  permissions: setupPermissions,
  auditKinds: setupAuditKinds,
  commands: [
    {
      word: 'setup',
      aliases: ['settings', '设置', '設定', '设定', '設置'],
      help: {
        place: 60,
        text: 'help.setup',
        audience: 'managers',
        button: ({ isManager, isMember, isGuest }) => {
          if (isManager) return 'setup.titleChange'
          return isMember || isGuest ? null : 'help.openSetup'
        },
      },
      run: setupCommand,
    },
  ],
  actions: {
    [TEAM_SETUP.open]: setupButton,
    [TEAM_SETUP.moreOptions]: moreOptions,
  },
  submits: { [TEAM_SETUP.form]: submitSetup },
  sensitive: [TEAM_SETUP.form],
}
