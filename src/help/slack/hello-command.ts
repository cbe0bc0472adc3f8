// Answers a greeting: what can be typed here, and buttons for it.
import { actorOf } from '../../org/flows/actor.ts'
import type { CommandEntry } from '../../slack/handlers.ts'
import type { CommandHandler } from '../../slack/requests.ts'
import { readerOf } from './help-command.ts'
import { renderHello, renderHelp } from './help-message.ts'

/** Whoever is in no team is told how to come into one. */
export const helloCommand =
  (commands: readonly CommandEntry[]): CommandHandler =>
  async (call, context) => {
    const reader = readerOf(await actorOf(context.db, call.who, call.now))
    const render = reader.isMember || reader.isManager ? renderHello : renderHelp
    call.reply(render(commands, reader, call.t))
  }
