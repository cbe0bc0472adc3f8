// Delivery of one notice: every answer that Slack may give, and a crash at every line, ends in one message or none.
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notices } from '../../src/db/notices.sql.ts'
import { findNotice, type Notice } from '../../src/db/notices.ts'
import { savePeople } from '../../src/db/people.ts'
import { teamSettings, teams } from '../../src/db/teams.sql.ts'
import type { NoticeDraft } from '../../src/domain/notice.ts'
import { deliverNotice } from '../../src/flows/deliver-notice.ts'
import { FACTS } from '../../src/flows/facts/facts.ts'
import { say } from '../../src/flows/say.ts'
import type { DeliveryPorts } from '../../src/flows/send-notice.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type FakeSlack, fakeSlack, plainRenderer } from '../support/fake-slack.ts'
import { testSettings } from '../support/settings.ts'

const TEAM = '00000000-0000-4000-8000-000000000001'
const WORKSPACE = 'T1'
let database: TestDatabase
let context: TestContext
let slack: FakeSlack
let ports: DeliveryPorts
/** What the notice shows now; null: nothing to say any more. */
let shows: string | null

const draft = (key: string, more: Partial<NoticeDraft> = {}): NoticeDraft => ({
  workspaceId: WORKSPACE,
  key,
  kind: 'standup-card',
  audience: { to: 'channel', channelId: 'C1' },
  teamId: TEAM,
  subject: {},
  ...more,
})
const sayIt = (...drafts: NoticeDraft[]) => database.db.transaction((tx) => say(tx, context, drafts))
const deliver = (noticeKey: string) => deliverNotice({ workspaceId: WORKSPACE, noticeKey }, context, ports)
const stored = async (noticeKey: string): Promise<Notice> =>
  (await findNotice(database.db, { workspaceId: WORKSPACE, noticeKey }))!
const fault = new Error('socket hang up')
/** As a process leaves it that called Slack at that moment of the database's clock. */
const claimedBySomeone = (at: string) =>
  database.db.update(notices).set({ state: 'sending', sendingSince: sql.raw(at) })

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  const at = Temporal.Instant.from('2026-03-01T00:00:00Z')
  const ids = { workspaceId: WORKSPACE, teamId: TEAM }
  await db.insert(teams).values({ ...ids, channelId: 'C1', managerUserId: 'UBOSS', createdAt: at })
  const settings = testSettings({ name: 'North', locale: 'zh-TW' })
  const effectiveFrom = Temporal.PlainDate.from('2026-03-01')
  await db.insert(teamSettings).values({ ...ids, effectiveFrom, settings, setBy: 'UBOSS', setAt: at })
  const people = [testPerson(WORKSPACE, 'UREP', { locale: 'zh-CN' }), testPerson(WORKSPACE, 'UBOSS')]
  await savePeople(db, people, at)
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.delete(notices)
  context = testContext(database.db, '2026-03-02T09:00:00Z')
  slack = fakeSlack()
  shows = 'first'
  ports = {
    messenger: slack,
    renderer: plainRenderer,
    // What a card shows is of no matter here; that it is asked for at the moment of delivery is.
    facts: { ...FACTS, 'standup-card': async () => (shows === null ? null : ({ shows } as never)) },
    defaultLocale: 'en',
  }
})

describe('said once', () => {
  test('posted with its key, in the team’s language, and recorded', async () => {
    await sayIt(draft('a'))
    expect(context.enqueued).toEqual([{ workspaceId: WORKSPACE, noticeKey: 'a', afterSeconds: 0 }])
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([
      { channelId: 'C1', key: 'a', version: 1, text: 'zh-TW {"shows":"first"}' },
    ])
    expect(await stored('a')).toMatchObject({
      state: 'delivered',
      deliveredVersion: 1,
      ts: '1000.000100',
      sendingSince: null,
    })
  })

  test('a second job for it has nothing to say', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    expect(await deliver('a')).toBe('nothing-to-say')
    expect(slack.calls).toEqual(['turn', 'post'])
  })

  test('a person gets it in their own language, by a direct message that is opened once', async () => {
    const audience = { to: 'person', userId: 'UREP' } as const
    await sayIt(draft('a', { audience }), draft('b', { audience }))
    await deliver('a')
    await deliver('b')
    expect(slack.messages.map(({ channelId, text }) => [channelId, text.slice(0, 5)])).toEqual([
      ['D-UREP', 'zh-CN'],
      ['D-UREP', 'zh-CN'],
    ])
    expect(slack.calls.filter((call) => call === 'openDm')).toHaveLength(1)
  })

  test('of someone whom the bot never met Slack is asked for the language', async () => {
    context.people.set('UNEW', testPerson(WORKSPACE, 'UNEW', { locale: 'zh-TW' }))
    for (const userId of ['UNEW', 'UNOBODY']) {
      await sayIt(draft(userId, { audience: { to: 'person', userId } }))
      await deliver(userId)
    }
    expect(slack.messages.map(({ text }) => text.split(' ')[0])).toEqual(['zh-TW', 'en'])
  })

  test('said again, the same message is edited', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    shows = 'second'
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}', edits: 1, version: 2 }])
  })

  test('what changes while it is on its way waits for its own delivery', async () => {
    await sayIt(draft('a'))
    slack.during('post', () => sayIt(draft('a')))
    await deliver('a')
    expect(await stored('a')).toMatchObject({ state: 'waiting', version: 2, deliveredVersion: 1 })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ edits: 1 }])
  })

  test('a transaction that is just changing it is waited for, and seen', async () => {
    await sayIt(draft('a'))
    let delivering: Promise<unknown> | undefined
    await database.db.transaction(async (tx) => {
      await say(tx, context, [draft('a')])
      delivering = deliver('a')
      await new Promise((later) => setTimeout(later, 100))
      shows = 'second'
    })
    await delivering
    expect(await stored('a')).toMatchObject({ state: 'delivered', version: 2, deliveredVersion: 2 })
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}' }])
  })

  test('with nothing to say any more it is dropped', async () => {
    await sayIt(draft('a'))
    shows = null
    expect(await deliver('a')).toBe('dropped')
    expect(await stored('a')).toMatchObject({ state: 'dropped', ts: null })
    expect(slack.messages).toEqual([])
  })

  test('two replicas with a job each: one sends, the other comes again later', async () => {
    await sayIt(draft('a'))
    let second: string | undefined
    slack.during('post', async () => {
      second = await deliver('a')
    })
    expect(await deliver('a')).toBe('delivered')
    expect(second).toBe('postponed')
    expect(context.enqueued.at(-1)).toMatchObject({ noticeKey: 'a', afterSeconds: 2 })
    expect(slack.messages).toHaveLength(1)
  })
})

describe('after a crash or a lost answer', () => {
  test('posted, and no answer came: it is found by its key and not posted again', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    await expect(deliver('a')).rejects.toThrow('socket hang up')
    shows = 'second'
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.calls).toEqual(['turn', 'post', 'turn', 'findByKey', 'update'])
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}' }])
  })

  test('not posted, and no answer came: it is looked for, not found, and posted', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault)
    await expect(deliver('a')).rejects.toThrow('socket hang up')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.calls).toEqual(['turn', 'post', 'turn', 'findByKey', 'post'])
    expect(slack.messages).toHaveLength(1)
  })

  test('the search fails after a lost answer: the one after it still finds the first message', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    slack.next('findByKey', fault)
    await expect(deliver('a')).rejects.toThrow()
    context.moveTo('2026-03-02T09:20:00Z')
    await expect(deliver('a')).rejects.toThrow()
    context.moveTo('2026-03-02T09:40:00Z')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test.each([
    { died: 'before the call', posted: false },
    { died: 'between the call and the record', posted: true },
  ])('the process died $died', async ({ posted }) => {
    await sayIt(draft('a'))
    // What a process leaves behind that is killed there: the mark, and perhaps a message.
    await claimedBySomeone('now()')
    if (posted)
      await slack.post(
        { workspaceId: WORKSPACE, channelId: 'C1' },
        { text: 'first', blocks: [] },
        { key: 'a', version: 1 },
      )
    expect(await deliver('a')).toBe('postponed')
    // Whatever our own clock says: the lease is measured on the database's.
    context.moveTo('2026-03-02T12:00:00Z')
    expect(await deliver('a')).toBe('postponed')
    await claimedBySomeone("now() - interval '21 seconds'")
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ state: 'delivered', ts: '1000.000100' })
  })

  test('a clock that was set back does not keep a dead claim alive', async () => {
    await sayIt(draft('a'))
    await claimedBySomeone("now() + interval '10 minutes'")
    expect(await deliver('a')).toBe('delivered')
  })

  test('a claim of a replica whose clock is a little ahead is respected', async () => {
    await sayIt(draft('a'))
    await claimedBySomeone("now() + interval '1 second'")
    expect(await deliver('a')).toBe('postponed')
    expect(slack.calls).toEqual(['turn'])
  })

  test('the search is told to hurry less: the one after it still finds the first message', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    await expect(deliver('a')).rejects.toThrow()
    slack.next('findByKey', { ok: false, reason: 'rate-limited', retryAfterSeconds: 1 })
    expect(await deliver('a')).toBe('postponed')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test('the search finds the door closed: once it is open again, the first message is found', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    await expect(deliver('a')).rejects.toThrow()
    slack.next('findByKey', { ok: false, reason: 'unreachable', problem: 'not-in-channel' })
    expect(await deliver('a')).toBe('unreachable')
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })

  test('posted unheard, and overtaken since: the facts are asked for a message that was said', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    await expect(deliver('a')).rejects.toThrow()
    const told: (string | null)[] = []
    ports.facts = {
      ...FACTS,
      'standup-card': async (_db, notice) => {
        told.push(notice.ts)
        return { shows: 'missed' } as never
      },
    }
    expect(await deliver('a')).toBe('delivered')
    expect(told).toEqual(['1000.000100'])
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"missed"}' }])
  })

  test('a process that slept before its post finds that another took over, and stays silent', async () => {
    await sayIt(draft('a'))
    const shows = ports.facts['standup-card']
    ports.facts = {
      ...FACTS,
      'standup-card': async (...asked) => {
        // Three hours later: the other one has posted, and is about to record it.
        context.moveTo('2026-03-02T12:00:00Z')
        await claimedBySomeone('now()')
        return shows(...asked)
      },
    }
    await expect(deliver('a')).rejects.toThrow('someone else')
    expect(slack.messages).toEqual([])
    expect(await stored('a')).toMatchObject({ state: 'sending' })
  })

  test('a process that slept and lost nothing goes on', async () => {
    await sayIt(draft('a'))
    const shows = ports.facts['standup-card']
    ports.facts = {
      ...FACTS,
      'standup-card': async (...asked) => {
        context.moveTo('2026-03-02T12:00:00Z')
        return shows(...asked)
      },
    }
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', sendingSince: null })
  })

  test('what looks said while someone is changing it is waited for: their job may be this one', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    let delivering: Promise<unknown> | undefined
    await database.db.transaction(async (tx) => {
      await say(tx, context, [draft('a')])
      delivering = deliver('a')
      await new Promise((later) => setTimeout(later, 100))
      shows = 'second'
    })
    expect(await delivering).toBe('delivered')
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}' }])
  })
})

describe('what Slack may answer', () => {
  test('429 on posting: later, by Slack’s word, and posted once', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 17.2 })
    expect(await deliver('a')).toBe('postponed')
    expect(context.enqueued.at(-1)).toMatchObject({ noticeKey: 'a', afterSeconds: 18 })
    expect(await deliver('a')).toBe('delivered')
    // A clear no needs no search.
    expect(slack.calls).not.toContain('findByKey')
  })

  test('our own pace: later, before anything is claimed', async () => {
    await sayIt(draft('a'))
    slack.next('turn', { ok: false, reason: 'rate-limited', retryAfterSeconds: 5 })
    expect(await deliver('a')).toBe('postponed')
    expect(await stored('a')).toMatchObject({ state: 'waiting', sendingSince: null })
  })

  test('blocks refused: again without the newest, on posting as on editing', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [] }])
    await sayIt(draft('a'))
    slack.next('update', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [], edits: 1 }])
  })

  test('refused even as words: a fault, for the queue to count', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    await expect(deliver('a')).rejects.toThrow('plain text')
  })

  test('the message was deleted: posted anew', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    slack.messages.length = 0
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ ts: '1000.000100', state: 'delivered' })
  })

  test('a fault while editing keeps what is known of the message', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    await sayIt(draft('a'))
    slack.next('update', fault)
    await expect(deliver('a')).rejects.toThrow()
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })
})

describe('nobody can be reached', () => {
  const archived = { ok: false, reason: 'unreachable', problem: 'channel-archived' }

  test('the notice fails by name, and the manager is told once, in a message that goes out', async () => {
    await sayIt(draft('a'), draft('b'))
    slack.next('post', archived)
    slack.next('post', archived)
    expect(await deliver('a')).toBe('unreachable')
    expect(await deliver('b')).toBe('unreachable')
    expect(await stored('a')).toMatchObject({ state: 'failed', failure: 'channel-archived' })
    const key = `trouble:${TEAM}:C1:channel-archived`
    expect(context.enqueued.filter(({ noticeKey }) => noticeKey === key)).toHaveLength(1)
    expect(await deliver(key)).toBe('delivered')
    expect(slack.messages).toMatchObject([{ channelId: 'D-UBOSS' }])
    expect(slack.messages[0]?.text).toContain('"problem":"channel-archived"')
    expect(slack.messages[0]?.text).toContain('"teamName":"North"')
  })

  test('a deactivated person is not even tried', async () => {
    const at = context.clock.now()
    await savePeople(database.db, [testPerson(WORKSPACE, 'UGONE', { deactivated: true })], at)
    await sayIt(draft('a', { audience: { to: 'person', userId: 'UGONE' } }))
    expect(await deliver('a')).toBe('unreachable')
    expect(slack.calls).toEqual([])
    expect((await stored(`trouble:${TEAM}:UGONE:cannot-message-member`)).subject).toEqual({
      problem: 'cannot-message-member',
      channelId: 'C1',
      userId: 'UGONE',
    })
  })

  test('trouble about the manager’s own messages makes no more trouble', async () => {
    await sayIt(draft('a', { audience: { to: 'person', userId: 'UBOSS' } }))
    slack.next('post', { ok: false, reason: 'unreachable', problem: 'cannot-message-member' })
    expect(await deliver('a')).toBe('unreachable')
    const left = await database.db.select().from(notices).where(eq(notices.kind, 'trouble'))
    expect(left).toEqual([])
  })

  test('said again after it was set right, it is delivered', async () => {
    await sayIt(draft('a'))
    slack.next('post', archived)
    await deliver('a')
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', failure: null })
  })
})
