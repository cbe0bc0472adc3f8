// Updates teams on Slack events about their channel: the bot is invited or removed, the channel archived, the app uninstalled.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { dropWaitingMessages, takeUpDroppedMessages } from '../../outbox/db/drop-messages.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DeliveryProblem } from '../../slack/messenger.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { markConnected, markDisconnected, teamsPausedSince } from '../db/installation.ts'
import { archiveTeams, pausedTeamOfChannel, reopenTeam, teamOfChannel } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import type { Team } from '../domain/team.ts'
import { announceSettings } from './announce.ts'
import { teamsPaused } from './changes.ts'
import { problemKey } from './report-delivery-problem.ts'
import { introduction, invitation } from './team-messages.ts'
import { whoActsFor } from './who-acts-for.ts'

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

/** The bot cannot post in the channel any more. Informs who acts for the team; members still get direct messages. */
export async function channelLost(
  context: Context,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  problem: Extract<DeliveryProblem, 'channel-archived' | 'not-in-channel'>,
): Promise<void> {
  const team = await teamOfChannel(context.db, workspaceId, channelId)
  if (!team) return endInvitation(context, workspaceId, channelId)
  await context.db.transaction(async (tx) => {
    const now = context.clock.now()
    const messageKey = problemKey(team.teamId, channelId, problem)
    const reported = await findMessage(tx, { workspaceId, messageKey })
    // A failed delivery may just have reported this problem; one from more than a day ago is a new problem.
    if (reported && now.since(reported.createdAt).total('hours') < 24) return
    const key = reported ? `${messageKey}:${localDate(now, 'UTC')}` : messageKey
    const userId = await whoActsFor(tx, team, now)
    if (userId) await enqueueMessage(tx, context, [problemMessage(team, userId, problem, key)])
    else context.log.warn({ workspaceId, teamId: team.teamId, problem }, 'nobody acts for the team')
  })
}

/** Nothing can be set up any more: the invitation, where it is still kept, loses its button. */
async function endInvitation(
  context: Context,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const { key: messageKey } = invitation(workspaceId, channelId, '')
    const invited = (await findMessage(tx, { workspaceId, messageKey }))?.toUserId
    if (invited) await enqueueMessage(tx, context, [invitation(workspaceId, channelId, invited, true)])
  })
}

const REMOVALS = {
  'app-uninstalled': { kind: 'app-uninstalled', screen: 'event:app_uninstalled' },
  'tokens-revoked': { kind: 'tokens-revoked', screen: 'event:tokens_revoked' },
  /** Seen at a call to Slack, without an event. */
  'token-refused': { kind: 'tokens-revoked', screen: 'clock' },
} as const

/** The app was uninstalled, or its token does not work any more: nothing is sent, and all teams pause. Slack announces it more than once. */
export async function appRemoved(
  context: Context,
  workspaceId: WorkspaceId,
  by: keyof typeof REMOVALS,
): Promise<void> {
  const now = context.clock.now()
  const isNews = await context.db.transaction(async (tx) => {
    const isFirst = await markDisconnected(tx, workspaceId, now)
    const paused = await archiveTeams(tx, workspaceId, now)
    const teams = paused.map((teamId) => ({ workspaceId, teamId }))
    if (teams.length > 0) await announce(tx, context, teamsPaused, { teams })
    await dropWaitingMessages(tx, workspaceId)
    const { kind, screen } = REMOVALS[by]
    const event = { workspaceId, actorUserId: null, userId: null, before: null, after: null, screen } as const
    await recordAudit(tx, context, [
      ...(isFirst ? [{ ...event, kind, teamId: null }] : []),
      ...paused.map((teamId) => ({ ...event, kind: 'team-paused' as const, teamId })),
    ])
    return isFirst
  })
  if (isNews) context.log.warn({ workspaceId }, 'app uninstalled from the workspace, its teams are paused')
}

/** What was to be sent in a shorter interruption, as when a token is exchanged, is sent after all. */
const TAKEN_UP_HOURS = 1

/**
 * The token works: after an uninstall the teams go on whose channel still has the bot, and the managers of the others are
 * asked to invite it. Does nothing where the app was not uninstalled.
 */
export async function appInstalled(context: Context, workspaceId: WorkspaceId): Promise<void> {
  const now = context.clock.now()
  const paused = await context.db.transaction(async (tx) => {
    const since = await markConnected(tx, workspaceId)
    if (!since) return []
    await takeUpDroppedMessages(tx, workspaceId, now.subtract({ hours: TAKEN_UP_HOURS }))
    return teamsPausedSince(tx, workspaceId, since)
  })
  for (const team of paused) {
    const channel = await context.directory.channel(workspaceId, team.channelId).catch(() => null)
    if (channel?.botIsIn && !channel.archived)
      await resumeTeam(context, team, { userId: null, screen: 'clock' })
    else await askToInvite(context, team)
  }
  if (paused.length > 0) context.log.info({ workspaceId, teams: paused.length }, 'app installed again')
}

async function askToInvite(context: Context, team: Team): Promise<void> {
  const now = context.clock.now()
  await context.db.transaction(async (tx) => {
    const userId = await whoActsFor(tx, team, now)
    if (userId) await enqueueMessage(tx, context, [pausedMessage(team, userId, now)])
  })
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
    await announceSettings(tx, context, paused, { from: earliestToday(now), before: null })
    await enqueueMessage(tx, context, [
      introduction(paused, `intro:${paused.teamId}:${localDate(now, 'UTC')}`),
    ])
  })
  return { ...paused, archivedAt: null }
}

function pausedMessage(team: Team, userId: UserId, now: Temporal.Instant): MessageDraft {
  const key = `paused:${team.teamId}:${localDate(now, 'UTC')}`
  return problemMessage(team, userId, 'paused', key)
}

function problemMessage(
  team: Team,
  userId: UserId,
  problem: DeliveryProblem | 'paused',
  key: string,
): MessageDraft {
  const { workspaceId, teamId, channelId } = team
  const audience = { to: 'person', userId } as const
  return { workspaceId, key, kind: 'delivery-problem', audience, teamId, subject: { problem, channelId } }
}
