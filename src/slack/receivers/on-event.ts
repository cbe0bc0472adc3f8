// Listens to what happens in the workspace: acknowledged when the work is done, so that Slack tells it again otherwise.
import { ZodError } from 'zod'
import { HappenedEvent } from '../payloads.ts'
import { type Listening, logFault, logMisfit, readPayload, redrawHome, whoActs } from './listening.ts'

/** Throws where the work failed: told again later, it may succeed. */
export async function onEvent(body: unknown, listening: Listening): Promise<void> {
  const happened = readPayload(listening, 'event', HappenedEvent, body)
  if (!happened) return
  const { team_id: workspaceId, event } = happened
  const handler = listening.handlers.events[event.type]
  if (!handler || workspaceId !== listening.workspaceId) return
  const { botUserId, context } = listening
  try {
    await handler(
      {
        workspaceId,
        now: context.clock.now(),
        botUserId,
        event,
        redrawHome: async (userId) => {
          const who = await whoActs(listening, { id: userId }, workspaceId)
          if (who) await redrawHome(listening, who)
        },
      },
      context,
    )
  } catch (fault) {
    if (fault instanceof ZodError) return logMisfit(listening, 'event', fault)
    logFault(listening, 'event', event.type, fault)
    throw fault
  }
}
