// Somebody who works in another country than the team keeps that country's public holidays: asked, counted and named by them.
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { factsOfMember } from '../../src/checkins/standup/db/standup-facts.ts'
import type { StandupSummaryFacts } from '../../src/checkins/standup/domain/message-facts.ts'
import { streakBase } from '../../src/checkins/standup/domain/streak.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { loadMembers } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { dayStatus, type HolidayPlace, type MemberCalendar } from '../../src/org/domain/calendar.ts'
import { presenceCounter } from '../../src/org/domain/presence.ts'
import { changeHolidays, loadHolidays } from '../../src/org/flows/change-holidays.ts'
import { renderHolidaysChanged } from '../../src/org/slack/holidays-changed.ts'
import { holidaysView, readHolidays } from '../../src/org/slack/holidays-form.ts'
import { standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { toldByDm } from '../support/told-by-dm.ts'
import { waiting } from './due.ts'

const date = Temporal.PlainDate.from
const USA = { country: 'US', region: 'US-NY' }
const NEW_YORK = { country: 'US', region: 'NY' }

const database = usesDatabase()
let team: Awaited<ReturnType<typeof standupTeam>>
let boss: ReturnType<typeof testPerson>

/** A German team on the Tuesday before Thanksgiving, which is Thursday 26 November 2026. */
beforeEach(async () => {
  team = await standupTeam(database.db, {
    zones: { ana: 'Europe/Berlin', kim: 'America/New_York' },
    now: '2026-11-24T20:00:00Z',
    settings: { holidayCountry: 'DE' },
  })
  boss = testPerson(team.workspaceId, 'U-boss')
  await savePeople(database.db, [boss], team.context.clock.now())
})

const set = (who: ReturnType<typeof testPerson>, name: string, place: HolidayPlace | null) =>
  changeHolidays(team.context, who, `U-${name}`, place)

async function calendarOf(name: string, on = '2026-11-26'): Promise<MemberCalendar> {
  const memberId = team.memberId(name)
  const members = await loadMembers(database.db, [{ workspaceId: team.workspaceId, memberId }])
  return (await calendarsOf(database.db, [...members.values()], date(on))).get(memberId)!
}

describe('a member in New York of a German team, on Thanksgiving', () => {
  test('is not asked, is not missing, and is named as away for the holiday', async () => {
    expect(await set(boss, 'kim', NEW_YORK)).toEqual({ ok: true, from: date('2026-11-24') })
    await team.tickAt('2026-11-25T10:00:00Z')
    await team.replan('2026-11-26')
    const asked = await waiting(team.context, team.teamId)
    expect(asked.filter((item) => item.includes('2026-11-26'))).toEqual(['U-ana 2026-11-26 08:00Z'])
    for (const at of ['08:01', '10:01', '16:30']) await team.tickAt(`2026-11-26T${at}:00Z`)
    const facts = (await team.facts(`summary:${team.teamId}:2026-11-26`)) as unknown as StandupSummaryFacts
    expect(facts.missing).toEqual(['ana'])
    expect(facts.away).toEqual([{ name: 'kim', reason: 'holiday' }])
  })

  test('without a choice is asked like everybody else', async () => {
    await team.tickAt('2026-11-25T10:00:00Z')
    await team.replan('2026-11-26')
    const asked = await waiting(team.context, team.teamId)
    expect(asked).toContain('U-kim 2026-11-26 14:00Z')
  })

  test('works on the German holidays instead, and the team’s own days stay', async () => {
    await set(team.person('kim'), 'kim', NEW_YORK)
    const kim = await calendarOf('kim')
    expect(dayStatus(kim, date('2026-12-25')).reason).toBe('holiday')
    // The second day of Christmas is German; in 2026 it is a Saturday, in 2028 a Tuesday.
    expect(dayStatus(kim, date('2028-12-26')).reason).toBe('working')
    expect(dayStatus(await calendarOf('ana'), date('2028-12-26')).reason).toBe('holiday')
    const outing = { ...kim, extraDays: { '2026-11-30': 'off' as const } }
    expect(dayStatus(outing, date('2026-11-30')).reason).toBe('extra-day-off')
  })

  test('keeps the streak over the holiday, and no presence is lost by it', async () => {
    await set(team.person('kim'), 'kim', NEW_YORK)
    const kim = await calendarOf('kim')
    const wednesday = { date: date('2026-11-25'), state: 'answered' as const }
    expect(streakBase(kim, date('2026-11-27'), [wednesday])).toEqual(wednesday)
    const presenceOf = presenceCounter(date('2026-11-23'), date('2026-11-27'))
    expect(presenceOf(kim)).toEqual({ present: 4, possible: 4 })
    expect(presenceOf(await calendarOf('ana'))).toEqual({ present: 5, possible: 5 })
  })

  test('has the same calendar where a standup is decided', async () => {
    await set(boss, 'kim', NEW_YORK)
    const ref = { workspaceId: team.workspaceId, memberId: team.memberId('kim') }
    const facts = await factsOfMember(database.db, ref, date('2026-11-27'))
    expect(await calendarOf('kim', '2026-11-27')).toMatchObject(facts!.calendar)
  })
})

describe('the choice', () => {
  test('holds from today on: the past is measured as it was', async () => {
    await set(boss, 'kim', NEW_YORK)
    const kim = await calendarOf('kim')
    // Veterans Day was before the choice, All Saints' is no holiday of the whole of Germany.
    expect(dayStatus(kim, date('2026-11-11')).reason).toBe('working')
    team.context.moveTo('2026-12-01T12:00:00Z')
    await set(boss, 'kim', null)
    const again = await calendarOf('kim')
    expect(dayStatus(again, date('2026-11-26')).reason).toBe('holiday')
    expect(dayStatus(again, date('2027-11-25')).reason).toBe('working')
  })

  test('is for oneself and for the manager of the home team', async () => {
    const outsider = testPerson(team.workspaceId, 'U-outsider')
    const elsewhere = { ...boss, workspaceId: 'T-other' }
    for (const who of [team.person('ana'), outsider, elsewhere])
      expect(await set(who, 'kim', NEW_YORK)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await set(boss, 'outsider', NEW_YORK)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await set(team.person('kim'), 'kim', NEW_YORK)).toMatchObject({ ok: true })
    expect(await loadHolidays(team.context, team.person('kim'), team.teamId)).toBeNull()
    expect((await loadHolidays(team.context, boss, team.teamId))!.own).toEqual([
      { userId: 'U-kim', place: NEW_YORK },
    ])
  })

  test('is audited and told to the other of the two, once', async () => {
    await set(boss, 'kim', NEW_YORK)
    await set(boss, 'kim', NEW_YORK)
    await set(team.person('kim'), 'kim', null)
    const events = await database.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.workspaceId, team.workspaceId), eq(auditEvents.kind, 'holidays-changed')))
    expect(events.map(({ actorUserId, before, after }) => [actorUserId, before, after])).toEqual([
      ['U-boss', null, NEW_YORK],
      ['U-kim', NEW_YORK, null],
    ])
    const told = (await toldByDm(team.context)).filter(({ kind }) => kind === 'holidays-changed')
    const here = told.filter(({ key }) => key.startsWith('holidays:U-kim:2026-11-24T20:00:00Z'))
    const said = here.map(({ userId, message }) => `${userId} ${message.text.split('\n')[0]}`)
    expect(said).toContain(
      'U-kim <@U-boss> set which public holidays you have off, from Tue, Nov 24: United States · New York',
    )
    expect(said).toContain(
      'U-boss <@U-kim> set which public holidays they have off, from Tue, Nov 24: the team’s',
    )
  })
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  const germany = { country: 'DE', region: 'BY' }
  const facts = {
    teamId: crypto.randomUUID(),
    teamPlace: germany,
    own: [{ userId: 'UKIM', place: NEW_YORK }],
  }

  test('the form is a form, also with everybody elsewhere, and offers regions once the country is saved', () => {
    const everybody = Array.from({ length: 200 }, (_, n) => ({ userId: `U00000000${n}`, place: NEW_YORK }))
    const own = { ...facts, teamId: null }
    expect(checkView(holidaysView({ ...facts, own: everybody }, 'UMARA', t))).toEqual([])
    expect(checkView(holidaysView(own, 'UKIM', t))).toEqual([])
    const saved = { userId: 'UKIM', place: { country: 'CA', region: null }, note: 'ok' }
    const view = holidaysView(facts, 'UMARA', t, saved)
    expect(checkView(view)).toEqual([])
    const state = filled(stateOf(view), { region: { selected_option: { value: 'QC' } } })
    const place = { country: 'CA', region: 'QC' }
    expect(readHolidays(state, null, t)).toEqual({ ok: true, userId: 'UKIM', place })
  })

  test('what is not offered is not taken', () => {
    const state = stateOf(holidaysView({ ...facts, teamId: null }, 'UKIM', t))
    const choose = (value: string) => filled(state, { country: { selected_option: { value } } })
    expect(readHolidays(choose('team'), 'UKIM', t)).toMatchObject({ place: null })
    expect(readHolidays(choose('none'), 'UKIM', t)).toMatchObject({ place: { country: null, region: null } })
    expect(readHolidays(choose('XX'), 'UKIM', t)).toMatchObject({ ok: false })
    expect(readHolidays(stateOf(holidaysView(facts, 'UMARA', t)), null, t)).toMatchObject({ ok: false })
  })

  test.each([true, false])('the message is a message, own %s', (own) => {
    for (const place of [null, { country: null, region: null }, NEW_YORK, USA]) {
      const team = { teamName: '<!channel> *N* &', channelId: 'C1', managerUserId: 'UMARA' }
      const said = { userId: 'UKIM', byUserId: 'UMARA', from: date('2026-11-24'), own, place }
      const message = renderHolidaysChanged({ kind: 'holidays-changed', ...team, ...said }, t)
      expect(checkMessage(message)).toEqual([])
      expect(JSON.stringify(message)).not.toContain('<!channel>')
    }
  })
})
