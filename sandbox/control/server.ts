// The control interface over HTTP: queries, operations, and a stream of changes; errors are sentences.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { parseJson, readBody } from '../api/arguments.ts'
import type { Sandbox } from '../sandbox.ts'
import type { FallbackHandler } from '../server.ts'
import { OPERATIONS } from './operations.ts'
import { QUERIES } from './queries.ts'

export function controlHandler(sandbox: Sandbox): FallbackHandler {
  return async (request, response, url) => {
    const name = /^\/control(?:\/([a-zA-Z]+))?$/.exec(url.pathname)
    if (name === null) return false
    const { status, body } = await answer(sandbox, name[1] ?? '', request, response, url)
    if (!response.headersSent) {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(body ?? {}))
    }
    return true
  }
}

interface Answer {
  status: number
  body: unknown
}

async function answer(
  sandbox: Sandbox,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Answer> {
  try {
    if (request.method === 'POST') return await operate(sandbox, name, request)
    if (request.method !== 'GET') return failure(405, 'Use GET for a query and POST for an operation.')
    if (name === '') return { status: 200, body: listing() }
    if (name === 'changes') return stream(sandbox, response)
    const query = Object.hasOwn(QUERIES, name) ? QUERIES[name] : undefined
    if (query === undefined)
      return failure(404, `There is no query called "${name}"; GET /control lists all.`)
    return { status: 200, body: query.run(sandbox, url.searchParams) }
  } catch (fault) {
    return failure(400, (fault as Error).message)
  }
}

async function operate(sandbox: Sandbox, name: string, request: IncomingMessage): Promise<Answer> {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined
  if (operation === undefined)
    return failure(404, `There is no operation called "${name}"; GET /control lists all.`)
  const text = await readBody(request)
  const body = operation.body.safeParse(text === '' ? {} : parseJson(text ?? ''))
  if (!body.success) return failure(400, `The body does not fit: ${z.prettifyError(body.error)}`)
  return { status: 200, body: (await operation.run(sandbox, body.data as never)) ?? { ok: true } }
}

function failure(status: number, sentence: string): Answer {
  return { status, body: { error: sentence } }
}

function listing() {
  return {
    queries: Object.fromEntries([
      ...Object.entries(QUERIES).map(([name, { about }]) => [name, about]),
      ['changes', 'A stream (server-sent events) of what changes.'],
    ]),
    operations: Object.fromEntries(
      Object.entries(OPERATIONS).map(([name, { about, body }]) => [
        name,
        { about, body: z.toJSONSchema(body, { io: 'input' }) },
      ]),
    ),
  }
}

/** Stays open; each change is one event. */
function stream(sandbox: Sandbox, response: ServerResponse): Answer {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': one event for each change\n\n')
  response.on(
    'close',
    sandbox.platform.changes.listen((change) => response.write(`data: ${JSON.stringify(change)}\n\n`)),
  )
  return { status: 200, body: undefined }
}
