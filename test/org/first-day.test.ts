// The first day of a team and of a member: what is asked, what can be entered and what can be corrected follow from one rule.
import { beforeEach, describe, expect, test } from 'vitest'
import { openStandupAt } from '../../src/checkins/standup/flows/open-date.ts'
import type { Person } from '../../src/core/person.ts'
import { mayLogNumbers } from '../../src/numbers/domain/permissions.ts'
import { correctNumber } from '../../src/numbers/flows/correct-numbers.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { openLog } from '../../src/numbers/flows/open-log.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { changeMembers } from '../../src/org/flows/change-members.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { waiting } from './due.ts'
import { ann, li, manager, salesWithoutTeams, setUp, stranger } from './people.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
})

/** Li works in Shanghai, Ann in Berlin. */
async function setUpAt(now: string, settings: Partial<TeamSettings> = {}, people = [ann, li]): Promise<void> {
  context.moveTo(now)
  const userIds = people.map(({ userId }) => userId)
  teamId = (await setUp(context, { holidayCountry: null, ...settings }, userIds)).teamId
}

const log = (who: Person, on: string) =>
  logNumbers(context, {
    ...{ who, teamId, date: date(on), values: { calls: 5 }, how: 'add', source: 'form' },
    sourceKey: `test:${who.userId}:${on}`,
  })
const correct = (of: Person, on: string) =>
  correctNumber(context, manager, {
    ...{ userId: of.userId, teamId, date: date(on), metricKey: 'calls', value: 7, reason: 'Forgotten' },
    sourceKey: `correct:${of.userId}:${on}`,
  })
const offered = async (who: Person) => {
  const opened = await openLog(database.db, who, context.clock.now(), { teamId })
  return opened.ok ? opened.form.dates.map(String) : opened.reason
}
const standupOf = async (who: Person) => {
  const [membership] = await membershipsOf(database.db, who, mayLogNumbers, context.clock.now())
  return (await openStandupAt(database.db, membership!, context.clock.now()))?.window.date.toString() ?? null
}

/** Monday 2 March 2026, 14:00 in Shanghai, 7:00 in Berlin. */
const AFTERNOON_IN_SHANGHAI = '2026-03-02T06:00:00Z'

describe.each(['previous', 'same'] as const)(
  'set up at 14:00 in Shanghai, numbers of the %s day',
  (numbersDay) => {
    beforeEach(() => setUpAt(AFTERNOON_IN_SHANGHAI, { numbersDay }))

    test('Berlin is asked today, Shanghai tomorrow', async () => {
      expect(await waiting(context, teamId)).toEqual(['UANN 2026-03-02 08:00Z'])
      expect(await standupOf(li)).toBeNull()
    })

    test('both can enter today’s numbers, in the form and in a line, and the manager can correct them', async () => {
      for (const who of [ann, li]) {
        expect((await offered(who))[0]).toBe('2026-03-02')
        expect(await log(who, '2026-03-02')).toMatchObject({ ok: true })
        expect(await correct(who, '2026-03-02')).toEqual({ ok: true })
      }
    })

    test('a day not entered can be corrected too, and nobody can go further back than the first standup asks', async () => {
      expect(await correct(li, '2026-03-02')).toEqual({ ok: true })
      expect(await log(li, '2026-02-26')).toEqual({ ok: false, reason: 'closed' })
      expect(await correct(li, '2026-02-26')).toEqual({ ok: false, reason: 'not-in-team' })
    })
  },
)

test('a team whose mornings are all over starts tomorrow: no late standup today, but numbers', async () => {
  await setUpAt(AFTERNOON_IN_SHANGHAI, {}, [li])
  expect(await waiting(context, teamId)).toEqual([])
  expect(await standupOf(li)).toBeNull()
  expect(await log(li, '2026-03-02')).toMatchObject({ ok: true })
  context.moveTo('2026-03-02T09:30:00Z')
  expect(await standupOf(li)).toBe('2026-03-03')
})

test('a team set up between prompt and close asks nobody today, and nobody owes a late standup', async () => {
  await setUpAt('2026-03-02T08:30:00Z', {}, [ann])
  expect(await standupOf(ann)).toBeNull()
  context.moveTo('2026-03-02T12:00:00Z')
  expect(await standupOf(ann)).toBeNull()
  expect(await log(ann, '2026-03-02')).toMatchObject({ ok: true })
})

test('who is added to a running team after the close starts tomorrow, and can enter today’s numbers', async () => {
  await setUpAt('2026-03-02T07:00:00Z', {}, [ann])
  context.moveTo('2026-03-02T15:00:00Z')
  await changeMembers(context, manager, teamId, { placed: [stranger.userId], role: 'hunter', removed: [] })
  expect(await standupOf(stranger)).toBeNull()
  expect(await log(stranger, '2026-03-02')).toMatchObject({ ok: true })
  expect(await correct(stranger, '2026-03-02')).toEqual({ ok: true })
})

test('a team set up on a Saturday starts on Monday; what is entered at the weekend counts', async () => {
  await setUpAt('2026-03-07T11:00:00Z')
  for (const who of [ann, li]) {
    expect(await standupOf(who)).toBeNull()
    expect(await log(who, '2026-03-07')).toMatchObject({ ok: true })
    expect(await correct(who, '2026-03-07')).toEqual({ ok: true })
  }
})
