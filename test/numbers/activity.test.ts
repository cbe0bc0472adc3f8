// Ledger and daily totals: after any history, concurrent changes included, the totals match the ledger.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '../../src/core/db/client.ts'
import { sourceIdOf } from '../../src/numbers/db/activity.ts'
import { dayTotals, periodTotals, teamTotals } from '../../src/numbers/db/totals.ts'
import type { DayRecord } from '../../src/numbers/domain/activity.ts'
import { addEntries, recordDay } from '../../src/numbers/flows/record-activity.ts'
import { undoEntries } from '../../src/numbers/flows/undo-activity.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { usesDatabase } from '../support/database.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'

const database = usesDatabase()
let team: SmallTeam
const DAY = Temporal.PlainDate.from('2026-03-03')
const NOON = Temporal.Instant.from('2026-03-03T11:00:00Z')

beforeAll(async () => {
  team = await smallTeam(database.db, [
    { name: 'Ann' },
    { name: 'Bea' },
    { name: 'Cy', role: 'account-manager' },
  ])
})

const ann = () => team.members[0]!
const cy = () => team.members[2]!

function record(member: Member, values: Record<string, number>, more: Partial<DayRecord> = {}): DayRecord {
  return {
    workspaceId: member.workspaceId,
    teamId: member.teamId,
    memberId: member.memberId,
    date: DAY,
    values,
    metrics: team.metrics,
    source: 'form',
    sourceKey: randomUUID(),
    enteredBy: member.userId,
    now: NOON,
    late: false,
    implausible: [],
    ...more,
  }
}

const inTx = <Result>(run: (tx: Transaction) => Promise<Result>) => database.db.transaction(run)
const set = (...args: Parameters<typeof record>) => inTx((tx) => recordDay(tx, record(...args)))
const add = (...args: Parameters<typeof record>) => inTx((tx) => addEntries(tx, record(...args)))
const valueOn = async (member: Member, key: string, date = DAY) =>
  (await dayTotals(database.db, member.workspaceId, member.memberId, date))[key]?.value

async function ledger(member: Member, date = DAY) {
  const rows = await database.db.execute<{
    source_id: string
    metric_key: string
    value: string
    source: string
    corrects: string | null
    reason: string | null
  }>(sql`select source_id, n.key as metric_key, n.value::text as value, source, corrects ->> n.key as corrects, reason
    from activity cross join jsonb_each(numbers) n
    where workspace_id = ${member.workspaceId} and member_id = ${member.memberId} and date = ${date.toString()}::date
    order by entered_at`)
  return rows.map((row) => ({ ...row, value: Number(row.value) }))
}

describe('setting a day', () => {
  test('the first numbers are entries as they are, a first 0 too', async () => {
    const date = DAY.subtract({ days: 10 })
    await set(ann(), { calls: 12, visits: 0 }, { date })
    expect(
      (await ledger(ann(), date)).map(({ metric_key, value, corrects }) => [metric_key, value, corrects]),
    ).toEqual(
      expect.arrayContaining([
        ['calls', 12, null],
        ['visits', 0, null],
      ]),
    )
    expect(await valueOn(ann(), 'visits', date)).toBe(0)
    expect(await valueOn(ann(), 'proposals', date)).toBeUndefined()
  })

  test('a change is the difference, refers to the last entry and carries a reason; no change is no entry', async () => {
    const date = DAY.subtract({ days: 11 })
    await set(ann(), { calls: 12 }, { date })
    await set(ann(), { calls: 9 }, { date, reason: 'counted twice' })
    await set(ann(), { calls: 9 }, { date })
    const entries = await ledger(ann(), date)
    expect(entries.map(({ value }) => value)).toEqual([12, -3])
    expect(entries[1]!.corrects).toBe(entries[0]!.source_id)
    expect(entries[1]!.reason).toBe('counted twice')
    expect(await valueOn(ann(), 'calls', date)).toBe(9)
  })

  test('a level is kept as its new value', async () => {
    const date = DAY.subtract({ days: 12 })
    await set(cy(), { customerSatisfaction: 805 }, { date })
    await set(cy(), { customerSatisfaction: 790 }, { date })
    expect((await ledger(cy(), date)).map(({ value }) => value)).toEqual([805, 790])
    expect(await valueOn(cy(), 'customerSatisfaction', date)).toBe(790)
  })

  test('the same source key twice is one entry, whatever it says the second time', async () => {
    const date = DAY.subtract({ days: 13 })
    const sourceKey = randomUUID()
    await add(ann(), { calls: 5 }, { date, sourceKey })
    await add(ann(), { calls: 5 }, { date, sourceKey })
    await set(ann(), { calls: 8 }, { date, sourceKey })
    expect(await valueOn(ann(), 'calls', date)).toBe(5)
    expect(await ledger(ann(), date)).toHaveLength(1)
  })

  test('the same source key again adds only metrics that it has not entered yet', async () => {
    const date = DAY.subtract({ days: 15 })
    const sourceKey = randomUUID()
    await set(ann(), { calls: 5 }, { date })
    await add(ann(), { calls: 2 }, { date, sourceKey })
    await set(ann(), { calls: 9 }, { date })
    await add(ann(), { calls: 2, visits: 3 }, { date, sourceKey })
    expect((await ledger(ann(), date)).map(({ metric_key, value }) => [metric_key, value])).toEqual([
      ['calls', 5],
      ['calls', 2],
      ['calls', 2],
      ['visits', 3],
    ])
    expect(await valueOn(ann(), 'calls', date)).toBe(9)
    expect(await valueOn(ann(), 'visits', date)).toBe(3)
  })

  test('the same source key for another day (a line sent again after midnight) changes nothing there', async () => {
    const [date, next] = [DAY.subtract({ days: 16 }), DAY.subtract({ days: 17 })]
    const [sourceKey, other] = [randomUUID(), randomUUID()]
    await add(ann(), { calls: 5 }, { date, sourceKey })
    await add(ann(), { calls: 5 }, { date: next, sourceKey })
    expect(await ledger(ann(), next)).toEqual([])
    expect(await valueOn(ann(), 'calls', next)).toBeUndefined()
    await add(ann(), { calls: 1 }, { date: next, sourceKey: other })
    await add(ann(), { calls: 5, visits: 2 }, { date: next, sourceKey })
    expect(await valueOn(ann(), 'calls', next)).toBe(1)
    expect((await ledger(ann(), next)).map(({ value }) => value)).toEqual([1])
  })

  test('numbers that one form changes refer each to the entry that set it, and a first one to none', async () => {
    const date = DAY.subtract({ days: 18 })
    const [calls, visits, form] = [randomUUID(), randomUUID(), randomUUID()]
    await add(ann(), { calls: 5, visits: 1 }, { date, sourceKey: calls })
    await add(ann(), { visits: 1 }, { date, sourceKey: visits })
    await set(ann(), { calls: 6, visits: 4, proposals: 1 }, { date, sourceKey: form })
    const ofForm = (await ledger(ann(), date)).filter(({ source_id }) => source_id === sourceIdOf(form))
    expect(Object.fromEntries(ofForm.map(({ metric_key, corrects }) => [metric_key, corrects]))).toEqual({
      ...{ calls: sourceIdOf(calls), visits: sourceIdOf(visits), proposals: null },
    })
  })

  test('marks: late, implausible, corrected for the better after the close', async () => {
    const date = DAY.subtract({ days: 14 })
    await set(ann(), { calls: 40, visits: 30 }, { date, implausible: ['visits'] })
    await set(ann(), { calls: 30, visits: 4 }, { date, late: true })
    const before = await dayTotals(database.db, ann().workspaceId, ann().memberId, date)
    expect(before.calls).toEqual({ value: 30, late: true, implausible: false, correctedUp: false })
    expect(before.visits).toEqual({ value: 4, late: true, implausible: false, correctedUp: false })
    await set(ann(), { calls: 31 }, { date, late: true })
    expect((await dayTotals(database.db, ann().workspaceId, ann().memberId, date)).calls!.correctedUp).toBe(
      true,
    )
  })
})

describe('taking back', () => {
  const undo = (sourceKey: string, userId = ann().userId, now = NOON) => {
    const by = team.people.find((person) => person.userId === userId)!
    return inTx((tx) => undoEntries(tx, { source: { sourceKey }, by, now }))
  }

  test('once, by who entered it', async () => {
    const sourceKey = randomUUID()
    await add(ann(), { calls: 7, visits: 1 }, { sourceKey })
    expect(await undo(sourceKey, 'UBea')).toEqual({ ok: false, reason: 'not-yours' })
    expect(await undo(sourceKey)).toMatchObject({ ok: true })
    expect(await valueOn(ann(), 'calls')).toBeUndefined()
    expect(await undo(sourceKey)).toEqual({ ok: false, reason: 'already-undone' })
    expect(await undo('forged')).toEqual({ ok: false, reason: 'unknown' })
  })

  test('other entries stay; an entry before a later set total cannot be undone', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await add(ann(), { calls: 7 }, { sourceKey: first })
    await add(ann(), { calls: 2 }, { sourceKey: second })
    expect(await undo(first)).toMatchObject({ ok: true })
    expect(await valueOn(ann(), 'calls')).toBe(2)
    await set(ann(), { calls: 20 })
    expect(await undo(second)).toEqual({ ok: false, reason: 'changed-since' })
    expect(await valueOn(ann(), 'calls')).toBe(20)
  })

  test('until the end of the next working day', async () => {
    const date = Temporal.PlainDate.from('2026-03-05')
    const sourceKey = randomUUID()
    await add(ann(), { calls: 7 }, { date, sourceKey })
    expect(await undo(sourceKey, ann().userId, Temporal.Instant.from('2026-03-06T23:00:00Z'))).toEqual({
      ok: false,
      reason: 'closed',
    })
    expect(await undo(sourceKey, ann().userId, Temporal.Instant.from('2026-03-06T22:59:00Z'))).toMatchObject({
      ok: true,
    })
  })

  test('a level goes back to the one before', async () => {
    const sourceKey = randomUUID()
    await set(cy(), { customerSatisfaction: 805 })
    await add(cy(), { customerSatisfaction: 700 }, { sourceKey })
    expect(await undo(sourceKey, cy().userId)).toMatchObject({ ok: true })
    expect(await valueOn(cy(), 'customerSatisfaction')).toBe(805)
  })

  test('two undos at once take back once', async () => {
    const sourceKey = randomUUID()
    const date = Temporal.PlainDate.from('2026-03-02')
    await add(ann(), { calls: 3 }, { date })
    await add(ann(), { calls: 7 }, { date, sourceKey })
    const both = await Promise.all([undo(sourceKey), undo(sourceKey)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await valueOn(ann(), 'calls', date)).toBe(3)
  })
})

/** The totals computed from the ledger alone: entries that were not undone, the last of a level, the sum of others. */
async function totalsByLedger(member: Member, date: Temporal.PlainDate): Promise<Record<string, number>> {
  const entries = await ledger(member, date)
  const undone = new Set(entries.filter(({ source }) => source === 'undo').map(({ corrects }) => corrects))
  const totals: Record<string, number> = {}
  for (const { source_id, metric_key, value, source } of entries) {
    if (source === 'undo' || undone.has(source_id)) continue
    const isLevel = metric_key === 'customerSatisfaction'
    totals[metric_key] = isLevel ? value : (totals[metric_key] ?? 0) + value
  }
  return totals
}

const keys = ['renewalsDue', 'orders', 'customerSatisfaction'] as const
const operation = fc.record({
  how: fc.constantFrom('set', 'add', 'undo'),
  values: fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 50 }), { minKeys: 1 }),
  pick: fc.nat({ max: 100 }),
  secondsLater: fc.integer({ min: -5, max: 5 }),
})

async function run(
  date: Temporal.PlainDate,
  operations: readonly (typeof operation extends fc.Arbitrary<infer One> ? One : never)[],
  atOnce: boolean,
) {
  const keysUsed: string[] = []
  const now = date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' }).toInstant()
  const steps = operations.map(({ how, values, pick, secondsLater }) => async () => {
    const at = now.add({ seconds: secondsLater })
    const known = keysUsed[pick % Math.max(keysUsed.length, 1)]
    if (how === 'undo') {
      const by = team.people[2]!
      if (known) await inTx((tx) => undoEntries(tx, { source: { sourceKey: known }, by, now: at }))
      return
    }
    const sourceKey = randomUUID()
    keysUsed.push(sourceKey)
    await (how === 'set' ? set : add)(cy(), values, { date, sourceKey, now: at })
  })
  if (atOnce) await Promise.all(steps.map((step) => step()))
  else for (const step of steps) await step()
  const totals = await dayTotals(database.db, cy().workspaceId, cy().memberId, date)
  const shown = Object.fromEntries(Object.entries(totals).map(([key, { value }]) => [key, value]))
  expect(shown).toEqual(await totalsByLedger(cy(), date))
}

describe('totals match the ledger', () => {
  let date = Temporal.PlainDate.from('2027-01-01')
  const nextDate = () => {
    date = date.add({ days: 1 })
    return date
  }

  test('after any operations in a row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 12 }), (operations) =>
        run(nextDate(), operations, false),
      ),
      { numRuns: 60 },
    )
  })

  test('after any operations at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 2, maxLength: 8 }), (operations) =>
        run(nextDate(), operations, true),
      ),
      { numRuns: 60 },
    )
  })

  test('two submits of the same day at once: the totals are one of the two, never a sum', async () => {
    for (let round = 0; round < 20; round += 1) {
      const day = nextDate()
      await Promise.all([
        set(ann(), { calls: 10, visits: 1 }, { date: day }),
        set(ann(), { visits: 2, calls: 20 }, { date: day }),
      ])
      const pair = [await valueOn(ann(), 'calls', day), await valueOn(ann(), 'visits', day)]
      expect([
        [10, 1],
        [20, 2],
      ]).toContainEqual(pair)
    }
  })

  test('ten adds at once are ten adds', async () => {
    const day = nextDate()
    await Promise.all(Array.from({ length: 10 }, () => add(ann(), { calls: 1, visits: 2 }, { date: day })))
    expect(await valueOn(ann(), 'calls', day)).toBe(10)
    expect(await valueOn(ann(), 'visits', day)).toBe(20)
  })
})

describe('reading periods', () => {
  test('sums, last levels and marks; the same for a member and for the team', async () => {
    const monday = Temporal.PlainDate.from('2026-06-01')
    await set(cy(), { orders: 4, customerSatisfaction: 800 }, { date: monday })
    await set(cy(), { orders: 6, customerSatisfaction: 750 }, { date: monday.add({ days: 2 }), late: true })
    await set(cy(), { orders: 9 }, { date: monday.add({ days: 7 }) })
    const to = monday.add({ days: 6 })
    const expected = { value: 10, late: true, implausible: false, correctedUp: false }
    const own = await periodTotals(database.db, cy().workspaceId, cy().memberId, monday, to)
    expect(own).toEqual({ orders: expected, customerSatisfaction: { ...expected, value: 750 } })
    const whole = await teamTotals(
      database.db,
      team.workspaceId,
      team.teamId,
      { summed: ['orders'], levels: ['customerSatisfaction'] },
      monday,
      to,
    )
    expect(whole.get(cy().memberId)).toEqual(own)
    expect(whole.size).toBe(1)
  })
})
