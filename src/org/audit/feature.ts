// The audit feature: what was changed, by whom, and who looked at whose data.

import { z } from 'zod'
import type { Feature } from '../../feature.ts'
import { messageKind } from '../../outbox/flows/message-kind.ts'
import { auditPermissions } from './domain/permissions.ts'
import type { AuditKind } from './flows/audit-kind.ts'
import { teamChangesLoader } from './flows/facts/team-changes.ts'
import { auditCommand, turnAuditPage } from './slack/audit-command.ts'
import { AUDIT } from './slack/ids.ts'
import { seenCommand } from './slack/seen-command.ts'
import { renderTeamChanges } from './slack/team-changes.ts'
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
        'log of changes',
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
      aliases: ['who saw', 'who looked', 'views', '谁看过', '誰看過', '查看记录', '查看紀錄', '查看記錄'],
      help: { place: 55, text: 'help.seen', audience: 'everyone' },
      run: seenCommand,
    },
  ],
  actions: { [AUDIT.page]: turnAuditPage },
}

/** Tells a team's channel what was changed for everyone; made of the kinds of all features. */
export const announcedChanges = (kinds: ReadonlyMap<string, AuditKind>): Feature => ({
  name: 'announced changes',
  words: { en: {}, 'zh-CN': {}, 'zh-TW': {} },
  messages: [
    messageKind({
      kind: 'team-changes',
      subject: z.object({ date: z.string() }),
      load: teamChangesLoader(kinds),
      render: renderTeamChanges,
    }),
  ],
})
