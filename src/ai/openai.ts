// Asks a model of any service that speaks OpenAI's protocol. The only file that imports its package; loaded where a key is set.

import { setTimeout as sleep } from 'node:timers/promises'
import OpenAI from 'openai'
import { type ZodType, z } from 'zod'
import { dataText, jsonText, refusedText } from './domain/model-messages.ts'
import type { ModelRequest, ToolCall } from './flows/model.ts'
import { MOST_OUTPUT_TOKENS, type Provider, type ProviderReply, type Spent } from './flows/provider.ts'

export interface ModelAccess {
  apiKey: string
  /** Null: OpenAI's own. */
  baseUrl: string | null
  model: string
}

/** Between the first attempt and the second, unless the service says how long to wait. */
const RETRY_AFTER_MS = 300
type Body = OpenAI.ChatCompletionCreateParamsNonStreaming
type Answer = OpenAI.ChatCompletion

export function createProvider({ apiKey, baseUrl, model }: ModelAccess): Provider {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    // Nothing of its own: no second source of settings, no log that could hold a prompt, no retries beside ours.
    ...{ organization: null, project: null, webhookSecret: null, logLevel: 'off', maxRetries: 0 },
  })
  return {
    model,
    ask: async (request, withinMs) => {
      const signal = AbortSignal.timeout(withinMs)
      const deadline = performance.now() + withinMs
      const spent: Spent = { tokens: { input: 0, output: 0 }, untold: 0 }
      try {
        const answer = await create(client, bodyOf(model, request), { signal, deadline, spent })
        return { ...spent, ...read(answer) }
      } catch (fault) {
        return { ...spent, kind: 'failed', reason: reasonFor(fault, signal) }
      }
    },
  }
}

function reasonFor(
  fault: unknown,
  signal: AbortSignal,
): Extract<ProviderReply, { kind: 'failed' }>['reason'] {
  if (signal.aborted) return 'timeout'
  if (fault instanceof SyntaxError) return 'broken'
  return statusOf(fault) === 429 ? 'rate-limited' : 'fault'
}

/** One retry where the service is busy or broken, or the connection was cut; none where it says to wait for longer than is left. */
async function create(
  client: OpenAI,
  body: Body,
  { signal, deadline, spent }: { signal: AbortSignal; deadline: number; spent: Spent },
): Promise<Answer> {
  const once = async () => {
    try {
      const answer = await client.chat.completions.create(body, { signal })
      if (answer.usage)
        spent.tokens = { input: answer.usage.prompt_tokens, output: answer.usage.completion_tokens }
      else spent.untold += 1
      return answer
    } catch (fault) {
      if (!wasTurnedAway(fault)) spent.untold += 1
      throw fault
    }
  }
  try {
    return await once()
  } catch (fault) {
    if (signal.aborted || !mayPass(fault)) throw fault
    const wait = waitMs(fault)
    if (performance.now() + wait >= deadline) throw fault
    await sleep(wait, undefined, { signal })
    return once()
  }
}

function mayPass(fault: unknown): boolean {
  const status = statusOf(fault)
  if (status !== undefined) return status === 429 || status >= 500
  // A connection that is cut while the answer arrives is a fault of `fetch`.
  return fault instanceof OpenAI.APIConnectionError || fault instanceof TypeError
}

const NOT_CONNECTED: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']

/** The service has not worked on it: it refused the request itself, or was not reached. */
function wasTurnedAway(fault: unknown): boolean {
  const status = statusOf(fault)
  if (status !== undefined) return status < 500
  const causes = [fault, causeOf(fault), causeOf(causeOf(fault))]
  return causes.some((one) => NOT_CONNECTED.includes((one as { code?: unknown } | undefined)?.code))
}

const causeOf = (fault: unknown): unknown => (fault instanceof Error ? fault.cause : undefined)

const statusOf = (fault: unknown): number | undefined =>
  fault instanceof OpenAI.APIError ? (fault.status as number | undefined) : undefined

function waitMs(fault: unknown): number {
  const headers = fault instanceof OpenAI.APIError ? (fault.headers as Headers | undefined) : undefined
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : RETRY_AFTER_MS
}

function bodyOf(model: string, request: ModelRequest): Body {
  const { system, input, tools = [], earlier = [], refused, schema } = request
  const rounds = earlier.flatMap(({ call, result }): Body['messages'] => [
    { role: 'assistant', content: null, tool_calls: [calledTool(call)] },
    { role: 'tool', tool_call_id: call.id, content: jsonText(result) },
  ])
  return {
    model,
    max_completion_tokens: MOST_OUTPUT_TOKENS,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: dataText(input) },
      ...rounds,
      ...(refused ? [{ role: 'user' as const, content: refusedText(refused) }] : []),
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: schemaOf(schema) },
    },
    ...(tools.length > 0
      ? {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, description, strict: true, parameters: schemaOf(parameters) },
          })),
        }
      : {}),
  }
}

const calledTool = ({ id, name, arguments: given }: ToolCall) => ({
  ...{ id, type: 'function' as const, function: { name, arguments: JSON.stringify(given ?? {}) } },
})

/** Strict schemas take no default and no length of a text; zod holds us to both when the answer is parsed. */
const schemaOf = (schema: ZodType): Record<string, unknown> =>
  z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      for (const name of ['default', 'minLength', 'maxLength', '$schema'] as const) delete jsonSchema[name]
    },
  })

type Read =
  | { kind: 'answer'; value: unknown }
  | { kind: 'tool-calls'; calls: ToolCall[] }
  | { kind: 'failed'; reason: 'refused' | 'broken' }

function read({ choices }: Answer): Read {
  const choice = choices?.[0]
  const message = choice?.message
  if (message?.refusal || choice?.finish_reason === 'content_filter')
    return { kind: 'failed', reason: 'refused' }
  const calls = callsIn(message?.tool_calls ?? [])
  if (calls === null) return { kind: 'failed', reason: 'broken' }
  if (calls.length > 0) return { kind: 'tool-calls', calls }
  const value = parsed(message?.content ?? '')
  return value.ok ? { kind: 'answer', value: value.json } : { kind: 'failed', reason: 'broken' }
}

/** Null: what one of them passes is no JSON. */
function callsIn(calls: NonNullable<Answer['choices'][number]['message']['tool_calls']>): ToolCall[] | null {
  const found: ToolCall[] = []
  for (const call of calls) {
    if (call.type !== 'function') return null
    const given = parsed(call.function.arguments || '{}')
    if (!given.ok) return null
    found.push({ id: call.id, name: call.function.name, arguments: given.json })
  }
  return found
}

function parsed(text: string): { ok: true; json: unknown } | { ok: false } {
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
