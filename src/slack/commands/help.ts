// `/kpi help`: what can be typed, in a few lines, with buttons that do it.
import { actorOf } from '../../flows/actor.ts'
import type { CommandHandler } from '../call.ts'
import { renderHelp } from '../messages/help.ts'

export const helpCommand: CommandHandler = async (call, context) => {
  const { memberOf, manages, isGuest } = await actorOf(context.db, call.who)
  call.reply(renderHelp({ isMember: memberOf.length > 0, isManager: manages.length > 0, isGuest }, call.t))
}
