// After a crash or a lost response anywhere in a delivery the message is posted exactly once.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { MAX_ATTEMPTS } from '../../src/outbox/domain/retry.ts'
import {
  claim,
  claimedUntil,
  context,
  database,
  deliver,
  draft,
  enqueue,
  fault,
  makeDue,
  show,
  slack,
  stored,
  WORKSPACE,
  whileLoading,
} from './set-up.ts'

describe('after a crash or a lost response', () => {
  test('posted, but the response was lost: it is found by its key and not posted again', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault, { reached: true })
    expect(await deliver('a')).toBe('will-retry')
    show('second')
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.calls).toEqual(['acquire', 'post', 'acquire', 'findByKey', 'update'])
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}' }])
  })

  test('not posted, and the response was lost: it is searched for, not found, and posted', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault)
    expect(await deliver('a')).toBe('will-retry')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.calls).toEqual(['acquire', 'post', 'acquire', 'findByKey', 'post'])
    expect(slack.messages).toHaveLength(1)
  })

  test('the search fails after a lost response: the next attempt finds the message', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault, { reached: true })
    slack.next('findByKey', fault)
    expect(await deliver('a')).toBe('will-retry')
    context.moveTo('2026-03-02T09:20:00Z')
    expect(await deliver('a')).toBe('will-retry')
    context.moveTo('2026-03-02T09:40:00Z')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test.each([
    { died: 'before the call', posted: false },
    { died: 'between the call and the record', posted: true },
  ])('the process died $died', async ({ posted }) => {
    await enqueue(draft('a'))
    // What a process killed at that point leaves behind: the row marked as sending, and perhaps a posted message.
    await claimedUntil("clock_timestamp() + interval '15 seconds'")
    if (posted)
      await slack.post(
        { workspaceId: WORKSPACE, channelId: 'C1' },
        { text: 'first', blocks: [] },
        { key: 'a', version: 1 },
      )
    expect(await deliver('a')).toBe('not-due')
    // The bot's clock does not matter: the lease ends by the database's clock.
    context.moveTo('2026-03-02T12:00:00Z')
    expect(await deliver('a')).toBe('not-due')
    await makeDue('a')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ state: 'delivered', ts: '1000.000100', attempts: 0 })
  })

  test('each crash counts as an attempt, so a message that crashes every process is given up', async () => {
    await enqueue(draft('a'))
    await claim()
    for (let death = 1; death < MAX_ATTEMPTS; death += 1) {
      await makeDue('a')
      expect((await claim())[0]?.message.attempts).toBe(death)
    }
    await makeDue('a')
    expect(await deliver('a')).toBe('gave-up')
    expect(slack.calls).toEqual([])
    expect(await stored('a')).toMatchObject({ state: 'failed', failure: 'every attempt ended in a crash' })
  })

  test('the search is rate limited: the next attempt finds the message', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault, { reached: true })
    expect(await deliver('a')).toBe('will-retry')
    slack.next('findByKey', { ok: false, reason: 'rate-limited', retryAfterSeconds: 1 })
    expect(await deliver('a')).toBe('postponed')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test('the search cannot access the channel: once it can again, the message is found', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault, { reached: true })
    expect(await deliver('a')).toBe('will-retry')
    slack.next('findByKey', { ok: false, reason: 'unreachable', problem: 'not-in-channel' })
    expect(await deliver('a')).toBe('unreachable')
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test('posted with a lost response, then changed: facts are loaded for the message that was found', async () => {
    await enqueue(draft('a'))
    slack.next('post', fault, { reached: true })
    expect(await deliver('a')).toBe('will-retry')
    const told: (string | null)[] = []
    whileLoading(async (message) => void told.push(message.ts))
    show('missed')
    expect(await deliver('a')).toBe('delivered')
    expect(told).toEqual(['1000.000100'])
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"missed"}' }])
  })

  test('a process that was suspended before posting notices that another has the claim, and does not post', async () => {
    await enqueue(draft('a'))
    whileLoading(async () => {
      // Three hours later the other process has posted and is about to record it.
      context.moveTo('2026-03-02T12:00:00Z')
      await claimedUntil("clock_timestamp() + interval '15 seconds'")
    })
    expect(await deliver('a')).toBe('claimed-elsewhere')
    expect(slack.messages).toEqual([])
    expect(await stored('a')).toMatchObject({ state: 'sending', attempts: 0 })
  })

  test('a process whose claim expired while it waited for the rate limiter does not send', async () => {
    await enqueue(draft('a'))
    slack.during(
      'acquire',
      async () => void (await claimedUntil("clock_timestamp() + interval '15 seconds'")),
    )
    expect(await deliver('a')).toBe('claimed-elsewhere')
    expect(slack.calls).toEqual(['acquire'])
  })

  test('a process that lost its claim records nothing', async () => {
    for (const outcome of ['delivered', 'rate-limited', 'unreachable', 'fault', 'dropped'] as const) {
      await enqueue(draft(outcome))
      if (outcome === 'dropped') show(null)
      if (outcome === 'rate-limited')
        slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 1 })
      if (outcome === 'unreachable')
        slack.next('post', { ok: false, reason: 'unreachable', problem: 'channel-archived' })
      if (outcome === 'fault') slack.next('post', fault)
      const lose = async () => void (await claimedUntil("clock_timestamp() + interval '15 seconds'"))
      if (outcome === 'dropped') whileLoading(lose)
      else slack.during('post', lose)
      await deliver(outcome)
      expect(await stored(outcome), outcome).toMatchObject({ state: 'sending', ts: null, failure: null })
    }
    const told = await database.db.select().from(messages).where(eq(messages.kind, 'delivery-problem'))
    expect(told).toEqual([])
  })

  test('a process that was suspended and kept its claim continues', async () => {
    await enqueue(draft('a'))
    whileLoading(async () => context.moveTo('2026-03-02T12:00:00Z'))
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', claimId: null, nextAttemptAt: null })
  })
})
