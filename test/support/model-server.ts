// A local stand-in for a model's service: it speaks the protocol over HTTP, answers by a script, and keeps what it was asked.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Scripted =
  /** JSON, or text that should have been. */
  | { say: unknown }
  | { call: readonly { name: string; arguments: unknown }[] }
  | { refuse: string }
  | { status: number; retryAfter?: number }
  /** The connection ends in the middle of the answer, or before it. */
  | { cut: 'before' | 'within' }
  /** A byte now and then, for ever. */
  | { trickle: true }
  | { body: string }

export interface ModelAsked {
  model: string
  messages: { role: string; content: string | null; tool_calls?: unknown }[]
  tools?: { function: { name: string; parameters: unknown } }[]
  response_format?: unknown
  authorization: string
}

export interface ModelServer {
  baseUrl: string
  asked: ModelAsked[]
  /** What it answers next, in turn; the last one again and again. */
  script(answers: readonly Scripted[]): void
  /** The same by what is asked. */
  answer(choose: (asked: ModelAsked) => Scripted): void
  close(): Promise<void>
}

export async function startModelServer(): Promise<ModelServer> {
  const asked: ModelAsked[] = []
  let choose: (asked: ModelAsked) => Scripted = () => ({ status: 500 })
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString()) as Omit<ModelAsked, 'authorization'>
    const one = { ...body, authorization: request.headers.authorization ?? '' }
    asked.push(one)
    respond(response, choose(one))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    script: (answers) => {
      const left = [...answers]
      choose = () => (left.length > 1 ? left.shift()! : left[0]!)
      asked.length = 0
    },
    answer: (by) => {
      choose = by
      asked.length = 0
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const completion = (message: object, finish_reason = 'stop') =>
  JSON.stringify({
    ...{ id: 'c1', object: 'chat.completion', created: 1, model: 'stand-in' },
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content: null, ...message } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  })

function respond(response: ServerResponse, scripted: Scripted): void {
  const json = { 'content-type': 'application/json' }
  if ('status' in scripted) {
    const wait = scripted.retryAfter === undefined ? {} : { 'retry-after': String(scripted.retryAfter) }
    response.writeHead(scripted.status, { ...json, ...wait }).end('{"error":{"message":"no"}}')
  } else if ('cut' in scripted) {
    if (scripted.cut === 'within')
      response.writeHead(200, { ...json, 'content-length': '900' }).write('{"id":')
    setTimeout(() => response.destroy(), 20)
  } else if ('trickle' in scripted) {
    response.writeHead(200, json)
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  } else {
    response.writeHead(200, json).end(bodyOf(scripted))
  }
}

function bodyOf(
  scripted: Exclude<Scripted, { status: number } | { cut: string } | { trickle: true }>,
): string {
  if ('body' in scripted) return scripted.body
  if ('refuse' in scripted) return completion({ refusal: scripted.refuse })
  if ('say' in scripted) {
    const { say } = scripted
    return completion({ content: typeof say === 'string' ? say : JSON.stringify(say) })
  }
  const calls = scripted.call.map(({ name, arguments: given }, index) => ({
    ...{ id: `call_${index}`, type: 'function' },
    function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
  }))
  return completion({ tool_calls: calls }, 'tool_calls')
}
