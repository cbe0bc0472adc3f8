// The setup feature: one form sets up a team and changes its settings.

import { z } from 'zod'
import { STANDUP } from '../checkins/standup/slack/ids.ts'
import type { Feature } from '../feature.ts'
import { TEAM_SETUP } from '../org/slack/ids.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { setupPermissions } from './domain/permissions.ts'
import { SETUP_FAILURES } from './domain/setup-finished.ts'
import { loadMemberAdded, loadMemberRoleChanged } from './flows/facts/membership.ts'
import { loadSetupFinished } from './flows/facts/setup-finished.ts'
import { loadReportOffer, offerReports, REPORT_OFFER } from './flows/offer-reports.ts'
import { runPendingSetups } from './flows/run-pending-setups.ts'
import { setupAuditKinds } from './slack/audit-kinds.ts'
import { renderMemberAdded, renderMemberRoleChanged } from './slack/membership-messages.ts'
import { renderReportOffer } from './slack/report-offer.ts'
import { moreOptions, setupButton, setupCommand, submitSetup } from './slack/setup-command.ts'
import { renderSetupFinished } from './slack/setup-finished.ts'
import { words } from './words/words.ts'

export const setup: Feature = {
  name: 'setup',
  words,
  permissions: setupPermissions,
  auditKinds: setupAuditKinds,
  commands: [
    {
      word: 'setup',
      aliases: [
        ...['set up', 'settings', 'configure', 'config', 'create team', 'new team', 'options'],
        ...[
          '设置',
          '設定',
          '设定',
          '設置',
          '配置',
          '创建团队',
          '建立團隊',
          '新建团队',
          '新增團隊',
          '团队设置',
          '團隊設定',
        ],
      ],
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
  messages: [
    // Org enqueues the next two. They name the numbers of a role, which org does not know.
    messageKind({
      kind: 'member-added',
      subject: z.object({ teamId: z.string(), byUserId: z.string() }),
      load: loadMemberAdded,
      render: renderMemberAdded,
    }),
    messageKind({
      kind: 'member-role-changed',
      subject: z.object({ teamId: z.string(), byUserId: z.string() }),
      load: loadMemberRoleChanged,
      render: renderMemberRoleChanged,
    }),
    messageKind({
      kind: REPORT_OFFER,
      subject: z.object({}).transform(() => ({})),
      load: loadReportOffer,
      render: renderReportOffer,
      buttons: { [TEAM_SETUP.open]: { lasts: 'setup.archived' } },
    }),
    messageKind({
      kind: 'setup-finished',
      subject: z.object({
        channelId: z.string(),
        teamId: z.string().nullable(),
        from: z.string().nullable(),
        isNew: z.boolean(),
        failure: z.enum(SETUP_FAILURES).nullable(),
        unusable: z.array(z.string()),
      }),
      load: loadSetupFinished,
      render: renderSetupFinished,
      buttons: { [STANDUP.preview]: { lasts: 'standup.previewRefused' } },
    }),
  ],
  dueKinds: [{ kind: REPORT_OFFER, handle: offerReports, outsideDayPlans: true }],
  jobs: [runPendingSetups],
}
