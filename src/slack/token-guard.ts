// Remembers that the bot's token stopped working, so that it is not used again and again.
import { type WebAPICallResult, WebAPIPlatformError } from '@slack/web-api'

/** Slack's errors where the app was uninstalled, its token revoked, or its access to the workspace taken away. */
const DEAD_TOKEN = [
  ...['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'not_authed'],
  'team_access_not_granted',
]

/** The one call that a dead token is still used for: to find out whether it works again. */
const PROBE = 'auth.test'

/** Slack's error where the fault says that the token is dead. Null: another fault. */
export function deadTokenError(fault: unknown): string | null {
  const error = fault instanceof WebAPIPlatformError ? fault.data.error : null
  return error !== null && DEAD_TOKEN.includes(error) ? error : null
}

export interface TokenGuard {
  /** Slack's error since the token stopped working. Null: it works, as far as we know. */
  error(): string | null
  /** Makes the call, unless the token is known to be dead: then it throws what Slack answered before. */
  call(method: string, call: () => Promise<WebAPICallResult>): Promise<WebAPICallResult>
  /** Called once each time that the token stops working. */
  onDead(listener: (error: string) => void): void
}

export function createTokenGuard(): TokenGuard {
  let error: string | null = null
  let tell: (error: string) => void = () => {}
  return {
    error: () => error,
    onDead: (listener) => {
      tell = listener
    },
    call: async (method, call) => {
      if (error !== null && method !== PROBE) throw new WebAPIPlatformError({ ok: false, error })
      try {
        const result = await call()
        if (method === PROBE) error = null
        return result
      } catch (fault) {
        const dead = deadTokenError(fault)
        if (dead !== null && error === null) {
          error = dead
          tell(dead)
        }
        throw fault
      }
    },
  }
}
