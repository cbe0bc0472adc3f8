// Slack's bad days in a crash test: lost answers, refusals to hurry, broken sockets, events told twice.
import type { Chance } from '../../demo/chance.ts'
import type { FaultRequest } from '../../sandbox/faults.ts'
import type { Sandbox } from '../../sandbox/start.ts'
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

/** Goes on until `stop`; the weather is fine afterwards. */
export function startWeather(
  fleet: Fleet,
  sandbox: Sandbox,
  chance: Chance,
  timeline: Timeline,
): { stop(): Promise<void>; count(): number } {
  let count = 0
  let fine = false
  const change = () => {
    count += 1
    if (chance() < 0.15) {
      timeline.note('fault: every socket breaks')
      sandbox.dropSockets()
      return
    }
    if (chance() < 0.1) {
      timeline.note('fault: every socket is to be renewed')
      sandbox.disconnect('refresh_requested')
      return
    }
    const fault = pick(FAULTS, chance)
    timeline.note(`fault ${fault.kind} on ${fault.on}`)
    sandbox.faults.add(fault)
  }
  const blow = async () => {
    while (!fine) {
      await fleet.upFor(EVERY_MS)
      if (!fine) change()
    }
  }
  const blown = blow()
  return {
    count: () => count,
    stop: async () => {
      fine = true
      await blown
      sandbox.faults.clear()
    },
  }
}
