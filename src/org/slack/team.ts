// Lists what the set-up of teams and their people listens to.

import {
  chooseRole,
  metricsCommand,
  openOwnMetric,
  pickInMetric,
  submitMetric,
  submitOwnMetric,
  toMetrics,
} from '../../numbers/slack/metrics.ts'
import { moreOptions, setupButton, setupCommand, submitSetup } from '../../setup/slack/setup-command.ts'
import type { Area } from '../../slack/area.ts'
import { TEAM } from '../../slack/ids.ts'
import { daysCommand, normalDay, submitDay } from './days.ts'
import { cancelButton, leaveCommand, submitLeave } from './leave.ts'
import { membersCommand, submitMembers, toMembers } from './members.ts'
import {
  appUninstalled,
  botLeft,
  channelArchived,
  memberJoined,
  memberLeft,
  tokensRevoked,
  userChanged,
} from './team-events.ts'

export const teamArea: Area = {
  commands: [
    { word: 'setup', aliases: ['settings', '设置', '設定', '设定', '設置'], run: setupCommand },
    { word: 'members', aliases: ['people', '成员', '成員', '人员', '人員'], run: membersCommand },
    { word: 'metrics', aliases: ['指标', '指標'], run: metricsCommand },
    { word: 'leave', aliases: ['away', '请假', '請假', '休假'], run: leaveCommand },
    { word: 'days', aliases: ['工作日', '上班日', '调休', '調休', '补班', '補班'], run: daysCommand },
  ],
  actions: {
    [TEAM.setUp]: setupButton,
    [TEAM.moreOptions]: moreOptions,
    [TEAM.toMembers]: toMembers,
    [TEAM.toMetrics]: toMetrics,
    [TEAM.metricsRole]: chooseRole,
    [TEAM.metricMenu]: pickInMetric,
    [TEAM.addMetric]: openOwnMetric,
    [TEAM.cancelLeave]: cancelButton,
    [TEAM.normalDay]: normalDay,
  },
  submits: {
    [TEAM.setupForm]: submitSetup,
    [TEAM.membersForm]: submitMembers,
    [TEAM.metricForm]: submitMetric,
    [TEAM.ownMetricForm]: submitOwnMetric,
    [TEAM.leaveForm]: submitLeave,
    [TEAM.daysForm]: submitDay,
  },
  shortcuts: {},
  events: {
    member_joined_channel: memberJoined,
    member_left_channel: memberLeft,
    channel_left: botLeft,
    group_left: botLeft,
    channel_archive: channelArchived,
    group_archive: channelArchived,
    user_change: userChanged,
    app_uninstalled: appUninstalled,
    tokens_revoked: tokensRevoked,
  },
}
