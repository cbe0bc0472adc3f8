// The append-only record of every Web API call and response_url answer, with the verdict that it got.

import type { Changes } from '../changes.ts'
import type { Problem } from '../checker/problem.ts'
import type { FaultKind } from '../fault-injection.ts'
import type { Json } from '../json.ts'

export interface ApiCall {
  number: number
  /** Real time. */
  atMs: number
  workspaceId: string | undefined
  /** Web API method, or `response_url`. */
  method: string
  /** Without the token. */
  args: Json
  ok: boolean
  status: number
  error?: string
  /** Why it was refused, with places. */
  problems?: Problem[]
  needed?: string
  /** The injected fault that decided the answer or kept it from the app. */
  fault?: FaultKind
  tookMs: number
}

export interface CallLog {
  add(call: Omit<ApiCall, 'number'>): void
  /** Oldest first; of very many only the latest. */
  all(): readonly ApiCall[]
  /** All calls that were refused though nobody asked for a fault; 429 is not counted as refusal. */
  refused(): ApiCall[]
}

/** At least so many; twice as many at most, so that a long run does not fill the memory. */
const KEPT = 50_000

export function createCallLog(changes: Changes): CallLog {
  const calls: ApiCall[] = []
  const refused: ApiCall[] = []
  let lastNumber = 0
  return {
    add: (made) => {
      lastNumber += 1
      const call = { number: lastNumber, ...made }
      calls.push(call)
      if (calls.length > 2 * KEPT) calls.splice(0, KEPT)
      if (!call.ok && call.fault === undefined && call.error !== 'ratelimited') refused.push(call)
      changes.announce({
        kind: 'call',
        ...(call.workspaceId === undefined ? {} : { workspaceId: call.workspaceId }),
      })
    },
    all: () => calls,
    refused: () => [...refused],
  }
}
