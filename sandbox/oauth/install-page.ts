// The page on which a user allows or denies the installation of the app into their workspace.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../api/arguments.ts'
import type { Platform } from '../platform.ts'
import { makeCode } from '../state/oauth-codes.ts'
import type { Workspace } from '../state/workspace.ts'
import { type InstallRequest, readInstallRequest } from './request.ts'

/** Returns false for any other URL. */
export async function serveInstallPage(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (url.pathname !== '/oauth/v2/authorize') return false
  const answered = request.method === 'POST'
  const query = answered ? new URLSearchParams((await readBody(request)) ?? '') : url.searchParams
  const read = readInstallRequest(platform.app, query)
  if (!read.ok) show(response, 400, 'Something went wrong', `<p>${escaped(read.reason)}</p>`)
  else if (answered) follow(platform, response, read.request, query)
  else ask(platform, response, read.request, query)
  return true
}

function ask(
  platform: Platform,
  response: ServerResponse,
  request: InstallRequest,
  query: URLSearchParams,
): void {
  const { name } = platform.app.manifest
  const workspaces = [...platform.workspaces.values()]
  const chosen = request.teamId ?? (workspaces.length === 1 ? workspaces[0]!.id : undefined)
  const workspace = platform.workspaces.get(chosen ?? '')
  if (workspace)
    show(response, 200, `Install ${name} into ${workspace.name}?`, form(workspace, request, query))
  else if (chosen !== undefined) show(response, 400, 'Something went wrong', '<p>team_not_found</p>')
  else show(response, 200, `Install ${name} into which workspace?`, choice(workspaces, query))
}

function choice(workspaces: readonly Workspace[], query: URLSearchParams): string {
  const lines = workspaces.map(({ id, name }) => {
    const to = new URLSearchParams([...query, ['team', id]])
    return `<li><a href="?${escaped(to.toString())}">${escaped(name)}</a></li>`
  })
  return `<ul>${lines.join('')}</ul>`
}

function form(workspace: Workspace, request: InstallRequest, query: URLSearchParams): string {
  const sent = new Map([...query, ['team', workspace.id]])
  const hidden = [...sent].map(
    ([key, value]) => `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`,
  )
  const people = [...workspace.users.values()].filter((user) => !user.isBot && !user.deleted)
  return `<p>It will be able to:</p><ul>${request.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>
<form method="post">${hidden.join('')}
<label>You are <select name="user">${people.map((user) => `<option value="${user.id}">${escaped(user.realName)}</option>`).join('')}</select></label>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Cancel</button></p></form>`
}

/** Redirects the user back to the app: with a code, or with `access_denied`. */
function follow(
  { app, workspaces }: Platform,
  response: ServerResponse,
  request: InstallRequest,
  answer: URLSearchParams,
): void {
  const { teamId = '', scopes, state, redirectTo, redirectUri } = request
  const userId = answer.get('user') ?? ''
  const user = workspaces.get(teamId)?.users.get(userId)
  const allowed = answer.get('decision') === 'allow'
  if (allowed && (user === undefined || user.isBot || user.deleted)) {
    show(response, 400, 'Something went wrong', '<p>user_not_found</p>')
    return
  }
  const sent = redirectUri === undefined ? {} : { redirectUri }
  const back = new URL(redirectTo)
  if (allowed) back.searchParams.set('code', makeCode(app, { workspaceId: teamId, userId, scopes, ...sent }))
  else back.searchParams.set('error', 'access_denied')
  back.searchParams.set('state', state)
  response.writeHead(302, { location: back.href }).end()
}

function show(response: ServerResponse, status: number, title: string, content: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}</style>
<main><h1>${escaped(title)}</h1>${content}</main></html>`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
