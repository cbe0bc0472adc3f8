// Listens to what happens in the workspace: acknowledged when the work is done, so that Slack tells it again otherwise.
import { ZodError } from 'zod'
import { EventCallback } from '../payloads.ts'
import {
  findActingPerson,
  logFault,
  logInvalidPayload,
  type ReceiverContext,
  readPayload,
  redrawHome,
} from './receiver.ts'

/** Throws where the work failed: told again later, it may succeed. */
export async function onEvent(body: unknown, receiver: ReceiverContext): Promise<void> {
  const happened = readPayload(receiver, 'event', EventCallback, body)
  if (!happened) return
  const { team_id: workspaceId, event } = happened
  const handler = receiver.handlers.events[event.type]
  if (!handler || workspaceId !== receiver.workspaceId) return
  const { botUserId, context } = receiver
  try {
    await handler(
      {
        workspaceId,
        now: context.clock.now(),
        botUserId,
        event,
        redrawHome: async (userId) => {
          const who = await findActingPerson(receiver, { id: userId }, workspaceId)
          if (who) await redrawHome(receiver, who)
        },
      },
      context,
    )
  } catch (fault) {
    if (fault instanceof ZodError) return logInvalidPayload(receiver, 'event', fault)
    logFault(receiver, 'event', event.type, fault)
    throw fault
  }
}
