// During a rolling update older replicas keep working with the tables of a newer version that only adds columns.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { settleOutcomes } from '../../../src/checkins/standup/db/plan-items.ts'
import { lockedFacts } from '../../../src/checkins/standup/db/standup-facts.ts'
import { entriesUpTo, saveEntry } from '../../../src/checkins/standup/db/standups.ts'
import type { PlanLine, StandupEntry } from '../../../src/checkins/standup/domain/standup-facts.ts'
import type { Database } from '../../../src/core/db/client.ts'
import { type Origin, openDay } from '../../../src/numbers/db/activity.ts'
import { findPerson } from '../../../src/org/db/people.ts'
import { claimDueMessages } from '../../../src/outbox/db/claim.ts'
import { findMessage, saveMessages } from '../../../src/outbox/db/messages.ts'
import { usesDatabase } from '../../support/database.ts'
import { testSettings } from '../../support/settings.ts'

const [team, member, line] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
]
const workspaceId = 'T1'
const TABLES = [
  'people',
  'messages',
  'standups',
  'plan_items',
  'blockers',
  'members',
  'teams',
  'daily_totals',
  'activity',
]
const date = Temporal.PlainDate.from('2026-03-02')
const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const database = usesDatabase()

beforeAll(async () => {
  await database.db.execute(sql`
    with team as (
      insert into teams (workspace_id, team_id, channel_id, manager_user_id, created_at)
      values ('T1', ${team}, 'C1', 'U0', '2026-01-01')
    ), settings as (
      insert into team_settings (workspace_id, team_id, effective_from, settings, set_by, set_at)
      values ('T1', ${team}, '2026-01-01', ${JSON.stringify(testSettings())}, 'U0', '2026-01-01')
    )
    insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
    values ('T1', ${member}, ${team}, 'U1', 'hunter', '2026-01-01')`)
})

test('prepared statements keep working after a column is added', async () => {
  const of = { workspaceId, teamId: team, memberId: member, date }
  await database.db.transaction(async (tx) => {
    const run = async () => {
      await findPerson(tx, workspaceId, 'U1')
      await findMessage(tx, { workspaceId, messageKey: 'n' })
      await saveMessages(
        tx,
        [
          {
            ...{ workspaceId, key: 'n', kind: 'standup-summary', teamId: team },
            audience: { to: 'channel', channelId: 'C1' },
            subject: { date: '2026-03-02' },
          },
        ],
        now,
      )
      await claimDueMessages(tx as unknown as Database, { most: 1, perWorkspace: 1, editsApartMs: 0 })
      const planned: PlanLine[] = [
        {
          ...{ ...of, itemId: line, position: 0, text: 'Call', carriedFrom: null },
          ...{ outcome: null, settledOn: null, tickedAt: null },
        },
      ]
      const entry: StandupEntry = {
        ...{ ...of, state: 'answered', answeredAt: now, revision: 1, doneNote: '', numbersDate: date },
        ...{ firstAnsweredAt: now, streakDays: 1, lastSubmitKey: null },
      }
      await saveEntry(tx, entry, { planned, hadLines: true })
      const facts = await lockedFacts(tx, { workspaceId, teamId: team, userId: 'U1', date })
      expect(facts?.plan.planned).toMatchObject([{ text: 'Call' }])
      expect(await entriesUpTo(tx, workspaceId, member, date, 3)).toMatchObject([{ answeredAt: now }])
      expect(facts?.entry).toMatchObject({ answeredAt: now, streakDays: 1 })
      await settleOutcomes(tx, workspaceId, date, { done: [line], carried: [], dropped: [] })
      const origin: Origin = {
        ...{ source: 'standup', sourceId: line, enteredBy: 'U1' },
        ...{ now, late: false, reason: '' },
      }
      const total = { value: 1, late: false, implausible: false, correctedUp: false }
      const act = { numbers: { calls: 1 }, implausible: [], corrects: {}, totals: { calls: total } }
      return openDay(tx, of, act, origin)
    }
    expect(await run()).toBe(true)
    await tx.execute(sql`delete from standups; delete from daily_totals; delete from activity`)
    for (const table of TABLES) await tx.execute(sql.raw(`alter table ${table} add column added text`))
    expect(await run()).toBe(true)
  })
})
