// The audit feature: what was changed, by whom, and who looked at whose data.

import type { Feature } from '../../feature.ts'
import { auditPermissions } from './domain/permissions.ts'
import { auditCommand, turnAuditPage } from './slack/audit-command.ts'
import { AUDIT } from './slack/ids.ts'
import { seenCommand } from './slack/seen-command.ts'
import { words } from './words/words.ts'

export const audit: Feature = {
  name: 'audit',
  words,
  permissions: auditPermissions,
  commands: [
    {
      word: 'audit',
      aliases: [
        'history',
        'changes',
        '审计',
        '稽核',
        '审核记录',
        '变更',
        '變更',
        '变更记录',
        '變更紀錄',
        '變更記錄',
      ],
      help: { place: 120, text: 'help.audit', audience: 'everyone' },
      run: auditCommand,
    },
    {
      word: 'seen',
      aliases: ['谁看过', '誰看過', '查看记录', '查看紀錄', '查看記錄'],
      help: { place: 55, text: 'help.seen', audience: 'everyone' },
      run: seenCommand,
    },
  ],
  actions: { [AUDIT.page]: turnAuditPage },
}
