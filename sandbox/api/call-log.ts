// The append-only record of every Web API call and response_url answer, with its result.

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
  /** Why it was refused, with JSON pointers. */
  problems?: Problem[]
  needed?: string
  /** The injected fault that decided the answer or kept it from the app. */
  fault?: FaultKind
  tookMs: number
}

export interface CallLog {
  add(call: Omit<ApiCall, 'number'>): void
  /** Oldest first; only the latest ones are kept. */
  all(): readonly ApiCall[]
  /** All calls that were refused without an injected fault; 429 does not count. */
  refused(): ApiCall[]
}

/** Between this many and twice as many are kept, so that memory stays bounded. */
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
