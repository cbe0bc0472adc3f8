// Listens to what happens in the workspace. Slack has had its acknowledgement already.
import { HappenedEvent } from '../payloads.ts'
import { type Listening, logFault } from './listening.ts'

export async function onEvent(body: unknown, listening: Listening): Promise<void> {
  const { team_id: workspaceId, event } = HappenedEvent.parse(body)
  const handler = listening.area.events[event.type]
  if (!handler || workspaceId !== listening.workspaceId) return
  const { answers, botUserId, context } = listening
  try {
    await handler(
      {
        workspaceId,
        now: context.clock.now(),
        botUserId,
        event,
        publishHome: (userId, view) => answers.publishHome(workspaceId, userId, view),
      },
      context,
    )
  } catch (fault) {
    logFault(listening, 'event', event.type, fault)
  }
}
