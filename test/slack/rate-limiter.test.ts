// The rate limiter stays within Slack's limits, allows bursts, and returns long waits to the outbox.
import { expect, test } from 'vitest'
import { createRateLimiter, type LimitedCall } from '../../src/slack/rate-limiter.ts'

/** Simulates an hour of calls without waiting. */
function playedPace() {
  let nowMs = 0
  const pass = (milliseconds: number) => {
    nowMs += milliseconds
  }
  const rateLimiter = createRateLimiter(
    () => nowMs,
    async (milliseconds) => pass(milliseconds),
  )
  /** The times at which `count` calls got their slots; rejected calls retried when told to. */
  const turns = async (call: LimitedCall, count: number, channelOf: (index: number) => string) => {
    const at: number[] = []
    while (at.length < count) {
      const slot = await rateLimiter.acquire('T1', call, channelOf(at.length))
      if (slot.ok) at.push(nowMs)
      else pass(slot.retryAfterSeconds * 1000)
    }
    return at
  }
  return { rateLimiter, pass, turns, nowMs: () => nowMs }
}
const mostInAMinute = (at: readonly number[]) =>
  Math.max(...at.map((from) => at.filter((other) => other >= from && other < from + 60_000).length))

test('a workspace: never more than 300 posts in a minute, and nearly as many', async () => {
  const { turns } = playedPace()
  const at = await turns('post', 1500, (index) => `C${index}`)
  expect(mostInAMinute(at)).toBeLessThanOrEqual(300)
  expect(at.at(-1)! / 60_000).toBeLessThan(1500 / 285)
})

test('a workspace: never more than 50 updates in a minute', async () => {
  const { turns } = playedPace()
  expect(mostInAMinute(await turns('update', 300, (index) => `C${index}`))).toBeLessThanOrEqual(50)
})

test('a channel: three posts at once, then one a second', async () => {
  const { turns } = playedPace()
  expect(await turns('post', 5, () => 'C1')).toEqual([0, 0, 0, 1000, 2000])
})

test('channels do not wait for each other, nor workspaces, nor updates for posts', async () => {
  const { rateLimiter, nowMs } = playedPace()
  for (let post = 0; post < 3; post += 1) await rateLimiter.acquire('T1', 'post', 'C1')
  await rateLimiter.acquire('T1', 'post', 'C2')
  await rateLimiter.acquire('T2', 'post', 'C1')
  await rateLimiter.acquire('T1', 'update', 'C1')
  expect(nowMs()).toBe(0)
})

test('a wait of more than a few seconds returns to the outbox, and takes no slot', async () => {
  // All at the same instant: no call has waited yet.
  const rateLimiter = createRateLimiter(
    () => 0,
    async () => {},
  )
  const crowd = await Promise.all(Array.from({ length: 12 }, () => rateLimiter.acquire('T1', 'post', 'C1')))
  const later = crowd.filter((turn) => !turn.ok)
  // Each gets a different retry time, at the channel's rate.
  expect(later.map((turn) => !turn.ok && turn.retryAfterSeconds)).toEqual([5, 6, 7, 8, 9])
})

test('after a 429 no call gets a slot before Retry-After', async () => {
  const { rateLimiter, pass } = playedPace()
  rateLimiter.pause('T1', 'post', 30)
  expect(await rateLimiter.acquire('T1', 'post', 'C1')).toMatchObject({
    retryAfterSeconds: expect.closeTo(30),
  })
  expect(await rateLimiter.acquire('T2', 'post', 'C1')).toEqual({ ok: true })
  pass(30_000)
  expect(await rateLimiter.acquire('T1', 'post', 'C1')).toEqual({ ok: true })
})
