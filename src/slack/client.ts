// The client for Slack's Web API, with a timeout and without retries of its own: the outbox retries.
import { type Logger, LogLevel, type WebAPICallResult, WebClient } from '@slack/web-api'
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { createTokenGuard, type TokenGuard } from './token-guard.ts'

const TIMEOUT_MS = 10_000

export const clientOptions = (apiUrl: string, log: Log) => ({
  slackApiUrl: apiUrl,
  // The outbox retries; its attempts are stored in the database.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  // Never send the bot token to a URL that is passed as a method name.
  allowAbsoluteUrls: false,
  logger: slackLogger(log),
})

export function createClient(
  token: string,
  apiUrl: string,
  log: Log,
  guard: TokenGuard = createTokenGuard(),
): WebClient {
  return new GuardedClient(token, apiUrl, log, guard)
}

class GuardedClient extends WebClient {
  readonly #guard: TokenGuard

  constructor(token: string, apiUrl: string, log: Log, guard: TokenGuard) {
    super(token, clientOptions(apiUrl, log))
    this.#guard = guard
  }

  override apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    return this.#guard.call(method, () => super.apiCall(method, options))
  }
}

/** Drops debug and info: at those levels Slack's packages log whole payloads, including what people wrote. */
export function slackLogger(log: Log): Logger {
  const write = (level: 'warn' | 'error') => (first: unknown) =>
    log[level](
      { reason: first instanceof Error ? reasonOf(first) : String(first).slice(0, 300) },
      'slack package',
    )
  return {
    debug: () => {},
    info: () => {},
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
