// What was on record before a change is kept with the change, so that a past day can be measured as it was.
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { dayHistoriesOf } from '../../src/org/db/day-history.ts'
import { saveExtraDay } from '../../src/org/db/extra-days.ts'
import { endMembers, insertMembers, setLastDay, setRole } from '../../src/org/db/members.ts'
import { saveOwnHolidays } from '../../src/org/db/own-holidays.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { saveSettings, settingsOn } from '../../src/org/db/settings.ts'
import { dayStatus } from '../../src/org/domain/calendar.ts'
import { calendarKnown, type DayHistory, settingsKnown, stateAt } from '../../src/org/domain/day-history.ts'
import { recordHolidays } from '../../src/org/flows/record-holidays.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const instant = Temporal.Instant.from
const MARCH = { from: date('2026-03-01'), to: date('2026-03-31') }
const [BEFORE, CHANGE, AFTER] = ['2026-03-10T08:00Z', '2026-03-10T09:00Z', '2026-03-10T10:00Z'].map(
  instant,
) as [Temporal.Instant, Temporal.Instant, Temporal.Instant]

const database = usesDatabase()
let context: TestContext
let team: SmallTeam
beforeEach(async () => {
  context = testContext(database.db)
  team = await smallTeam(database.db, [{ name: 'Ann' }], { settings: { holidayCountry: 'DE' } })
})

async function history(): Promise<DayHistory> {
  const [ann] = team.members
  const now = await database.db.execute<{ role: 'hunter'; left_on: string | null }>(
    sql`select role, left_on::text from members where member_id = ${ann!.memberId}`,
  )
  const { role, left_on } = now[0]!
  const member = { ...ann!, role, leftOn: left_on === null ? null : date(left_on) }
  return (await dayHistoriesOf(database.db, team.workspaceId, [member], MARCH)).get(ann!.memberId)!
}
const seen = async <T>(read: (history: DayHistory, at: Temporal.Instant) => T): Promise<[T, T]> => {
  const known = await history()
  return [read(known, BEFORE), read(known, AFTER)]
}
const set = { by: 'UBOSS', at: CHANGE }

describe('what held before', () => {
  test('a version of the settings that was replaced before it came into force', async () => {
    const settings = (await settingsOn(database.db, team.workspaceId, team.teamId, date('2026-03-10')))!
    const version = { effectiveFrom: date('2026-03-11'), setBy: 'UBOSS' }
    const early = { ...version, settings: { ...settings, workDays: [1, 2] } }
    await saveSettings(database.db, team, { ...early, setAt: instant('2026-03-10T07:00Z') })
    await saveSettings(database.db, team, {
      ...version,
      settings: { ...settings, workDays: [3, 4] },
      setAt: CHANGE,
    })
    const days = await seen((known, at) => settingsKnown(known, date('2026-03-12'), at).workDays)
    expect(days).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(settingsKnown(await history(), date('2026-03-10'), AFTER).workDays).toEqual([1, 2, 3, 4, 5])
  })

  test('an extra day that was set, changed, and taken away', async () => {
    const day = date('2026-03-20')
    await saveExtraDay(
      database.db,
      team,
      { date: day, kind: 'off' },
      { ...set, at: instant('2026-03-09T09:00Z') },
    )
    await saveExtraDay(database.db, team, { date: day, kind: 'normal' }, set)
    const reasons = await seen((known, at) => dayStatus(calendarKnown(known, at), day).reason)
    expect(reasons).toEqual(['extra-day-off', 'working'])
    expect(dayStatus(calendarKnown(await history(), instant('2026-03-09T08:00Z')), day).reason).toBe(
      'working',
    )
  })

  test('a person’s own holidays', async () => {
    const ann = team.people[0]!
    await saveOwnHolidays(
      database.db,
      ann,
      { from: date('2026-03-10'), place: { country: 'IE', region: null } },
      {
        ...set,
        at: instant('2026-03-10T07:00Z'),
      },
    )
    await saveOwnHolidays(database.db, ann, { from: date('2026-03-10'), place: null }, set)
    // Saint Patrick's Day.
    const reasons = await seen((known, at) => dayStatus(calendarKnown(known, at), date('2026-03-17')).reason)
    expect(reasons).toEqual(['holiday', 'working'])
  })

  test('a role', async () => {
    await setRole(database.db, team, [team.members[0]!.memberId], 'analyst', CHANGE)
    expect(await seen((known, at) => stateAt(known, at).role)).toEqual(['hunter', 'analyst'])
  })

  test('a last day, also where it is moved in the same transaction, and who comes back', async () => {
    const [ann] = team.members
    await endMembers(database.db, team, [{ memberId: ann!.memberId, leftOn: date('2026-03-09') }], CHANGE)
    await setLastDay(database.db, ann!, date('2026-03-10'), CHANGE)
    const left = (known: DayHistory, at: Temporal.Instant) => stateAt(known, at).leftOn?.toString() ?? null
    expect(await seen(left)).toEqual([null, '2026-03-10'])
    const back = instant('2026-03-10T12:00Z')
    await insertMembers(database.db, [{ ...ann!, joinedOn: date('2026-03-11') }], back)
    expect(await seen(left)).toEqual([null, '2026-03-10'])
    expect(left(await history(), back)).toBeNull()
  })

  test('a time zone, and only that of what Slack tells of a person', async () => {
    const [ann] = team.people
    await savePeople(database.db, [{ ...ann!, zone: 'Asia/Tokyo', name: 'Anna' }], CHANGE)
    await savePeople(database.db, [{ ...ann!, zone: 'Asia/Tokyo', name: 'Annie' }], AFTER)
    expect((await history()).zones.map(({ zone, until }) => [zone, until?.toString() ?? null])).toEqual([
      [ann!.zone, CHANGE.toString()],
      ['Asia/Tokyo', null],
    ])
    const kept = await database.db.execute<{ state: unknown }>(
      sql`select state from former_states where workspace_id = ${team.workspaceId} and kind = 'people'`,
    )
    expect(kept.map(({ state }) => state)).toEqual([{ zone: ann!.zone }])
  })
})

describe('an update of the public holidays', () => {
  const day = date('2026-03-10')
  /** As if an earlier release had known a holiday on 10 and 20 March. */
  async function updated(): Promise<void> {
    context.moveTo('2026-03-02T08:00:00Z')
    await recordHolidays(context)
    await database.db.execute(sql`update known_holidays set dates = dates || '{"2026-03-10": "holiday", "2026-03-20": "holiday"}'
      where workspace_id = ${team.workspaceId} and year = 2026`)
    context.moveTo('2026-03-16T08:00:00Z')
    await recordHolidays(context)
  }
  const calendar = async (on: string) =>
    (await calendarsOf(database.db, team.members, date(on))).get(team.members[0]!.memberId)!

  test('changes days ahead, and no day that is over', async () => {
    await updated()
    const known = await calendar('2026-03-18')
    expect([day, date('2026-03-20')].map((one) => dayStatus(known, one).reason)).toEqual([
      'holiday',
      'working',
    ])
    const then = await history()
    const seenAt = (at: string) =>
      [day, date('2026-03-20')].map((one) => dayStatus(calendarKnown(then, instant(at)), one).reason)
    expect(seenAt('2026-03-12T08:00Z')).toEqual(['holiday', 'holiday'])
    expect(seenAt('2026-03-18T08:00Z')).toEqual(['holiday', 'working'])
  })

  test('is written down once, and again only when it changes', async () => {
    await updated()
    const rows = () =>
      database.db.execute<{ count: string }>(
        sql`select count(*) from former_states where workspace_id = ${team.workspaceId}`,
      )
    expect((await rows())[0]!.count).toBe('1')
    context.moveTo('2026-03-18T08:00:00Z')
    await recordHolidays(context)
    expect((await rows())[0]!.count).toBe('1')
  })
})
