// A fake messenger for tests of delivery: stores posted messages in memory, and returns or throws what the test sets.
import type { Messenger, OutgoingMessage } from '../../src/slack/messenger.ts'

export interface FakeMessage {
  channelId: string
  ts: string
  text: string
  blocks: readonly object[]
  key: string
  version: number
  edits: number
}
type Call = 'openDm' | 'acquire' | 'post' | 'update' | 'findByKey'

export interface FakeSlack extends Messenger {
  messages: FakeMessage[]
  /** In order, by name. */
  calls: Call[]
  /** The next call of this kind returns (or throws) this. `reached`: the call takes effect all the same, as when the response is lost. */
  next(call: Call, outcome: object | Error, options?: { reached: boolean }): void
  /** Runs during the next call of this kind. */
  during(call: Call, happening: () => Promise<void>): void
}

export function fakeSlack(): FakeSlack {
  const messages: FakeMessage[] = []
  const calls: Call[] = []
  const outcomes: { call: Call; outcome: object | Error; reached: boolean }[] = []
  const happenings: { call: Call; happening: () => Promise<void> }[] = []
  const take = <T extends { call: Call }>(list: T[], call: Call) => {
    const index = list.findIndex((entry) => entry.call === call)
    return index < 0 ? undefined : list.splice(index, 1)[0]
  }
  const answer = async <T>(call: Call, effect: () => T): Promise<T> => {
    calls.push(call)
    await take(happenings, call)?.happening()
    const told = take(outcomes, call)
    if (!told) return effect()
    if (told.reached) effect()
    if (told.outcome instanceof Error) throw told.outcome
    return told.outcome as T
  }
  const fill = (message: OutgoingMessage, mark: { key: string; version: number }) => ({ ...message, ...mark })
  return {
    messages,
    calls,
    next: (call, outcome, options) =>
      void outcomes.push({ call, outcome, reached: options?.reached ?? false }),
    during: (call, happening) => void happenings.push({ call, happening }),
    openDm: (_workspaceId, userId) => answer('openDm', () => ({ ok: true, channelId: `D-${userId}` })),
    acquire: () => answer('acquire', () => ({ ok: true })),
    post: ({ channelId }, message, mark) =>
      answer('post', () => {
        const ts = `${1000 + messages.length}.000100`
        messages.push({ channelId, ts, ...fill(message, mark), edits: 0 })
        return { ok: true, ts }
      }),
    update: ({ channelId, ts }, message, mark) =>
      answer('update', () => {
        const found = messages.find((entry) => entry.channelId === channelId && entry.ts === ts)
        if (!found) return { ok: false, reason: 'gone' }
        Object.assign(found, fill(message, mark), { edits: found.edits + 1 })
        return { ok: true }
      }),
    findByKey: ({ channelId }, key) =>
      answer('findByKey', () => ({
        ok: true,
        ts: messages.find((entry) => entry.channelId === channelId && entry.key === key)?.ts ?? null,
      })),
  }
}
