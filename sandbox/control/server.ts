// The control interface over HTTP: JSON in, JSON or a clear sentence out, and a stream of what changes.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { parseJson, readBody } from '../api/arguments.ts'
import type { OtherPages } from '../server.ts'
import type { Sandbox } from '../start.ts'
import { LOOKS } from './looks.ts'
import { OPERATIONS } from './operations.ts'

export function controlPages(sandbox: Sandbox): OtherPages {
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
    if (request.method !== 'GET') return sorry(405, 'Use GET to look and POST to do.')
    if (name === '') return { status: 200, body: directory() }
    if (name === 'changes') return stream(sandbox, response)
    const look = Object.hasOwn(LOOKS, name) ? LOOKS[name] : undefined
    if (look === undefined)
      return sorry(404, `There is nothing to look at called "${name}"; GET /control lists what there is.`)
    return { status: 200, body: look.look(sandbox, url.searchParams) }
  } catch (fault) {
    return sorry(400, (fault as Error).message)
  }
}

async function operate(sandbox: Sandbox, name: string, request: IncomingMessage): Promise<Answer> {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined
  if (operation === undefined)
    return sorry(404, `There is nothing to do called "${name}"; GET /control lists what there is.`)
  const text = await readBody(request)
  const body = operation.body.safeParse(text === '' ? {} : parseJson(text ?? ''))
  if (!body.success) return sorry(400, `The body does not fit: ${z.prettifyError(body.error)}`)
  return { status: 200, body: (await operation.run(sandbox, body.data as never)) ?? { ok: true } }
}

function sorry(status: number, sentence: string): Answer {
  return { status, body: { error: sentence } }
}

function directory() {
  return {
    look: Object.fromEntries([
      ...Object.entries(LOOKS).map(([name, { about }]) => [name, about]),
      ['changes', 'A stream (server-sent events) of what changes.'],
    ]),
    do: Object.fromEntries(
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
  response.write(': the sandbox tells what changes\n\n')
  response.on(
    'close',
    sandbox.platform.changes.listen((change) => response.write(`data: ${JSON.stringify(change)}\n\n`)),
  )
  return { status: 200, body: undefined }
}
