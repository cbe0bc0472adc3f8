// The yearly word about public holidays that are not published yet: when a team's manager gets it, and what it says.
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import type { HolidayPlace } from '../../src/org/domain/calendar.ts'
import { HOLIDAY_CHECK, HOLIDAYS_AWAITED } from '../../src/org/domain/next-holidays.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { changeHolidays } from '../../src/org/flows/change-holidays.ts'
import { renderNextHolidays } from '../../src/org/slack/next-holidays.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { planDueItems } from '../../src/schedule/db/due.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { toldByDm } from '../support/told-by-dm.ts'
import { waiting } from './due.ts'

type TestTeam = Awaited<ReturnType<typeof standupTeam>>

const database = usesDatabase()
/** Otherwise the teams of other tests would catch up on years. */
beforeEach(() => database.db.delete(dueItems))

/** A team in Shanghai that works Monday to Friday and starts at nine (01:00 UTC), planned up to the next day. */
async function shanghaiTeam(now: string, settings: Partial<TeamSettings> = {}) {
  const team = await standupTeam(database.db, {
    ...{ zones: { li: 'Asia/Shanghai' }, now },
    settings: { holidayCountry: 'CN', zone: 'Asia/Shanghai', zoneRule: 'team', ...settings },
  })
  const lines: object[] = []
  const log = (of: object, text: string) => void lines.push({ ...of, text })
  team.context.log = { ...team.context.log, info: log, warn: log } as typeof team.context.log
  const people = ['U-boss', 'U-delegate'].map((userId) => testPerson(team.workspaceId, userId))
  await savePeople(database.db, people, team.context.clock.now())
  await team.replan(now.slice(0, 10))
  return { ...team, lines }
}

/** Each day at 10:05 UTC, when the next one is planned, and at 09:01 in Shanghai. */
async function letDaysPass(team: TestTeam, from: string, days: number) {
  for (let day = 0; day < days; day += 1) {
    const date = Temporal.PlainDate.from(from).add({ days: day })
    await team.tickAt(`${date}T01:01:00Z`)
    await team.tickAt(`${date}T10:05:00Z`)
  }
}

async function toldOf(team: TestTeam) {
  const told = (await toldByDm(team.context)).filter(({ key }) => key.includes(team.teamId))
  return told.filter(({ kind }) => kind === 'next-holidays')
}
const whoAndWhat = async (team: TestTeam) =>
  (await toldOf(team)).map(({ userId, key }) => `${userId} ${key.replace(team.teamId, 'team')}`)

const TOLD = ['U-boss holidays-provisional:team:2027']

/** As a version left it that did not know the year 2026 yet. */
const awaited = (team: TestTeam, date: string, kind = HOLIDAYS_AWAITED) =>
  planDueItems(database.db, [
    {
      ...{ workspaceId: team.workspaceId, teamId: team.teamId, memberId: null, kind },
      ...{ dueKey: `${kind}:${team.teamId}:${date}`, date: Temporal.PlainDate.from(date) },
      dueAt: Temporal.Instant.from(`${date}T01:00:00Z`),
    },
  ])

describe('while next year is not published', () => {
  test('the manager is told on the first working day of December, and only then', async () => {
    const team = await shanghaiTeam('2026-11-29T12:00:00Z')
    await letDaysPass(team, '2026-11-30', 1)
    expect(await whoAndWhat(team)).toEqual([])
    await letDaysPass(team, '2026-12-01', 1)
    expect(await whoAndWhat(team)).toEqual(TOLD)
    const before = await team.message(`holidays-provisional:${team.teamId}:2027`)
    await letDaysPass(team, '2026-12-02', 8)
    expect(await whoAndWhat(team)).toEqual(TOLD)
    expect(await team.message(`holidays-provisional:${team.teamId}:2027`)).toEqual(before)
  })

  test('a December that begins on a weekend is told about on the Monday', async () => {
    const team = await shanghaiTeam('2029-11-30T12:00:00Z')
    await letDaysPass(team, '2029-12-01', 2)
    expect(await whoAndWhat(team)).toEqual([])
    await letDaysPass(team, '2029-12-03', 1)
    expect(await whoAndWhat(team)).toEqual(['U-boss holidays-provisional:team:2030'])
  })

  test('the manager is told once, with one line for the operator, after ten days of outage', async () => {
    const team = await shanghaiTeam('2026-11-29T12:00:00Z')
    await team.tickAt('2026-12-10T12:00:00Z')
    expect(await whoAndWhat(team)).toEqual(TOLD)
    expect(team.lines.filter((line) => 'country' in line)).toEqual([
      {
        ...{ country: 'CN', year: 2027, teams: 1 },
        text: 'public holidays are not in this version yet, update once they are published',
      },
    ])
    expect(await waiting(team.context, team.teamId, HOLIDAYS_AWAITED)).toEqual(['team 2026-12-11 01:00Z'])
  })

  test('the manager is told once, however many processes run and however often the team is planned', async () => {
    const team = await shanghaiTeam('2026-11-30T12:00:00Z')
    await team.replan('2026-11-30')
    team.context.moveTo('2026-12-01T01:01:00Z')
    await Promise.all([1, 2, 3].map(() => runDue(team.context, BOT.dueKinds)))
    await team.replan('2026-12-01')
    await letDaysPass(team, '2026-12-01', 2)
    expect(await whoAndWhat(team)).toEqual(TOLD)
    expect((await team.message(`holidays-provisional:${team.teamId}:2027`))?.version).toBe(1)
  })

  test('who stands in is told while the manager is on leave', async () => {
    const team = await shanghaiTeam('2026-11-30T12:00:00Z')
    const { teamId } = team
    await database.db.update(teams).set({ delegateUserId: 'U-delegate' }).where(eq(teams.teamId, teamId))
    await team.leave('U-boss', '2026-12-01')
    await letDaysPass(team, '2026-12-01', 1)
    expect(await whoAndWhat(team)).toEqual(['U-delegate holidays-provisional:team:2027'])
  })

  test('a paused team hears nothing until it goes on', async () => {
    const team = await shanghaiTeam('2026-11-30T12:00:00Z')
    const archive = (archivedAt: Temporal.Instant | null) =>
      database.db.update(teams).set({ archivedAt }).where(eq(teams.teamId, team.teamId))
    await archive(team.context.clock.now())
    await letDaysPass(team, '2026-12-01', 3)
    expect(await whoAndWhat(team)).toEqual([])
    await archive(null)
    await team.replan('2026-12-03')
    await letDaysPass(team, '2026-12-04', 1)
    expect(await whoAndWhat(team)).toEqual(TOLD)
  })
})

describe('nothing is said and nothing is due', () => {
  test.each(['TW', 'US', 'DE', null])(
    'where the days are known, or none are kept: %s',
    async (holidayCountry) => {
      const team = await shanghaiTeam('2026-11-29T12:00:00Z', { holidayCountry })
      await letDaysPass(team, '2026-11-30', 5)
      expect(await whoAndWhat(team)).toEqual([])
      for (const kind of [HOLIDAY_CHECK, HOLIDAYS_AWAITED])
        expect(await waiting(team.context, team.teamId, kind)).toEqual([])
    },
  )

  test('in a year whose next one was published in time', async () => {
    const team = await shanghaiTeam('2025-11-30T12:00:00Z')
    await letDaysPass(team, '2025-12-01', 3)
    expect(await whoAndWhat(team)).toEqual([])
  })

  test('about a year that was over when the app ran again', async () => {
    const team = await shanghaiTeam('2028-03-01T12:00:00Z')
    for (const kind of [HOLIDAY_CHECK, HOLIDAYS_AWAITED]) await awaited(team, '2026-12-01', kind)
    await team.tickAt('2028-03-01T12:01:00Z')
    expect(await whoAndWhat(team)).toEqual([])
    expect(await waiting(team.context, team.teamId, HOLIDAYS_AWAITED)).toEqual([])
  })

  test('about the holidays that a single member keeps: the team’s country counts', async () => {
    const team = await shanghaiTeam('2026-11-30T12:00:00Z', { holidayCountry: 'TW' })
    const china: HolidayPlace = { country: 'CN', region: null }
    expect(await changeHolidays(team.context, team.person('li'), 'U-li', china)).toMatchObject({ ok: true })
    await letDaysPass(team, '2026-12-01', 2)
    expect(await whoAndWhat(team)).toEqual([])
  })
})

describe('when a later version knows the year', () => {
  test('the manager is told once, with how many of the team’s dates changed', async () => {
    const team = await shanghaiTeam('2025-12-02T12:00:00Z')
    await awaited(team, '2025-12-03')
    await letDaysPass(team, '2025-12-03', 4)
    expect(await whoAndWhat(team)).toEqual(['U-boss holidays-published:team:2026'])
    const [told] = await toldOf(team)
    // Off: Jan 2, Feb 20 and 23, Apr 6, May 4 and 5, Oct 5 to 7. Worked: Jan 4, Feb 14 and 28, May 9, Sep 20, Oct 10.
    expect(told?.message.text).toContain(
      'The 2026 public holidays of China are in. 15 dates changed for your team.',
    )
    expect(await waiting(team.context, team.teamId, HOLIDAYS_AWAITED)).toEqual([])
  })

  test('a team that keeps another country’s holidays by then hears nothing', async () => {
    const team = await shanghaiTeam('2025-12-02T12:00:00Z', { holidayCountry: 'SG' })
    await awaited(team, '2025-12-03')
    await letDaysPass(team, '2025-12-03', 1)
    expect(await whoAndWhat(team)).toEqual([])
  })

  test('until then it is looked for on each working day, up to the next December', async () => {
    const team = await shanghaiTeam('2027-11-28T12:00:00Z')
    await awaited(team, '2027-11-29')
    await letDaysPass(team, '2027-11-29', 1)
    expect(await waiting(team.context, team.teamId, HOLIDAYS_AWAITED)).toEqual(['team 2027-11-30 01:00Z'])
    await team.tickAt('2027-11-30T01:01:00Z')
    expect(await waiting(team.context, team.teamId, HOLIDAYS_AWAITED)).toEqual([])
    await letDaysPass(team, '2027-11-30', 2)
    expect(await whoAndWhat(team)).toEqual(['U-boss holidays-provisional:team:2028'])
  })
})

describe.each(LOCALES)('in %s', (locale) => {
  test.each([null, 0, 1, 15])('the message is short, and Slack takes it: changed %s', (changed) => {
    const team = { teamName: '<!channel> *N* &'.repeat(20), channelId: 'C1', managerUserId: 'UMARA' }
    const facts = { kind: 'next-holidays', ...team, country: 'CN', year: 2027, changed } as const
    const message = renderNextHolidays(facts, BOT.translator(locale))
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!channel>')
    expect(message.text).toContain('2027')
    expect(message.text).toMatch(/`\/kpi (days|工作日)`/)
    if (changed) expect(message.text).toContain(String(changed))
  })
})
