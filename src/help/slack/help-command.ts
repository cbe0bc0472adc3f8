// `/kpi help`: replies with the commands and buttons that the person can use.
import type { Actor } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { CommandEntry, HelpReader } from '../../slack/handlers.ts'
import type { CommandHandler } from '../../slack/requests.ts'
import { renderHelp } from './help-message.ts'

export const readerOf = ({ memberOf, manages, actsFor, isAdmin, isGuest }: Actor): HelpReader => ({
  isMember: memberOf.length > 0,
  isManager: manages.length + actsFor.length > 0,
  ...{ isAdmin, isGuest },
})

export const helpCommand =
  (commands: readonly CommandEntry[]): CommandHandler =>
  async (call, context) =>
    call.reply(renderHelp(commands, readerOf(await actorOf(context.db, call.who, call.now)), call.t))
