// Checks a call before its method runs: token and token type, scopes, known and required arguments.
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Installation } from '../state/app.ts'
import { workspaceOfToken } from '../state/installation.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Refused, refuse } from './answer.ts'
import type { MethodSpec } from './method-table.ts'

export type Caller =
  | { ok: true; as: 'bot'; workspace: Workspace; installation: Installation }
  | { ok: true; as: 'app' | 'nobody' }

/** Identifies the caller by the token in the header, or else in the body. */
export function identify(
  platform: Platform,
  spec: MethodSpec,
  header: string | undefined,
  args: Json,
): Caller | Refused {
  if (spec.token === 'none') return { ok: true, as: 'nobody' }
  const token =
    header?.match(/^Bearer (.+)$/i)?.[1] ?? (typeof args.token === 'string' ? args.token : undefined)
  if (token === undefined || token === '') return refuse('not_authed')
  if (token === platform.app.appToken)
    return spec.token === 'app' ? { ok: true, as: 'app' } : refuse('not_allowed_token_type')
  const workspace = workspaceOfToken(platform, token)
  if (workspace?.installation === undefined)
    return refuse(platform.app.revokedTokens.has(token) ? 'account_inactive' : 'invalid_auth')
  if (spec.token === 'app') return refuse('not_allowed_token_type')
  return { ok: true, as: 'bot', workspace, installation: workspace.installation }
}

/** Any one of the method's alternatives is enough. */
export function checkScopes(spec: MethodSpec, installation: Installation): Refused | undefined {
  if (spec.scopes.length === 0) return undefined
  if (spec.scopes.some((alternative) => alternative.every((scope) => installation.scopes.includes(scope))))
    return undefined
  return missingScope(spec.scopes.map((alternative) => alternative.join(',')).join(','), installation)
}

export function missingScope(needed: string, installation: Installation): Refused {
  return refuse('missing_scope', { needed, provided: installation.scopes.join(',') })
}

/** The token may be in the body, and Slack's client library adds the workspace to every call. */
const ALWAYS_TAKEN = ['token', 'team_id']

/** An empty status clears the status; any other empty argument counts as missing. */
const MAY_BE_EMPTY = ['status']

export function checkArguments(spec: MethodSpec, args: Json): Refused | undefined {
  const unknown = Object.keys(args).filter(
    (name) => !ALWAYS_TAKEN.includes(name) && !spec.args.includes(name),
  )
  const missing = spec.required.filter(
    (name) =>
      name !== 'token' &&
      (args[name] === undefined ||
        args[name] === null ||
        (args[name] === '' && !MAY_BE_EMPTY.includes(name))),
  )
  if (unknown.length === 0 && missing.length === 0) return undefined
  return refuseArguments([
    ...missing.map((name) => `missing required field: ${name}`),
    ...unknown.map((name) => `invalid additional property: ${name}`),
  ])
}

export function refuseArguments(sentences: string[]): Refused {
  return refuse('invalid_arguments', {
    response_metadata: { messages: sentences.map((sentence) => `[ERROR] ${sentence}`) },
  })
}
