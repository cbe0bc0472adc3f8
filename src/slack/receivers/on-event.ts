// Receives events; acknowledged only after the handler succeeded, so that Slack sends a failed one again.
import { ZodError } from 'zod'
import { EventCallback } from '../payloads.ts'
import {
  findActingPerson,
  logHandlerError,
  logInvalidPayload,
  postLiving,
  type ReceiverContext,
  readPayload,
  redrawHome,
} from './receiver.ts'

/** Rethrows the handler's error: Slack sends the event again, and a later attempt may succeed. */
export async function onEvent(body: unknown, receiver: ReceiverContext): Promise<void> {
  const callback = readPayload(receiver, 'event', EventCallback, body)
  if (!callback) return
  const { team_id: workspaceId, event } = callback
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
        acting: async (userId) => {
          const who = await findActingPerson(receiver, { id: userId }, workspaceId)
          return who && { who, t: receiver.translator(who.locale) }
        },
        post: async (channelId, message) => {
          const refused = await receiver.replies.post(workspaceId, channelId, message)
          if (refused)
            context.log.warn({ event: event.type, reason: refused.reason }, 'reply refused by Slack')
        },
        postLiving: (channelId, message) => postLiving(receiver, channelId, message),
        later: (work) =>
          receiver.background(
            work().catch((fault: unknown) => logHandlerError(receiver, 'event', event.type, fault)),
          ),
        redrawHome: async (userId) => {
          const who = await findActingPerson(receiver, { id: userId }, workspaceId)
          if (who) await redrawHome(receiver, who)
        },
      },
      context,
    )
  } catch (fault) {
    if (fault instanceof ZodError) return logInvalidPayload(receiver, 'event', fault)
    logHandlerError(receiver, 'event', event.type, fault)
    throw fault
  }
}
