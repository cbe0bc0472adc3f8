// The sandbox's one HTTP server: Web API, response URLs, Socket Mode's upgrade, and the control interface.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseJson, readBody } from './api/arguments.ts'
import { dispatch } from './api/dispatch.ts'
import { transferFile } from './api/file-transfer.ts'
import type { SocketMode } from './delivery/socket-mode.ts'
import { isObject } from './json.ts'
import { isForeign } from './loopback.ts'
import { serveInstallPage } from './oauth/install-page.ts'
import type { Platform } from './platform.ts'
import { answerByUrl } from './user/respond.ts'

/** Handles requests that the platform does not; returns false for those it does not know either. */
export type FallbackHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>

export interface RunningServer {
  origin: string
  /** Requests of the app that have no response yet. */
  busy(): number
  close(): Promise<void>
}

export async function serve(
  platform: Platform,
  socketMode: SocketMode,
  port: number,
  others: FallbackHandler,
): Promise<RunningServer> {
  let busy = 0
  const server = createServer((request, response) => {
    if (isForeign(request))
      return sendText(response, 403, 'Only for this machine: ask by its loopback address.')
    const ofApp = !request.url?.startsWith('/control')
    if (ofApp) busy += 1
    response.on('close', () => {
      if (!ofApp) return
      busy -= 1
      platform.changes.announce({ kind: 'call' })
    })
    route(platform, request, response, others).catch((fault: Error) => {
      platform.internalErrors.push(fault)
      if (!response.headersSent) sendText(response, 500, 'Internal error of the sandbox.')
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (isForeign(request)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    socketMode.upgrade(request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${taken}`, busy: () => busy, close: () => close(server) }
}

async function route(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  others: FallbackHandler,
): Promise<void> {
  const url = new URL(request.url ?? '/', platform.origin)
  const method = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1]
  if (method !== undefined) return dispatch(platform, method, request, response, url.searchParams)
  const [, kind, workspaceId] = /^\/(commands|actions)\/(\w+)\//.exec(url.pathname) ?? []
  if (kind !== undefined) return answerUrl(platform, workspaceId!, url.pathname, request, response)
  if (await transferFile(platform, request, response, url)) return
  if (await serveInstallPage(platform, request, response, url)) return
  if (!(await others(request, response, url))) sendText(response, 404, 'There is nothing here.')
}

async function answerUrl(
  platform: Platform,
  workspaceId: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson((await readBody(request)) ?? '')
  const fault = platform.faults.take(
    ['rate_limited', 'server_error', 'lost_answer', 'lost_request'],
    'response_url',
  )
  if (fault?.kind === 'lost_request') return void request.socket.destroy()
  if (fault?.kind === 'rate_limited' || fault?.kind === 'server_error') {
    return sendText(response, fault.kind === 'rate_limited' ? 429 : (fault.status ?? 503), 'ratelimited')
  }
  const workspace = platform.workspaces.get(workspaceId)
  if (workspace === undefined || !isObject(body)) return sendText(response, 400, 'invalid_payload')
  const answer = answerByUrl(platform, workspace, path, body)
  if (fault?.kind === 'lost_answer') return void request.socket.destroy()
  if (answer.ok) return sendText(response, 200, 'ok')
  const gone = answer.error === 'expired_url' || answer.error === 'used_url'
  response
    .writeHead(gone ? 404 : 400, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ok: false, error: answer.error }))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
