// `/kpi help`: replies with the commands and buttons that the person can use.
import { actorOf } from '../../org/flows/actor.ts'
import type { CommandEntry } from '../../slack/handlers.ts'
import type { CommandHandler } from '../../slack/requests.ts'
import { renderHelp } from './help-message.ts'

export const helpCommand =
  (commands: readonly CommandEntry[]): CommandHandler =>
  async (call, context) => {
    const { memberOf, manages, actsFor, isAdmin, isGuest } = await actorOf(context.db, call.who, call.now)
    const reader = {
      isMember: memberOf.length > 0,
      isManager: manages.length + actsFor.length > 0,
      ...{ isAdmin, isGuest },
    }
    call.reply(renderHelp(commands, reader, call.t))
  }
