// Injects random faults of Slack into a crash test: lost answers, rate limits, broken sockets, duplicate events.
import type { Random } from '../../demo/random.ts'
import type { FaultRequest } from '../../sandbox/fault-injection.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Fleet } from './fleet.ts'
import { pick } from './pick.ts'
import type { Timeline } from './timeline.ts'

const FAULTS: readonly FaultRequest[] = [
  { kind: 'lost_answer', on: 'chat.postMessage' },
  { kind: 'lost_answer', on: 'chat.postMessage', times: 3 },
  { kind: 'lost_answer', on: 'chat.update' },
  { kind: 'lost_answer', on: 'conversations.open' },
  { kind: 'lost_request', on: 'chat.postMessage' },
  { kind: 'lost_request', on: 'conversations.history' },
  { kind: 'rate_limited', on: 'chat.postMessage', times: 4, retryAfterSeconds: 1 },
  { kind: 'rate_limited', on: 'chat.update', times: 4, retryAfterSeconds: 2 },
  { kind: 'rate_limited', on: 'conversations.history', retryAfterSeconds: 1 },
  { kind: 'server_error', on: 'chat.postMessage', times: 2 },
  { kind: 'server_error', on: 'apps.connections.open' },
  { kind: 'latency', on: 'chat.postMessage', times: 3, delayMs: 700 },
  { kind: 'lost_ack', on: 'view_submission' },
  { kind: 'lost_ack', on: 'member_joined_channel' },
  { kind: 'lost_delivery', on: 'member_joined_channel' },
  { kind: 'drop_socket', on: 'block_actions' },
  { kind: 'drop_socket', on: 'view_submission' },
  { kind: 'duplicate_event', on: 'member_joined_channel' },
]
const EVERY_MS = 1200

/** Adds a random fault every 1.2 s until `stop`, which removes those still pending. */
export function startFaultInjection(
  fleet: Fleet,
  sandbox: Sandbox,
  random: Random,
  timeline: Timeline,
): { stop(): Promise<void>; count(): number } {
  let count = 0
  let stopped = false
  const inject = () => {
    count += 1
    if (random() < 0.15) {
      timeline.note('fault: every socket breaks')
      sandbox.dropSockets()
      return
    }
    if (random() < 0.1) {
      timeline.note('fault: every socket is to be renewed')
      sandbox.disconnect('refresh_requested')
      return
    }
    const fault = pick(FAULTS, random)
    timeline.note(`fault ${fault.kind} on ${fault.on}`)
    sandbox.faults.add(fault)
  }
  const injectUntilStopped = async () => {
    while (!stopped) {
      await fleet.upFor(EVERY_MS)
      if (!stopped) inject()
    }
  }
  const finished = injectUntilStopped()
  return {
    count: () => count,
    stop: async () => {
      stopped = true
      await finished
      sandbox.faults.clear()
    },
  }
}
