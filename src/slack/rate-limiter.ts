// Keeps this process below Slack's rate limits, so that a 429 is the exception; between replicas 429 decides.
import type { RateLimited } from './messenger.ts'

export type LimitedCall = 'post' | 'update'

interface Rate {
  perMinute: number
  /** At once, after a pause. Together with `perMinute` it stays below what Slack allows in any one minute. */
  burst: number
}
/** "Several hundred" posts a minute in a workspace; 300 is taken for it. chat.update is tier 3: 50 a minute. */
const WORKSPACE: Readonly<Record<LimitedCall, Rate>> = {
  post: { perMinute: 290, burst: 4 },
  update: { perMinute: 30, burst: 18 },
}
/** About one post a second in each channel; Slack takes short bursts. */
const CHANNEL: Rate = { perMinute: 60, burst: 3 }

/** Longer waits go back to the outbox: what waits here takes the place of others. */
const LONGEST_WAIT_MS = 4000
const KEPT = 50_000

export interface RateLimiter {
  /** Waits for the call's turn; when that takes too long, says when to come again. */
  acquire(workspaceId: string, call: LimitedCall, channelId: string): Promise<{ ok: true } | RateLimited>
  /** Slack said 429: nobody's turn comes before that. */
  pause(workspaceId: string, call: LimitedCall, seconds: number): void
}

/** `nowMs` and `sleep` are real time, whatever the bot's clock was moved to: Slack's limits are. */
export function createRateLimiter(
  nowMs: () => number,
  sleep: (milliseconds: number) => Promise<unknown>,
): RateLimiter {
  /** For each bucket the moment at which it is full again (GCRA: the theoretical arrival time). */
  const fullAt = new Map<string, number>()
  /** Who is sent away is told a time of their own: told the same, they would all be back, and sent away, together. */
  const comeAgainAt = new Map<string, number>()
  const waitOf = (key: string, rate: Rate, now: number) => {
    const everyMs = 60_000 / rate.perMinute
    const full = Math.max(fullAt.get(key) ?? 0, now)
    const waitMs = Math.max(0, full + everyMs - rate.burst * everyMs - now)
    return { key, everyMs, next: full + everyMs, waitMs }
  }
  return {
    acquire: async (workspaceId, call, channelId) => {
      const now = nowMs()
      for (const times of [fullAt, comeAgainAt])
        if (times.size > KEPT) for (const [key, at] of times) if (at < now) times.delete(key)
      const waits = [waitOf(`${workspaceId} ${call}`, WORKSPACE[call], now)]
      if (call === 'post') waits.push(waitOf(`${workspaceId} ${call} ${channelId}`, CHANNEL, now))
      const { key: slowest, waitMs, everyMs } = waits.reduce((a, b) => (b.waitMs > a.waitMs ? b : a))
      if (waitMs > LONGEST_WAIT_MS) {
        const at = Math.max(now + waitMs, comeAgainAt.get(slowest) ?? 0)
        comeAgainAt.set(slowest, at + everyMs)
        return { ok: false, reason: 'rate-limited', retryAfterSeconds: (at - now) / 1000 }
      }
      for (const { key, next } of waits) fullAt.set(key, next)
      if (waitMs > 0) await sleep(waitMs)
      return { ok: true }
    },
    pause: (workspaceId, call, seconds) => {
      const { burst, perMinute } = WORKSPACE[call]
      const until = nowMs() + seconds * 1000 + ((burst - 1) * 60_000) / perMinute
      const key = `${workspaceId} ${call}`
      fullAt.set(key, Math.max(fullAt.get(key) ?? 0, until))
    },
  }
}
