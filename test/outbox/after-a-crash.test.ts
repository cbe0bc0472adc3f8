// A crash or a lost answer at any line of a delivery ends in one message, not in two or none.
import { describe, expect, test } from 'vitest'
import { FACTS } from '../../src/outbox/flows/facts.ts'

import {
  claimedBySomeone,
  context,
  deliver,
  draft,
  fault,
  ports,
  sayIt,
  show,
  slack,
  stored,
  WORKSPACE,
} from './stage.ts'

describe('after a crash or a lost answer', () => {
  test('posted, and no answer came: it is found by its key and not posted again', async () => {
    await sayIt(draft('a'))
    slack.next('post', fault, { reached: true })
    await expect(deliver('a')).rejects.toThrow('socket hang up')
    show('second')
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
    const shownFacts = ports.facts['standup-card']
    ports.facts = {
      ...FACTS,
      'standup-card': async (...asked) => {
        // Three hours later: the other one has posted, and is about to record it.
        context.moveTo('2026-03-02T12:00:00Z')
        await claimedBySomeone('now()')
        return shownFacts(...asked)
      },
    }
    await expect(deliver('a')).rejects.toThrow('someone else')
    expect(slack.messages).toEqual([])
    expect(await stored('a')).toMatchObject({ state: 'sending' })
  })

  test('a process that slept and lost nothing goes on', async () => {
    await sayIt(draft('a'))
    const shownFacts = ports.facts['standup-card']
    ports.facts = {
      ...FACTS,
      'standup-card': async (...asked) => {
        context.moveTo('2026-03-02T12:00:00Z')
        return shownFacts(...asked)
      },
    }
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', sendingSince: null })
  })
})
