// Keeps this process below Slack's rate limits. Replicas do not share it: together they may still get a 429.
import type { RateLimited } from './messenger.ts'

export type LimitedCall = 'post' | 'update'

interface Rate {
  perMinute: number
  /** How many calls may go out at once after a pause. `perMinute + burst` stays below Slack's limit for a minute. */
  burst: number
}
/** Slack allows "several hundred" posts a minute in a workspace; we assume 300. chat.update is tier 3: 50 a minute. */
const WORKSPACE: Readonly<Record<LimitedCall, Rate>> = {
  post: { perMinute: 290, burst: 4 },
  update: { perMinute: 30, burst: 18 },
}
/** About one post a second in each channel; Slack takes short bursts. */
const CHANNEL: Rate = { perMinute: 60, burst: 3 }

/** A longer wait returns to the outbox: a waiting call occupies one of the limited delivery slots. */
const LONGEST_WAIT_MS = 4000
const MAX_BUCKETS = 50_000

export interface RateLimiter {
  /** Waits for a slot; where that takes too long, returns when to try again. */
  acquire(workspaceId: string, call: LimitedCall, channelId: string): Promise<{ ok: true } | RateLimited>
  /** After a 429: no call of this kind in the workspace for so many seconds. */
  pause(workspaceId: string, call: LimitedCall, seconds: number): void
}

/** `nowMs` never goes back. */
export function createRateLimiter(
  nowMs: () => number,
  sleep: (milliseconds: number) => Promise<unknown>,
): RateLimiter {
  /** For each bucket the time at which it is full again (GCRA's theoretical arrival time). */
  const fullAt = new Map<string, number>()
  /** Rejected calls get different retry times, so that they do not all come back at the same moment. */
  const nextRetryAt = new Map<string, number>()
  const waitOf = (key: string, rate: Rate, now: number) => {
    const everyMs = 60_000 / rate.perMinute
    const full = Math.max(fullAt.get(key) ?? 0, now)
    const waitMs = Math.max(0, full + everyMs - rate.burst * everyMs - now)
    return { key, everyMs, next: full + everyMs, waitMs }
  }
  return {
    acquire: async (workspaceId, call, channelId) => {
      const now = nowMs()
      for (const times of [fullAt, nextRetryAt])
        if (times.size > MAX_BUCKETS) for (const [key, at] of times) if (at < now) times.delete(key)
      const waits = [waitOf(`${workspaceId} ${call}`, WORKSPACE[call], now)]
      if (call === 'post') waits.push(waitOf(`${workspaceId} ${call} ${channelId}`, CHANNEL, now))
      const { key: slowest, waitMs, everyMs } = waits.reduce((a, b) => (b.waitMs > a.waitMs ? b : a))
      if (waitMs > LONGEST_WAIT_MS) {
        const at = Math.max(now + waitMs, nextRetryAt.get(slowest) ?? 0)
        nextRetryAt.set(slowest, at + everyMs)
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
