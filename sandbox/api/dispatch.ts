// Takes one Web API call from its HTTP request to its answer: reads it, applies injected faults, logs the result.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { CALL_FAULTS, type Fault } from '../fault-injection.ts'
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import { assertDocumented, refuse } from './answer.ts'
import { type ReadArguments, readArguments } from './arguments.ts'
import { callMethod, type MethodResult } from './call-method.ts'

export async function dispatch(
  platform: Platform,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const startedAt = performance.now()
  const read = await readArguments(request, query)
  const args: Json = read.ok ? read.args : {}
  const fault = platform.faults.take(CALL_FAULTS, method, args)
  if (fault?.kind === 'latency') await sleep(fault.delayMs ?? 1000)
  const verdict = verdictOn(platform, method, request.headers.authorization, read, fault)
  const { problems, ...sent } = verdict.answer as Json & { problems?: never }
  const { token: _, ...logged } = args
  platform.calls.add({
    atMs: Date.now(),
    workspaceId: verdict.workspaceId,
    method,
    args: logged,
    ok: verdict.answer.ok,
    status: verdict.status,
    ...(verdict.answer.ok ? {} : { error: verdict.answer.error }),
    ...(problems === undefined ? {} : { problems }),
    ...(typeof verdict.answer.needed === 'string' ? { needed: verdict.answer.needed } : {}),
    ...(fault === undefined ? {} : { fault: fault.kind }),
    tookMs: performance.now() - startedAt,
  })
  if (fault?.kind === 'lost_answer' || fault?.kind === 'lost_request') return void request.socket.destroy()
  reply(response, verdict, sent)
}

function reply(response: ServerResponse, verdict: MethodResult, body: Json): void {
  response.writeHead(verdict.status, {
    'content-type': 'application/json; charset=utf-8',
    ...(verdict.retryAfterSeconds === undefined ? {} : { 'retry-after': String(verdict.retryAfterSeconds) }),
  })
  response.end(JSON.stringify(body))
}

function verdictOn(
  platform: Platform,
  method: string,
  header: string | undefined,
  read: ReadArguments,
  fault: Fault | undefined,
): MethodResult {
  try {
    const injected = faultVerdict(method, fault)
    if (injected !== undefined) return injected
    return read.ok
      ? callMethod(platform, method, header, read.args)
      : { answer: refuse(read.reason), status: 200 }
  } catch (mistake) {
    platform.internalErrors.push(mistake as Error)
    return { answer: refuse('fatal_error'), status: 500 }
  }
}

/** The response when a fault replaces the method; latency and a lost answer still run the method. */
function faultVerdict(method: string, fault: Fault | undefined): MethodResult | undefined {
  switch (fault?.kind) {
    case 'rate_limited':
      return { answer: refuse('ratelimited'), status: 429, retryAfterSeconds: fault.retryAfterSeconds ?? 1 }
    case 'server_error':
      return { answer: refuse('internal_error'), status: fault.status ?? 503 }
    case 'refused': {
      const answer = refuse(fault.error ?? 'fatal_error')
      assertDocumented(method, answer)
      return { answer, status: 200 }
    }
    case 'lost_request':
      return { answer: refuse('request_timeout'), status: 0 }
    default:
      return undefined
  }
}
