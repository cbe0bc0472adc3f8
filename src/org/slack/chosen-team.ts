// Runs a command for the team that was chosen in its menu, as if it had been typed in that team's channel.
import { z } from 'zod'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import type { Permission } from '../domain/permissions.ts'
import { teamIfAllowed } from '../flows/resolve-team.ts'

/** The value, which can be forged, is the team's id, followed by what was typed after the command. */
export const inChosenTeam =
  (command: CommandHandler, permission: Permission): ActionHandler =>
  async (call, context) => {
    const { who, now, t, triggerId, open } = call
    const [first, ...typed] = call.value.split(' ')
    const teamId = z.uuid().safeParse(first).data
    const team = teamId ? await teamIfAllowed(context.db, who, permission, teamId, now) : null
    if (!team) return call.replyEphemeral(textMessage(t('team.notAllowed')))
    const replies: RenderedMessage[] = []
    const place = { channelId: team.channelId, rest: typed.join(' ') }
    const reply = (message: RenderedMessage) => void replies.push(message)
    await command({ ...{ who, now, t, triggerId, open }, ...place, reply }, context)
    for (const message of replies) await call.replyEphemeral(message)
  }
