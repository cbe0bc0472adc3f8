// The client for Slack's Web API, set up so that the outbox decides about retries and nothing waits for ever.
import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'

const TIMEOUT_MS = 10_000

export const clientOptions = (apiUrl: string, log: Log) => ({
  slackApiUrl: apiUrl,
  // The outbox tries again, with a memory that survives us.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  // An address in a method name never gets our token.
  allowAbsoluteUrls: false,
  logger: slackLogger(log),
})

export const createClient = (token: string, apiUrl: string, log: Log): WebClient =>
  new WebClient(token, clientOptions(apiUrl, log))

/** Slack's packages log whole payloads, answers of people included, at the lower levels: those go nowhere. */
export function slackLogger(log: Log): Logger {
  const say = (level: 'warn' | 'error') => (first: unknown) =>
    log[level](
      { reason: first instanceof Error ? reasonOf(first) : String(first).slice(0, 300) },
      'slack package',
    )
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
