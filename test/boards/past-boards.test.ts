// Points and roles that are changed touch no board of a day that is over.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { pointStretches } from '../../src/boards/domain/points-then.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { adoptMetrics } from '../../src/numbers/db/catalogue.ts'
import { roleMetrics } from '../../src/numbers/db/metrics.sql.ts'
import { saveMetric } from '../../src/numbers/db/metrics.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { setRole } from '../../src/org/db/members.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const instant = Temporal.Instant.from

const database = usesDatabase()
let team: SmallTeam
/** Ann makes 10 calls on each day of the week, of a point each; Eve has another role. */
beforeEach(async () => {
  team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Eve', role: 'account-manager' }], {
    settings: { measure: { kind: 'points' } },
  })
  for (const day of ['02', '03', '04', '05', '06']) await enter(`2026-03-${day}`)
})

const enter = (day: string, values: Record<string, number> = { calls: 10 }, metrics = team.metrics) =>
  database.db.transaction((tx) =>
    recordDay(tx, {
      ...{ ...team.members[0]!, date: date(day), values, metrics },
      ...{ source: 'form', sourceKey: randomUUID(), enteredBy: 'UAnn', now: instant(`${day}T16:00:00Z`) },
      ...{ late: false, implausible: [] },
    }),
  )

async function board(period: 'day' | 'week', day: string): Promise<[string, string, number][]> {
  const { workspaceId, teamId } = team
  const facts = await computeBoard(database.db, { workspaceId, teamId, period, date: date(day) })
  return facts!.board.ranked.map(({ userId, role, value }) => [userId, role, value])
}

const callsEarn = (points: number, at: string) => {
  const { label, plausibleMin, plausibleMax } = team.metrics.find(({ key }) => key === 'calls')!
  return saveMetric(database.db, team, 'calls', { label, plausibleMin, plausibleMax, points }, instant(at))
}

test('changed points count from the next day on, within a week too', async () => {
  await callsEarn(3, '2026-03-04T12:00:00Z')
  expect(await board('day', '2026-03-03')).toEqual([['UAnn', 'hunter', 10]])
  expect(await board('day', '2026-03-04')).toEqual([['UAnn', 'hunter', 10]])
  expect(await board('day', '2026-03-05')).toEqual([['UAnn', 'hunter', 30]])
  // Three days at a point, two at three.
  expect(await board('week', '2026-03-06')).toEqual([['UAnn', 'hunter', 90]])
  await callsEarn(0, '2026-03-05T12:00:00Z')
  expect(await board('week', '2026-03-06')).toEqual([['UAnn', 'hunter', 60]])
})

test('a level that was reported before points were changed counts on', async () => {
  const [, eve] = team.members
  const satisfaction = team.metrics.find(({ key }) => key === 'customerSatisfaction')!
  const earn = (points: number, at: string) =>
    saveMetric(database.db, team, satisfaction.key, { ...satisfaction, points }, instant(at))
  await earn(2, '2026-02-27T12:00:00Z')
  await database.db.transaction((tx) =>
    recordDay(tx, {
      ...{ ...eve!, date: date('2026-03-03'), values: { customerSatisfaction: 80 * 10 } },
      ...{ metrics: team.metrics, source: 'form', sourceKey: randomUUID(), enteredBy: 'UEve' },
      ...{ now: instant('2026-03-03T16:00:00Z'), late: false, implausible: [] },
    }),
  )
  const ofEve = async () => (await board('week', '2026-03-06')).find(([userId]) => userId === 'UEve')
  expect(await ofEve()).toEqual(['UEve', 'account-manager', 160])
  await callsEarn(3, '2026-03-04T12:00:00Z')
  expect(await ofEve()).toEqual(['UEve', 'account-manager', 160])
  await earn(3, '2026-03-05T12:00:00Z')
  expect(await ofEve()).toEqual(['UEve', 'account-manager', 240])
})

test('parts of points are added up before they are rounded', async () => {
  const hours: Metric = { ...team.metrics.find(({ key }) => key === 'calls')!, key: 'hours', decimals: 1 }
  await adoptMetrics(database.db, team, [hours])
  const { workspaceId, teamId } = team
  const place = { workspaceId, teamId, role: 'hunter', metricKey: 'hours', position: 90 }
  await database.db.insert(roleMetrics).values(place)
  // Half an hour and no call on each of five days: two and a half points, of which two are whole.
  for (const day of ['02', '03', '04', '05', '06'])
    await enter(`2026-03-${day}`, { calls: 0, hours: 5 }, [...team.metrics, hours])
  expect(await board('week', '2026-03-06')).toEqual([['UAnn', 'hunter', 2]])
  // One day, three days, one day: rounding each stretch would leave a single point.
  await callsEarn(3, '2026-03-02T12:00:00Z')
  await callsEarn(4, '2026-03-05T12:00:00Z')
  expect(await board('week', '2026-03-06')).toEqual([['UAnn', 'hunter', 2]])
})

test('the same points saved again are no change', async () => {
  await callsEarn(1, '2026-03-04T12:00:00Z')
  await callsEarn(3, '2026-03-09T12:00:00Z')
  expect(await board('week', '2026-03-06')).toEqual([['UAnn', 'hunter', 50]])
})

test('a changed role leaves the boards of the days before', async () => {
  const [ann] = team.members
  await setRole(database.db, team, [ann!.memberId], 'account-manager', instant('2026-03-05T12:00:00Z'))
  expect(await board('day', '2026-03-04')).toEqual([['UAnn', 'hunter', 10]])
  await setRole(database.db, team, [ann!.memberId], 'hunter', instant('2026-03-09T12:00:00Z'))
  expect(await board('day', '2026-03-04')).toEqual([['UAnn', 'hunter', 10]])
})

describe('stretches', () => {
  const former = (points: number, until: string) => ({ metricKey: 'calls', points, until: date(until) })
  const week = { from: date('2026-03-02'), to: date('2026-03-06') }
  const calls = { key: 'calls', points: 9 } as Parameters<
    ReturnType<typeof pointStretches>[0]['withPoints']
  >[0]
  test.each<[string, ReturnType<typeof former>[], string[]]>([
    ['nothing changed', [], ['02–06: 9']],
    ['changed before', [former(1, '2026-02-27')], ['02–06: 9']],
    ['changed afterwards', [former(1, '2026-03-09')], ['02–06: 1']],
    ['changed on the last day', [former(1, '2026-03-06')], ['02–06: 1']],
    [
      'changed twice',
      [former(1, '2026-03-02'), former(4, '2026-03-04')],
      ['02–02: 1', '03–04: 4', '05–06: 9'],
    ],
    ['changed twice on a day', [former(1, '2026-03-03'), former(4, '2026-03-03')], ['02–03: 1', '04–06: 9']],
  ])('%s', (_, changes, expected) => {
    const found = pointStretches(changes, week).map(
      ({ from, to, withPoints }) =>
        `${String(from.day).padStart(2, '0')}–${String(to.day).padStart(2, '0')}: ${withPoints(calls).points}`,
    )
    expect(found).toEqual(expected)
  })
})

test('who was away for most of a year is not ranked in it, however long ago that was', async () => {
  await takeLeave(database.db, team.members[0]!, '2026-01-12', '2026-09-30')
  const { workspaceId, teamId } = team
  const request = { workspaceId, teamId, period: 'year', date: date('2026-11-20') } as const
  const { ranked, notRanked } = (await computeBoard(database.db, request))!.board
  expect(ranked).toEqual([])
  expect(notRanked).toContainEqual(expect.objectContaining({ userId: 'UAnn', reason: 'away', kept: 50 }))
})
