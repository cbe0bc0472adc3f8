// Every response that Slack can give to a delivery, and the resulting state of the message.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { handedOver } from '../../src/org/flows/team-messages.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { MAX_ATTEMPTS, retryDelaySeconds } from '../../src/outbox/domain/retry.ts'
import { testPerson } from '../support/context.ts'
import {
  context,
  database,
  deliver,
  draft,
  enqueue,
  fault,
  slack,
  stored,
  TEAM,
  WORKSPACE,
} from './set-up.ts'

const secondsUntil = async (key: string) =>
  Temporal.Now.instant()
    .until((await stored(key)).nextAttemptAt!)
    .total('seconds')

describe('responses of Slack', () => {
  test('429 on posting: retried after Slack’s Retry-After, and posted once', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 17.2 })
    expect(await deliver('a')).toBe('postponed')
    expect(await secondsUntil('a')).toBeCloseTo(17.2, 0)
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0, sendingSince: null })
    expect(await deliver('a')).toBe('delivered')
    // After a definite refusal no search is needed.
    expect(slack.calls).not.toContain('findByKey')
  })

  test('our own rate limiter: postponed without calling Slack', async () => {
    await enqueue(draft('a'))
    slack.next('acquire', { ok: false, reason: 'rate-limited', retryAfterSeconds: 5 })
    expect(await deliver('a')).toBe('postponed')
    expect(await secondsUntil('a')).toBeCloseTo(5, 0)
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0, sendingSince: null })
  })

  test('refused blocks: sent again without the newest block types, when posting and when editing', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [] }])
    await enqueue(draft('a'))
    slack.next('update', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [], edits: 1 }])
  })

  test('an error: retried with growing delays and the reason, and failed after the last attempt', async () => {
    await enqueue(draft('a'))
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) {
      slack.next('post', fault)
      expect(await deliver('a')).toBe('will-retry')
      expect(await stored('a')).toMatchObject({ state: 'waiting', attempts, failure: 'socket hang up' })
      expect(await secondsUntil('a')).toBeCloseTo(retryDelaySeconds(attempts)!, 0)
    }
    slack.next('post', fault)
    expect(await deliver('a')).toBe('gave-up')
    expect(await stored('a')).toMatchObject({
      ...{ state: 'failed', failure: 'socket hang up' },
      ...{ nextAttemptAt: null, claimId: null },
    })
    expect((await stored(`trouble:${TEAM}:2026-03-02:gave-up`)).toUserId).toBe('UBOSS')
    // Enqueued again, its attempts start from zero.
    await enqueue(draft('a'))
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await deliver('a')).toBe('delivered')
  })

  test('a postponed message that is enqueued again keeps its next attempt, which sends the new version', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 30 })
    await deliver('a')
    await enqueue(draft('a'))
    expect(await secondsUntil('a')).toBeCloseTo(30, 0)
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ version: 2 }])
  })

  test('refused even as plain text: an error that counts as an attempt', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('will-retry')
    expect((await stored('a')).failure).toContain('plain text')
  })

  test('the message was deleted: posted again', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    slack.messages.length = 0
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ ts: '1000.000100', state: 'delivered' })
  })

  test('an error while editing keeps the message’s channel and ts', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    await enqueue(draft('a'))
    slack.next('update', fault)
    expect(await deliver('a')).toBe('will-retry')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })
})

describe('unreachable audience', () => {
  const archived = { ok: false, reason: 'unreachable', problem: 'channel-archived' }

  test('the message fails with a named reason, and the manager is notified once', async () => {
    await enqueue(draft('a'), draft('b'))
    slack.next('post', archived)
    slack.next('post', archived)
    expect(await deliver('a')).toBe('unreachable')
    expect(await deliver('b')).toBe('unreachable')
    expect(await stored('a')).toMatchObject({
      ...{ state: 'failed', failure: 'channel-archived' },
      ...{ nextAttemptAt: null, claimId: null },
    })
    const key = `trouble:${TEAM}:C1:channel-archived`
    expect(await deliver(key)).toBe('delivered')
    expect(slack.messages).toMatchObject([{ channelId: 'D-UBOSS' }])
    expect(slack.messages[0]?.text).toContain('"problem":"channel-archived"')
    expect(slack.messages[0]?.text).toContain('"teamName":"North"')
  })

  test('an outage is told to the manager once for the whole team, a refusal once for each place', async () => {
    const drafts = ['a', 'b', 'c'].map((key) =>
      draft(key, { audience: { to: 'channel', channelId: `C-${key}` } }),
    )
    await enqueue(...drafts)
    await database.db.update(messages).set({ attempts: MAX_ATTEMPTS })
    for (const key of ['a', 'b']) expect(await deliver(key)).toBe('gave-up')
    await enqueue(...drafts)
    await database.db.update(messages).set({ attempts: 0 })
    const refused = { ok: false, reason: 'unreachable', problem: 'refused', slackError: 'restricted_action' }
    for (const key of ['a', 'b', 'a']) {
      await enqueue(draft(key, { audience: { to: 'channel', channelId: `C-${key}` } }))
      slack.next('post', refused)
      expect(await deliver(key)).toBe('unreachable')
    }
    expect((await stored('a')).failure).toBe('refused: restricted_action')
    const told = await database.db.select().from(messages).where(eq(messages.kind, 'delivery-problem'))
    expect(told.map(({ messageKey }) => messageKey).sort()).toEqual([
      `trouble:${TEAM}:2026-03-02:gave-up`,
      `trouble:${TEAM}:C-a:refused`,
      `trouble:${TEAM}:C-b:refused`,
    ])
  })

  test('nothing is sent to a deactivated person', async () => {
    const at = context.clock.now()
    await savePeople(database.db, [testPerson(WORKSPACE, 'UGONE', { deactivated: true })], at)
    await enqueue(draft('a', { audience: { to: 'person', userId: 'UGONE' } }))
    expect(await deliver('a')).toBe('unreachable')
    expect(slack.calls).toEqual([])
    expect((await stored(`trouble:${TEAM}:UGONE:cannot-message-member`)).subject).toEqual({
      problem: 'cannot-message-member',
      channelId: 'C1',
      userId: 'UGONE',
    })
  })

  test('an unreachable present or former manager does not cause a delivery problem for another', async () => {
    const closed = { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
    await enqueue(draft('a', { audience: { to: 'person', userId: 'UBOSS' } }))
    slack.next('post', closed)
    expect(await deliver('a')).toBe('unreachable')
    const [told] = handedOver(
      { workspaceId: WORKSPACE, teamId: TEAM },
      ['UFORMER'],
      { byUserId: 'UBOSS', toUserId: 'UBOSS' },
      context.clock.now(),
    )
    await enqueue(told!)
    slack.next('post', closed)
    expect(await deliver(told!.key)).toBe('unreachable')
    const left = await database.db.select().from(messages).where(eq(messages.kind, 'delivery-problem'))
    expect(left).toEqual([])
  })

  test('enqueued again after the problem is solved, it is delivered', async () => {
    await enqueue(draft('a'))
    slack.next('post', archived)
    await deliver('a')
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', failure: null })
  })
})
