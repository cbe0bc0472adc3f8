// The context for flows in tests: a clock that the test sets, and a directory of made-up people.

import { BOT } from '../../src/app/features.ts'
import type { Context } from '../../src/core/context.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { silentLog } from './silent-log.ts'

export interface TestContext extends Context {
  people: Map<string, Person>
  /** Who is in which channel. The bot is in all of them. */
  channels: Map<string, string[]>
  /** Channels that are not public ones of this workspace alone. */
  stages: Map<string, { isPrivate?: boolean; isExternal?: boolean }>
  /** `2026-03-02T01:00:00Z` */
  moveTo(instant: string): void
}

export function testContext(db: Database, startAt = '2026-03-02T00:00:00Z'): TestContext {
  let now = Temporal.Instant.from(startAt)
  const people: TestContext['people'] = new Map()
  const channels: TestContext['channels'] = new Map()
  const stages: TestContext['stages'] = new Map()
  return {
    db,
    people,
    channels,
    stages,
    contributions: BOT.contributions,
    log: silentLog,
    clock: { now: () => now },
    moveTo: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    directory: {
      person: async (_workspaceId, userId) => people.get(userId) ?? null,
      peoplePage: async () => ({ people: [...people.values()], next: null }),
      channel: async (_workspaceId, channelId) =>
        channels.has(channelId)
          ? {
              ...{ name: channelId, botIsIn: true, archived: false },
              ...{ isPrivate: false, isExternal: false, ...stages.get(channelId) },
            }
          : null,
      channelMembers: async (_workspaceId, channelId) => channels.get(channelId) ?? null,
      replies: async () => [],
    },
  }
}

/** A person as Slack would return them, with defaults for all fields that the test does not set. */
export function testPerson(workspaceId: string, userId: string, more: Partial<Person> = {}): Person {
  return {
    workspaceId,
    userId,
    name: userId,
    zone: 'Europe/Berlin',
    locale: 'en',
    isBot: false,
    isAdmin: false,
    isGuest: false,
    deactivated: false,
    ...more,
  }
}
