// Slack's rate limits: calls a minute for each method and workspace by tier, and posts a second for each channel.
// Figures: docs.slack.dev /apis/web-api/rate-limits. Counted in real time, not by the sandbox's clock.
import type { MethodSpec } from './method-table.ts'

/** Calls a minute by tier; t5 is Slack's "special" tier. */
const PER_MINUTE: Readonly<Record<MethodSpec['tier'], number>> = { t1: 1, t2: 20, t3: 50, t4: 100, t5: 600 }
/** Messages a minute in a workspace ("several hundred"), all channels together. */
const POSTS_PER_MINUTE = 300
/** One post a second for each channel, with short bursts above it. */
const CHANNEL_POSTS_PER_SECOND = 1
const CHANNEL_BURST = 5

const WINDOW_MS = 60_000

export interface RateLimits {
  /** Counts a call. @returns 0, or the seconds to wait when the limit is exceeded. */
  take(workspaceId: string, method: string, tier: MethodSpec['tier'], channelId?: string): number
}

/** @param scale 1 is Slack's own; 10 allows ten times as much; Infinity turns the limits off. */
export function createRateLimits(scale: number): RateLimits {
  const windows = new Map<string, number[]>()
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  return {
    take: (workspaceId, method, tier, channelId) => {
      if (scale === Number.POSITIVE_INFINITY) return 0
      const posting = method === 'chat.postMessage'
      const perMinute = (posting ? POSTS_PER_MINUTE : PER_MINUTE[tier]) * scale
      const wait = waitOfWindow(windows, `${workspaceId} ${method}`, perMinute)
      if (wait > 0 || !posting || channelId === undefined) return wait
      return waitOfBucket(
        buckets,
        `${workspaceId} ${channelId}`,
        CHANNEL_BURST * scale,
        CHANNEL_POSTS_PER_SECOND * scale,
      )
    },
  }
}

function waitOfWindow(windows: Map<string, number[]>, key: string, perMinute: number): number {
  const now = Date.now()
  const recent = (windows.get(key) ?? []).filter((at) => now - at < WINDOW_MS)
  windows.set(key, recent)
  if (recent.length >= perMinute) return Math.max(1, Math.ceil((recent[0]! + WINDOW_MS - now) / 1000))
  recent.push(now)
  return 0
}

function waitOfBucket(
  buckets: Map<string, { tokens: number; atMs: number }>,
  key: string,
  capacity: number,
  perSecond: number,
): number {
  const now = Date.now()
  const bucket = buckets.get(key) ?? { tokens: capacity, atMs: now }
  bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.atMs) / 1000) * perSecond)
  bucket.atMs = now
  buckets.set(key, bucket)
  if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
  bucket.tokens -= 1
  return 0
}
