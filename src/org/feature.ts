// The org feature: people, teams, members, leave and extra days.

import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { JOIN_REQUEST } from './domain/join-request.ts'
import { LEAVE_REQUEST } from './domain/leave-request.ts'
import { HOLIDAY_CHECK, HOLIDAYS_AWAITED, planHolidayCheck } from './domain/next-holidays.ts'
import { PLAN_DAY } from './domain/next-plan.ts'
import { orgPermissions } from './domain/org-permissions.ts'
import { ZONE_CHANGED } from './domain/zone-changed.ts'
import { checkChannels } from './flows/check-channel.ts'
import { awaitHolidays, checkHolidays } from './flows/check-holidays.ts'
import { loadChannelWidened } from './flows/facts/channel-widened.ts'
import { loadDeliveryProblem } from './flows/facts/delivery-problem.ts'
import { loadHolidaysChanged } from './flows/facts/holidays-changed.ts'
import { loadHomeTeamMoved } from './flows/facts/home-team-moved.ts'
import { loadJoinOutcome, loadJoinRequestFacts } from './flows/facts/join-request.ts'
import { loadMemberRemoved, loadMembersChanged } from './flows/facts/membership.ts'
import { loadNextHolidays } from './flows/facts/next-holidays.ts'
import { loadSetupInvitation } from './flows/facts/setup-invitation.ts'
import { loadTeamHandedOver } from './flows/facts/team-handed-over.ts'
import { loadTeamIntroduction } from './flows/facts/team-introduction.ts'
import { loadWorkspaceOffer } from './flows/facts/workspace-offer.ts'
import { passOnUnanswered } from './flows/join-requests.ts'
import { passOnUnansweredLeave } from './flows/leave-requests.ts'
import { moveCheckins } from './flows/move-checkins.ts'
import { planTeamDays } from './flows/plan-day.ts'
import { orgReactions } from './flows/reactions.ts'
import { recordHolidays } from './flows/record-holidays.ts'
import { LEAD_SENSITIVE, leadActions, leadMessages, leadSubmits } from './lead.ts'
import { LEAVE_SENSITIVE, leaveActions, leaveMessages, leaveSubmits } from './leave.ts'
import { orgAuditKinds } from './slack/audit-kinds.ts'
import { renderChannelWidened } from './slack/channel-widened.ts'
import {
  DAYS_WORDS,
  LEAVE_KIND_WORDS,
  LEAVE_TEAM_WORDS,
  LEAVE_WORDS,
  MEMBERS_WORDS,
  WORKSPACE_WORDS,
} from './slack/command-words.ts'
import { daysCommand, daysOfChosen, normalDay, submitDay } from './slack/days.ts'
import { renderDeliveryProblem } from './slack/delivery-problem.ts'
import { submitHolidays, toHolidays } from './slack/holidays.ts'
import { renderHolidaysChanged } from './slack/holidays-changed.ts'
import { managedTeams } from './slack/home-section.ts'
import { renderHomeTeamMoved } from './slack/home-team-moved.ts'
import { JOINING, TEAM, TEAM_SETUP, WORKSPACE } from './slack/ids.ts'
import { acceptJoining, declineJoining, renderJoinOutcome, renderJoinRequest } from './slack/join-request.ts'
import { leaveCommand, submitHomeTeam, toHomeTeam } from './slack/leave.ts'
import { leaveTeamCommand, submitLeaveTeam } from './slack/leave-team.ts'
import { membersCommand, membersOfChosen, submitMembers, toMembers } from './slack/members.ts'
import { renderMemberRemoved, renderMembersChanged } from './slack/membership-messages.ts'
import { renderNextHolidays } from './slack/next-holidays.ts'
import { noTeamSection } from './slack/no-team.ts'
import { renderSetupInvitation } from './slack/setup-invitation.ts'
import {
  appUninstalled,
  botLeft,
  channelArchived,
  channelChanged,
  channelRenamed,
  memberJoined,
  memberLeft,
  tokensRevoked,
  userChanged,
} from './slack/team-events.ts'
import { renderTeamHandedOver } from './slack/team-handed-over.ts'
import { renderTeamIntroduction } from './slack/team-introduction.ts'
import {
  openWorkspace,
  renderWorkspaceOffer,
  submitWorkspace,
  workspaceCommand,
  workspaceSection,
} from './slack/workspace.ts'
import { words } from './words/words.ts'

const People = z.object({ count: z.number(), userIds: z.array(z.string()) })

export const org: Feature = {
  name: 'org',
  words,
  permissions: orgPermissions,
  auditKinds: orgAuditKinds,
  commands: [
    {
      word: 'members',
      aliases: MEMBERS_WORDS,
      help: { place: 70, text: 'help.members', audience: 'managers' },
      run: membersCommand,
    },
    {
      word: 'leave',
      aliases: LEAVE_WORDS,
      telling: LEAVE_KIND_WORDS,
      help: { place: 50, text: 'help.leave', audience: 'everyone' },
      run: leaveCommand,
    },
    {
      word: 'leave-team',
      aliases: LEAVE_TEAM_WORDS,
      help: { place: 55, text: 'help.leaveTeam', audience: 'reps' },
      run: leaveTeamCommand,
    },
    {
      word: 'workspace',
      aliases: WORKSPACE_WORDS,
      help: { place: 105, text: 'help.workspace', audience: 'managers' },
      run: workspaceCommand,
    },
    {
      word: 'days',
      aliases: DAYS_WORDS,
      help: { place: 90, text: 'help.days', audience: 'managers' },
      run: daysCommand,
    },
  ],
  actions: {
    ...leadActions,
    ...leaveActions,
    [TEAM.toMembers]: toMembers,
    [TEAM.membersOf]: membersOfChosen,
    [TEAM.daysOf]: daysOfChosen,
    [TEAM.toHomeTeam]: toHomeTeam,
    [TEAM.toHolidays]: toHolidays,
    [TEAM.normalDay]: normalDay,
    [JOINING.accept]: acceptJoining,
    [JOINING.decline]: declineJoining,
    [WORKSPACE.open]: openWorkspace,
  },
  submits: {
    ...leadSubmits,
    ...leaveSubmits,
    [TEAM.membersForm]: submitMembers,
    [TEAM.leaveTeamForm]: submitLeaveTeam,
    [TEAM.homeTeamForm]: submitHomeTeam,
    [TEAM.holidaysForm]: submitHolidays,
    [TEAM.daysForm]: submitDay,
    [WORKSPACE.form]: submitWorkspace,
  },
  sensitive: [
    JOINING.accept,
    JOINING.decline,
    WORKSPACE.form,
    ...LEAD_SENSITIVE,
    ...LEAVE_SENSITIVE,
    TEAM.normalDay,
    TEAM.membersForm,
    TEAM.homeTeamForm,
    TEAM.holidaysForm,
    TEAM.daysForm,
  ],
  events: {
    member_joined_channel: memberJoined,
    member_left_channel: memberLeft,
    channel_left: botLeft,
    group_left: botLeft,
    channel_shared: channelChanged,
    channel_unshared: channelChanged,
    channel_rename: channelRenamed,
    group_rename: channelRenamed,
    channel_archive: channelArchived,
    group_archive: channelArchived,
    user_change: userChanged,
    app_uninstalled: appUninstalled,
    tokens_revoked: tokensRevoked,
  },
  messages: [
    ...leadMessages,
    ...leaveMessages,
    messageKind({
      kind: 'setup-invitation',
      subject: z.object({ channelId: z.string(), gone: z.boolean().optional() }),
      load: loadSetupInvitation,
      render: renderSetupInvitation,
      buttons: { [TEAM_SETUP.open]: { changes: 'the channel is set up, or the bot left it' } },
    }),
    messageKind({
      kind: 'team-introduction',
      subject: z.object({ teamId: z.string() }),
      load: loadTeamIntroduction,
      render: renderTeamIntroduction,
    }),
    messageKind({
      kind: 'team-handed-over',
      subject: z.object({ teamId: z.string(), byUserId: z.string(), toUserId: z.string() }),
      load: loadTeamHandedOver,
      render: renderTeamHandedOver,
    }),
    messageKind({
      kind: 'member-removed',
      subject: z.object({ teamId: z.string(), byUserId: z.string() }),
      load: loadMemberRemoved,
      render: renderMemberRemoved,
    }),
    messageKind({
      kind: 'members-changed',
      subject: z.object({
        ...{ teamId: z.string(), byUserId: z.string() },
        ...{ joined: People, moved: People, left: People },
      }),
      load: loadMembersChanged,
      render: renderMembersChanged,
    }),
    messageKind({
      kind: 'join-request',
      subject: z.object({ requestId: z.string() }),
      load: loadJoinRequestFacts,
      render: renderJoinRequest,
      buttons: Object.fromEntries(
        [JOINING.accept, JOINING.decline].map((id) => [
          id,
          { changes: 'answered, withdrawn, or pointless', dueKinds: [JOIN_REQUEST] },
        ]),
      ),
    }),
    messageKind({
      kind: 'join-outcome',
      subject: z.object({ requestId: z.string() }),
      load: loadJoinOutcome,
      render: renderJoinOutcome,
    }),
    messageKind({
      kind: 'workspace-offer',
      subject: z.object({}),
      load: loadWorkspaceOffer,
      render: renderWorkspaceOffer,
      buttons: { [WORKSPACE.open]: { changes: 'an admin has chosen' } },
    }),
    messageKind({
      kind: 'channel-widened',
      subject: z.object({ channelId: z.string(), stage: z.enum(['public', 'external']) }),
      load: loadChannelWidened,
      render: renderChannelWidened,
    }),
    messageKind({
      kind: 'home-team-moved',
      subject: z.object({ userId: z.string(), byUserId: z.string(), teamId: z.string() }),
      load: loadHomeTeamMoved,
      render: renderHomeTeamMoved,
    }),
    messageKind({
      kind: 'holidays-changed',
      subject: z.object({
        ...{ userId: z.string(), byUserId: z.string(), from: z.string() },
        place: z.object({ country: z.string().nullable(), region: z.string().nullable() }).nullable(),
      }),
      load: loadHolidaysChanged,
      render: renderHolidaysChanged,
    }),
    messageKind({
      kind: 'next-holidays',
      subject: z.object({ country: z.string(), year: z.number(), changed: z.number().nullable() }),
      load: loadNextHolidays,
      render: renderNextHolidays,
    }),
    messageKind({
      kind: 'delivery-problem',
      subject: z.object({
        problem: z.enum([
          'channel-archived',
          'not-in-channel',
          'cannot-message-member',
          'refused',
          'gave-up',
          'paused',
        ]),
        channelId: z.string(),
        userId: z.string().optional(),
      }),
      load: loadDeliveryProblem,
      render: renderDeliveryProblem,
    }),
  ],
  dueKinds: [
    // Before the prompts of the moment, which it may move.
    { kind: ZONE_CHANGED, handle: moveCheckins },
    { kind: PLAN_DAY, handle: planTeamDays, outsideDayPlans: true },
    { kind: JOIN_REQUEST, handle: passOnUnanswered, outsideDayPlans: true },
    { kind: LEAVE_REQUEST, handle: passOnUnansweredLeave, outsideDayPlans: true },
    { kind: HOLIDAY_CHECK, handle: checkHolidays },
    { kind: HOLIDAYS_AWAITED, handle: awaitHolidays, outsideDayPlans: true },
  ],
  dayPlanners: [planHolidayCheck],
  home: [workspaceSection, noTeamSection, managedTeams],
  reactions: orgReactions,
  jobs: [checkChannels, recordHolidays],
}
