// Updates teams on Slack events about their channel: the bot is invited or removed, the channel archived, the app uninstalled.

import type { Context } from '../../core/context.ts'
import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DeliveryProblem } from '../../slack/messenger.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { archiveTeams, pausedTeamOfChannel, reopenTeam, teamOfChannel } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import type { Team } from '../domain/team.ts'
import { announceSettings } from './announce.ts'
import { problemKey } from './report-delivery-problem.ts'
import { introduction, invitation } from './team-messages.ts'

/** Resumes the channel's paused team; without one, asks the person who invited the bot to set a team up. */
export async function channelJoined(
  context: Context,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  inviter: UserId | null,
): Promise<void> {
  if (await teamOfChannel(context.db, workspaceId, channelId)) return
  const paused = await pausedTeamOfChannel(context.db, workspaceId, channelId)
  if (paused) await resumeTeam(context, paused, { userId: inviter, screen: 'event:member_joined_channel' })
  else if (inviter)
    await context.db.transaction((tx) =>
      enqueueMessage(tx, context, [invitation(workspaceId, channelId, inviter)]),
    )
}

/** The bot cannot post in the channel any more. Informs the manager; members still get direct messages. */
export async function channelLost(
  context: Context,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  problem: Extract<DeliveryProblem, 'channel-archived' | 'not-in-channel'>,
): Promise<void> {
  const team = await teamOfChannel(context.db, workspaceId, channelId)
  if (!team) return
  await context.db.transaction(async (tx) => {
    const now = context.clock.now()
    const messageKey = problemKey(team.teamId, channelId, problem)
    const reported = await findMessage(tx, { workspaceId, messageKey })
    // A failed delivery may just have reported this problem; one from more than a day ago is a new problem.
    if (reported && now.since(reported.createdAt).total('hours') < 24) return
    const key = reported ? `${messageKey}:${localDate(now, 'UTC')}` : messageKey
    await enqueueMessage(tx, context, [problemMessage(team, problem, key)])
  })
}

/** All teams pause until the bot is invited to their channels again. Slack announces it more than once: by both events, and again where it got no answer. */
export async function appRemoved(
  context: Context,
  workspaceId: WorkspaceId,
  by: 'app-uninstalled' | 'tokens-revoked',
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const paused = await archiveTeams(tx, workspaceId, context.clock.now())
    const screen = by === 'app-uninstalled' ? 'event:app_uninstalled' : 'event:tokens_revoked'
    const event = { workspaceId, actorUserId: null, userId: null, before: null, after: null, screen } as const
    await recordAudit(tx, context, [
      { ...event, kind: by, teamId: null },
      ...paused.map((teamId) => ({ ...event, kind: 'team-paused' as const, teamId })),
    ])
  })
  context.log.warn({ workspaceId }, 'app uninstalled from the workspace, its teams are paused')
}

/** Standups continue with the next one; those missed during the pause are not made up for. */
export async function resumeTeam(
  context: Context,
  paused: Team,
  by: { userId: UserId | null; screen: AuditScreen },
): Promise<Team> {
  const now = context.clock.now()
  await context.db.transaction(async (tx) => {
    await reopenTeam(tx, paused)
    const { workspaceId, teamId } = paused
    await recordAudit(tx, context, [
      {
        ...{ workspaceId, teamId, kind: 'team-resumed', actorUserId: by.userId, userId: null },
        ...{ before: null, after: null, screen: by.screen },
      },
    ])
    await announceSettings(tx, context, paused, earliestToday(now))
    await enqueueMessage(tx, context, [
      introduction(paused, `intro:${paused.teamId}:${localDate(now, 'UTC')}`),
    ])
  })
  return { ...paused, archivedAt: null }
}

function problemMessage(team: Team, problem: DeliveryProblem, key: string): MessageDraft {
  const { workspaceId, teamId, channelId, managerUserId } = team
  const audience = { to: 'person', userId: managerUserId } as const
  return { workspaceId, key, kind: 'delivery-problem', audience, teamId, subject: { problem, channelId } }
}
