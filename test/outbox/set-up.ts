// Set-up for delivery tests: a team in Postgres, a fake Slack with scripted responses, and a message kind with scripted content.

import { inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { teamSettings, teams } from '../../src/org/db/teams.sql.ts'
import { createReaders } from '../../src/org/flows/message-readers.ts'
import { reportDeliveryProblem } from '../../src/org/flows/report-delivery-problem.ts'
import { claimDueMessages } from '../../src/outbox/db/claim.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { findMessage, type OutboxMessage } from '../../src/outbox/db/messages.ts'
import type { MessageDraft } from '../../src/outbox/domain/message.ts'
import { type DeliveryOutcome, deliverMessage } from '../../src/outbox/flows/deliver-message.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import type { HeldClaim } from '../../src/outbox/flows/held-claim.ts'
import type { DeliveryPorts } from '../../src/outbox/flows/ports.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type FakeSlack, fakeSlack } from '../support/fake-slack.ts'
import { factsOf } from '../support/message-facts.ts'
import { testSettings } from '../support/settings.ts'

export const TEAM = '00000000-0000-4000-8000-000000000001'
export const WORKSPACE = 'T1'
export let database: TestDatabase
export let context: TestContext
export let slack: FakeSlack
export let ports: DeliveryPorts
let shows: string | null
/** Sets the content that a card shows from now on; null: nothing. */
export const show = (what: string | null) => {
  shows = what
}
let beforeShown: (message: OutboxMessage) => Promise<void>
/** Runs while a delivery loads a card's content. */
export const whileLoading = (happening: (message: OutboxMessage) => Promise<void>) => {
  beforeShown = happening
}

export const draft = (key: string, more: Partial<MessageDraft> = {}) =>
  ({
    workspaceId: WORKSPACE,
    key,
    kind: 'standup-card',
    audience: { to: 'channel', channelId: 'C1' },
    teamId: TEAM,
    subject: { memberId: '00000000-0000-4000-8000-000000000001', date: '2026-03-02' },
    ...more,
  }) as MessageDraft
export const enqueue = (...drafts: MessageDraft[]) =>
  database.db.transaction((tx) => enqueueMessage(tx, context, drafts))

/** Makes every message due, including postponed and claimed ones. */
export const makeDue = (...keys: string[]) =>
  database.db
    .update(messages)
    .set({ nextAttemptAt: sql`clock_timestamp() - interval '1 second'` })
    .where(sql`next_attempt_at is not null and message_key in ${keys}`)

/** Claims all due messages as the delivery loop does. */
export async function claim(limits = { most: 1000, perWorkspace: 1000 }): Promise<HeldClaim[]> {
  const renewedAt = context.clock.now()
  return (await claimDueMessages(database.db, { ...limits, editsApartMs: 0 })).map((claimed) => ({
    ...claimed,
    renewedAt,
  }))
}
export const keysOf = (claims: readonly HeldClaim[]) => claims.map(({ message }) => message.messageKey).sort()

/** Claims that one message, even if it is postponed, and delivers it; `not-due`: there is nothing to do. */
export async function deliver(messageKey: string): Promise<DeliveryOutcome | 'not-due'> {
  await database.db
    .update(messages)
    .set({ nextAttemptAt: sql`clock_timestamp() - interval '1 second'` })
    .where(sql`next_attempt_at is not null and claim_id is null and message_key = ${messageKey}`)
  const claims = await claim()
  const own = claims.find(({ message }) => message.messageKey === messageKey)
  const others = claims.filter((other) => other !== own).map(({ claimId }) => claimId)
  if (others.length > 0)
    await database.db.update(messages).set({ claimId: null }).where(inArray(messages.claimId, others))
  return own ? deliverMessage(own, context, ports) : 'not-due'
}
export const stored = async (messageKey: string): Promise<OutboxMessage> =>
  (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey }))!
export const fault = new Error('socket hang up')
/** Leaves the message as a process does that is killed just before it calls Slack; the lease ends at the given database time. */
export const claimedUntil = (at: string) =>
  database.db.update(messages).set({
    ...{ state: 'sending', claimId: crypto.randomUUID() },
    ...{ sendingSince: sql`clock_timestamp()`, nextAttemptAt: sql.raw(at) },
  })

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
  await database.db.delete(messages)
  context = testContext(database.db, '2026-03-02T09:00:00Z')
  slack = fakeSlack()
  shows = 'first'
  beforeShown = async () => {}
  ports = {
    messenger: slack,
    content: {
      // The content does not matter here, only that it is loaded at the time of delivery.
      load: async (db, message, now) => {
        if (message.kind === 'standup-card') await beforeShown(message)
        const facts = message.kind === 'standup-card' ? shows && { shows } : await factsOf(db, message, now)
        return facts
          ? (locale) => ({ text: `${locale} ${JSON.stringify(facts)}`, blocks: [{ type: 'table' }] })
          : null
      },
      degrade: ({ text, blocks }) => (blocks.length > 0 ? { text, blocks: [] } : null),
    },
    readers: createReaders(context, 'en'),
    onUndelivered: (tx, message, problem) => reportDeliveryProblem(tx, context, message, problem),
  }
})
