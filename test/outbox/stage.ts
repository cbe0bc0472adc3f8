// Where deliveries are tried out: a team in Postgres, a Slack that answers as told, a notice that shows what a test wants.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { teamSettings, teams } from '../../src/org/db/teams.sql.ts'
import { notices, unqueuedNotices } from '../../src/outbox/db/messages.sql.ts'
import { findNotice, type Notice } from '../../src/outbox/db/messages.ts'
import type { NoticeDraft } from '../../src/outbox/domain/message-facts.ts'
import { deliverNotice } from '../../src/outbox/flows/deliver-message.ts'
import { say } from '../../src/outbox/flows/enqueue-message.ts'
import { FACTS } from '../../src/outbox/flows/facts.ts'
import type { DeliveryPorts } from '../../src/outbox/flows/send-message.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type FakeSlack, fakeSlack, plainRenderer } from '../support/fake-slack.ts'
import { testSettings } from '../support/settings.ts'

export const TEAM = '00000000-0000-4000-8000-000000000001'
export const WORKSPACE = 'T1'
export let database: TestDatabase
export let context: TestContext
export let slack: FakeSlack
export let ports: DeliveryPorts
let shows: string | null
/** What the notice shows from now on; null: nothing to say any more. */
export const show = (what: string | null) => {
  shows = what
}

export const draft = (key: string, more: Partial<NoticeDraft> = {}): NoticeDraft => ({
  workspaceId: WORKSPACE,
  key,
  kind: 'standup-card',
  audience: { to: 'channel', channelId: 'C1' },
  teamId: TEAM,
  subject: {},
  ...more,
})
export const sayIt = (...drafts: NoticeDraft[]) => database.db.transaction((tx) => say(tx, context, drafts))
export const deliver = (noticeKey: string) =>
  deliverNotice({ workspaceId: WORKSPACE, noticeKey }, context, ports)
export const stored = async (noticeKey: string): Promise<Notice> =>
  (await findNotice(database.db, { workspaceId: WORKSPACE, noticeKey }))!
export const fault = new Error('socket hang up')
/** As a process leaves it that called Slack at that moment of the database's clock. */
export const claimedBySomeone = (at: string) =>
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
  await database.db.delete(unqueuedNotices)
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
