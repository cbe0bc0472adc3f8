// Parses and validates the query of the install page.
import type { App } from '../state/app.ts'

export interface InstallRequest {
  scopes: string[]
  state: string
  /** Where the user is redirected afterwards. */
  redirectTo: string
  /** As it was sent; absent when the app left it out. */
  redirectUri?: string
  /** The only workspace that may be chosen, if the app named one. */
  teamId?: string
}

export type ReadInstallRequest = { ok: true; request: InstallRequest } | { ok: false; reason: string }

/** Scopes must be in the manifest, and the redirect URL below one of the manifest's. */
export function readInstallRequest(app: App, query: URLSearchParams): ReadInstallRequest {
  const { botScopes, redirectUrls } = app.manifest
  if (query.get('client_id') !== app.clientId) return { ok: false, reason: 'invalid_client_id' }
  const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter(Boolean)
  if (scopes.length === 0) return { ok: false, reason: 'no_scopes' }
  const unknown = scopes.filter((scope) => !botScopes.includes(scope))
  if (unknown.length > 0) return { ok: false, reason: `invalid_scope: ${unknown.join(', ')}` }
  const sent = query.get('redirect_uri') ?? undefined
  const redirectTo = sent ?? redirectUrls[0]
  if (redirectTo === undefined || !redirectUrls.some((url) => isBelow(redirectTo, url)))
    return { ok: false, reason: 'bad_redirect_uri' }
  const teamId = query.get('team') ?? undefined
  return {
    ok: true,
    request: {
      scopes,
      state: query.get('state') ?? '',
      redirectTo,
      ...(sent === undefined ? {} : { redirectUri: sent }),
      ...(teamId === undefined ? {} : { teamId }),
    },
  }
}

function isBelow(address: string, configured: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(configured)) return false
  const [one, other] = [new URL(address), new URL(configured)]
  const folder = other.pathname.endsWith('/') ? other.pathname : `${other.pathname}/`
  return one.origin === other.origin && `${one.pathname}/`.startsWith(folder)
}
