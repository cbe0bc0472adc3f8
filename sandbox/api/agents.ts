// assistant.threads.* and functions.complete*: the status, title and prompts of an agent's thread.
import { isObject } from '../json.ts'
import { changeAgentThread } from '../state/agent-threads.ts'
import type { Channel } from '../state/entities.ts'
import { findMessage } from '../state/messages.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, type Refused, refuse } from './answer.ts'
import { structureArgument, textArgument } from './arguments.ts'
import { lacksDisguise } from './chat.ts'
import { missingScope, refuseArguments } from './check-call.ts'

const MOST_LOADING_MESSAGES = 10
const MOST_PROMPTS = 4

export function setStatus(call: Call): Answer {
  if (lacksDisguise(call)) return missingScope('chat:write.customize', call.installation)
  const found = threadOf(call)
  if (!found.ok) return found
  const messages = structureArgument(call.args, 'loading_messages')
  if (messages.given && !(Array.isArray(messages.value) && messages.value.length <= MOST_LOADING_MESSAGES))
    return refuseArguments([
      `must be at most ${MOST_LOADING_MESSAGES} items [json-pointer:/loading_messages]`,
    ])
  const status = { text: String(call.args.status), madeAtMs: call.platform.clock.now() }
  changeAgentThread(call.platform, call.workspace.id, found.channel, found.ts, { status })
  return grant()
}

export function setTitle(call: Call): Answer {
  const found = threadOf(call)
  if (!found.ok) return found
  const title = textArgument(call.args, 'title')!
  changeAgentThread(call.platform, call.workspace.id, found.channel, found.ts, { title })
  return grant()
}

export function setSuggestedPrompts(call: Call): Answer {
  if (!call.platform.app.manifest.agent) return refuse('not_agent_app')
  const found = threadOf(call)
  if (!found.ok) return found
  const given = structureArgument(call.args, 'prompts')
  const list = given.given && Array.isArray(given.value) ? given.value : []
  const fit = list.every((one) => isObject(one) && Boolean(one.title) && Boolean(one.message))
  if (list.length === 0 || list.length > MOST_PROMPTS || !fit)
    return refuseArguments([
      `must be 1 to ${MOST_PROMPTS} objects with title and message [json-pointer:/prompts]`,
    ])
  changeAgentThread(call.platform, call.workspace.id, found.channel, found.ts, { prompts: list })
  return grant()
}

/** A thread of the app, or the channel itself where the method allows a call without `thread_ts`. */
function threadOf(call: Call): { ok: true; channel: Channel; ts: string } | Refused {
  const found = visibleChannel(call, textArgument(call.args, 'channel_id'))
  if (!found.ok) return found
  const ts = textArgument(call.args, 'thread_ts') ?? ''
  if (ts !== '' && findMessage(found.channel, ts) === undefined) return refuse('invalid_thread_ts')
  return { ok: true, channel: found.channel, ts }
}

/** The sandbox does not run workflow steps, so there is none to complete. */
export function functionsComplete(): Answer {
  return refuse('function_execution_not_found')
}
