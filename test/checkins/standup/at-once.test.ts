// Submits at the same moment as each other, as a close, as a change of the team: each is decided on what the others left.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { planItems, standups } from '../../../src/checkins/standup/db/standups.sql.ts'
import { closeEntries } from '../../../src/checkins/standup/db/standups.ts'
import type { Database, Transaction } from '../../../src/core/db/client.ts'
import { withDeadline } from '../../../src/core/with-deadline.ts'
import { activity, type dailyTotals } from '../../../src/numbers/db/activity.sql.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { logNumbers } from '../../../src/numbers/flows/log-numbers.ts'
import { members } from '../../../src/org/db/teams.sql.ts'
import { usesDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

/** Monday 2 March 2026 after its close, Tuesday's standup is open: both can be filed. */
const EVENING = '2026-03-02T17:00:00Z'
const [FRIDAY, MONDAY, TUESDAY] = ['2026-02-27', '2026-03-02', '2026-03-03']
const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
type Team = Awaited<ReturnType<typeof standupTeam>>

let team: Team
beforeEach(async () => {
  team = await standupTeam(database.db, { zones, now: EVENING })
})

const ofBen = <Table extends typeof standups | typeof planItems | typeof activity | typeof dailyTotals>(
  table: Table,
) => eq(table.memberId, team.memberId('ben'))
const entryOn = async (date: string) =>
  (
    await database.db
      .select()
      .from(standups)
      .where(and(ofBen(standups), eq(standups.date, day(date))))
  )[0]
const openLines = async () =>
  (
    await database.db
      .select()
      .from(planItems)
      .where(and(ofBen(planItems), isNull(planItems.settledOn)))
  ).map(({ text }) => text)
const isNothingSaved = async () => {
  expect(await entryOn(TUESDAY)).toBeUndefined()
  expect(await openLines()).toEqual([])
  expect(await database.db.select().from(activity).where(ofBen(activity))).toEqual([])
  expect(await team.message(`standup:${team.memberId('ben')}:${TUESDAY}`)).toBeNull()
}
const answer = { plan: ['Call Acme'], numbers: { calls: 12, visits: 0 }, doneNote: 'Fixed the CRM' }
const submit = (date = TUESDAY) => team.submit(team.person('ben'), date, answer, { revision: 0 })

const waitsForLock = () =>
  eventually(async () => {
    const [row] = await database.db.execute<{ waiting: boolean }>(sql`
      select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`)
    expect(row!.waiting).toBe(true)
  })

/** What `happens` is committed while the submits wait for the member's lock. */
async function meanwhile<Result>(
  submits: () => Promise<Result>,
  happens: (tx: Transaction) => Promise<unknown>,
) {
  const { results } = await database.db.transaction(async (tx) => {
    await tx.execute(sql`select from members where member_id = ${team.memberId('ben')} for update`)
    const results = submits()
    await waitsForLock()
    await happens(tx)
    return { results }
  })
  return results
}

describe('concurrent submits', () => {
  test('the same submit several times at once is one answer', async () => {
    const results = await meanwhile(
      () => Promise.all([submit(), submit(), submit(), submit()]),
      async () => {},
    )
    expect(await results).toEqual(Array(4).fill({ ok: true }))
    expect(await entryOn(TUESDAY)).toMatchObject({ revision: 1 })
    expect(await openLines()).toEqual(['Call Acme'])
    expect(await database.db.select().from(activity).where(ofBen(activity))).toMatchObject([
      { numbers: { calls: 12, visits: 0 } },
    ])
  })

  test('standups of two days submitted at once are saved one after the other: no line is carried over twice', async () => {
    team.context.moveTo('2026-02-27T08:30:00Z')
    await team.submit(team.person('ben'), FRIDAY, { plan: ['Write the offer'] })
    team.context.moveTo(EVENING)
    const results = await meanwhile(
      () => Promise.all([submit(MONDAY), submit(TUESDAY)]),
      async () => {},
    )
    expect(await results).toEqual([{ ok: true }, { ok: true }])
    expect((await openLines()).filter((text) => text === 'Write the offer')).toHaveLength(1)
    expect(await entryOn(MONDAY)).toMatchObject({ state: 'late', revision: 1 })
    expect(await entryOn(TUESDAY)).toMatchObject({ state: 'answered', revision: 1 })
  })

  test('an answer that waited while the day closed is late', async () => {
    team.context.moveTo('2026-03-03T11:00:00Z')
    const { workspaceId, teamId } = team
    const missed = {
      workspaceId,
      teamId,
      memberId: team.memberId('ben'),
      date: day(TUESDAY),
      state: 'missed',
    } as const
    const results = await meanwhile(submit, (tx) => closeEntries(tx, [missed]))
    expect(await results).toEqual({ ok: true })
    expect(await entryOn(TUESDAY)).toMatchObject({ state: 'late', revision: 1 })
    expect(await openLines()).toEqual(['Call Acme'])
  })

  test('a member who was removed while the submit waited is refused', async () => {
    const results = await meanwhile(submit, (tx) =>
      tx
        .update(members)
        .set({ leftOn: day(FRIDAY) })
        .where(eq(members.memberId, team.memberId('ben'))),
    )
    expect(await results).toEqual({ ok: false, reason: 'not-a-member' })
    await isNothingSaved()
  })

  test('numbers logged at the same time cause no deadlock, and the form’s numbers count', async () => {
    const ben = team.person('ben')
    const held = await database.db.transaction(async (tx) => {
      const inTx = { ...team.context, db: tx as unknown as Database }
      const logged = {
        ...{ teamId: team.teamId, date: day(MONDAY), how: 'add' as const },
        source: 'command' as const,
      }
      // As if the standup had been prompted, so that both say the same message anew.
      await logNumbers(inTx, { ...logged, who: ben, values: { calls: 5 }, sourceKey: 'log' })
      const result = submit()
      await waitsForLock()
      await tx.execute(sql`
        insert into messages (workspace_id, message_key, kind, team_id, to_user_id, subject, state, created_at)
        values (${team.workspaceId}, ${`standup:${team.memberId('ben')}:${TUESDAY}`}, 'standup-card', ${team.teamId}, 'U-ben',
          ${JSON.stringify({ memberId: team.memberId('ben'), date: TUESDAY })}, 'waiting', now())
        on conflict (workspace_id, message_key) do update set version = messages.version + 1`)
      return { result }
    })
    expect(await held.result).toEqual({ ok: true })
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day(MONDAY))
    expect(totals).toMatchObject({ calls: { value: 12 }, visits: { value: 0 } })
    const entries = await database.db
      .select()
      .from(activity)
      .where(ofBen(activity))
      .orderBy(activity.enteredAt)
    expect(entries.map(({ numbers }) => numbers)).toEqual([{ calls: 5 }, { calls: 7, visits: 0 }])
  })
})

test('a submit that was answered with "not saved" saves nothing', async () => {
  const deadline = new AbortController()
  const submitted = team.submit(team.person('ben'), TUESDAY, answer, {
    revision: 0,
    in: withDeadline(team.context, deadline.signal),
    whileRead: () => deadline.abort(new Error('too late')),
  })
  await expect(submitted).rejects.toThrow('too late')
  await isNothingSaved()
})
