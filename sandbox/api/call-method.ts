// Runs one Web API call: checks token, rate limit, scopes and arguments, then calls the method.
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import { findChannel, findDirectMessage } from '../state/channels.ts'
import { type Answer, assertDocumented, refuse } from './answer.ts'
import { textArgument } from './arguments.ts'
import { type Caller, checkArguments, checkScopes, identify } from './check-call.ts'
import { APP_METHODS, BOT_METHODS, TOKENLESS_METHODS } from './method-registry.ts'
import { METHODS } from './method-table.ts'
import { basicCredentials } from './oauth.ts'

export interface MethodResult {
  answer: Answer
  status: number
  workspaceId?: string
  retryAfterSeconds?: number
}

/** Throws on a bug of the sandbox: a refusal that Slack does not document. A test checks that every method is implemented. */
export function callMethod(
  platform: Platform,
  method: string,
  header: string | undefined,
  sent: Json,
): MethodResult {
  const spec = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
  if (spec === undefined) return { answer: refuse('unknown_method', { req_method: method }), status: 200 }
  const caller = identify(platform, spec, header, sent)
  if (!caller.ok) return { answer: caller, status: 200 }
  const args = caller.as === 'nobody' ? { ...basicCredentials(header), ...sent } : sent
  const workspaceId = caller.as === 'bot' ? caller.workspace.id : platform.app.id
  const wait = platform.rateLimits.take(workspaceId, method, spec.tier, channelOf(caller, args))
  if (wait > 0) return { answer: refuse('ratelimited'), status: 429, workspaceId, retryAfterSeconds: wait }
  const refused =
    (caller.as === 'bot' ? checkScopes(spec, caller.installation) : undefined) ?? checkArguments(spec, args)
  const answer = refused ?? play(platform, method, caller, args)
  assertDocumented(method, answer)
  return { answer, status: 200, workspaceId }
}

function play(platform: Platform, method: string, caller: Caller, args: Json): Answer {
  if (caller.as === 'bot') return BOT_METHODS[method]!({ platform, ...caller, method, args })
  return (caller.as === 'app' ? APP_METHODS : TOKENLESS_METHODS)[method]!(platform, args)
}

/** A channel has one rate limit, whether it is addressed by id, by name or, for a direct message, by user. */
function channelOf(caller: Caller, args: Json): string | undefined {
  const asked = textArgument(args, 'channel')
  if (asked === undefined || caller.as !== 'bot') return asked
  const { workspace, installation } = caller
  const direct = workspace.users.has(asked)
    ? findDirectMessage(workspace, installation.botUserId, asked)
    : findChannel(workspace, asked)
  return direct?.id ?? asked
}
