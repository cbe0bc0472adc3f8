// `/kpi help`: what can be typed, in a few lines, with buttons that do it.
import { actorOf } from '../org/flows/actor.ts'
import { renderHelp } from './help-message.ts'
import type { CommandHandler } from './requests.ts'

export const helpCommand: CommandHandler = async (call, context) => {
  const { memberOf, manages, isGuest } = await actorOf(context.db, call.who)
  call.reply(renderHelp({ isMember: memberOf.length > 0, isManager: manages.length > 0, isGuest }, call.t))
}
