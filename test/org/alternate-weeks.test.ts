// A team that works every other Saturday: whom it asks when, what the streak and the board count, and what forms say.
import { beforeEach, describe, expect, test } from 'vitest'
import { endOfLastWorkedWeek } from '../../src/boards/domain/plan-weekly-board.ts'
import { streakBase } from '../../src/checkins/standup/domain/streak.ts'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { parseSettings } from '../../src/org/db/settings-schema.ts'
import {
  type MemberCalendar,
  nextWorkingDay,
  previousWorkingDay,
  workingFractionsBetween,
} from '../../src/org/domain/calendar.ts'
import { changeExtraDay, loadDays } from '../../src/org/flows/change-extra-days.ts'
import { replanTeam } from '../../src/org/flows/plan-day.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'
import { waiting } from './due.ts'
import { ann, manager, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
let calendar: MemberCalendar
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null, alternateDay: '2026-03-07' })).teamId
  calendar = await calendarOfAnn()
})

async function calendarOfAnn(): Promise<MemberCalendar> {
  const members = await memberOf(context.db, WORKSPACE, ann.userId)
  return (await calendarsOf(context.db, members, date('2026-03-10'))).get(members[0]!.memberId)!
}

describe('a team that works every other Saturday', () => {
  const askedOn = async (saturday: string) => {
    context.moveTo(`${saturday}T05:00:00Z`)
    const ref = { workspaceId: WORKSPACE, teamId }
    await database.db.transaction((tx) => replanTeam(tx, context, ref, date(saturday)))
    return (await waiting(context, teamId)).filter((item) => item.startsWith(`UANN ${saturday}`))
  }

  test('is asked on the Saturday of the long week, and not on that of the short one', async () => {
    expect(await askedOn('2026-03-07')).toEqual(['UANN 2026-03-07 08:00Z'])
    expect(await askedOn('2026-03-14')).toEqual([])
    expect(await askedOn('2026-03-21')).toEqual(['UANN 2026-03-21 08:00Z'])
  })

  test('has the worked Saturday as its last working day, and counts it', () => {
    expect(previousWorkingDay(calendar, date('2026-03-09'))).toEqual(date('2026-03-07'))
    expect(previousWorkingDay(calendar, date('2026-03-16'))).toEqual(date('2026-03-13'))
    expect(nextWorkingDay(calendar, date('2026-03-13'))).toEqual(date('2026-03-16'))
    expect(workingFractionsBetween(calendar, date('2026-03-02'), date('2026-03-15'))).toBe(11)
  })

  test('keeps its streak over the short week and loses it with a missed Saturday', () => {
    const answered = (on: string) => ({ date: date(on), state: 'answered' as const })
    expect(streakBase(calendar, date('2026-03-16'), [answered('2026-03-13')])).toEqual(answered('2026-03-13'))
    expect(streakBase(calendar, date('2026-03-09'), [answered('2026-03-06')])).toBeNull()
  })

  test('has one week for its board, from Monday to Sunday, in both weeks', () => {
    expect(endOfLastWorkedWeek(calendar, date('2026-03-09'))).toEqual(date('2026-03-08'))
    expect(endOfLastWorkedWeek(calendar, date('2026-03-16'))).toEqual(date('2026-03-15'))
  })

  test('sees in /kpi days which Saturday is next, also when one was taken off', async () => {
    const ref = { workspaceId: WORKSPACE, teamId }
    expect((await loadDays(context, ref)).nextAlternate).toEqual(date('2026-03-07'))
    await changeExtraDay(context, manager, teamId, { date: date('2026-03-07'), kind: 'off' })
    expect((await loadDays(context, ref)).nextAlternate).toEqual(date('2026-03-21'))
  })

  test('is not what a team was that was stored before there was a choice', () => {
    const { alternateDay: _, ...older } = testSettings()
    expect(parseSettings(older, teamId).alternateDay).toBeNull()
    expect(() => parseSettings({ ...older, alternateDay: 'Saturday' }, teamId)).toThrow('alternateDay')
  })
})
