// A target that is set lower is no answer to a warning unless somebody sets it who stands above: it goes on by the one before, and says so.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { loweredTarget, type TargetChange } from '../../src/warnings/domain/kept-target.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { day } from '../checkins/standup/team.ts'
import { usesDatabase } from '../support/database.ts'
import { bothBehind } from './both-behind.ts'
import { DRAFT } from './warning-team.ts'

const openedAt = Temporal.Instant.from('2026-03-10T08:00:00Z')
const leads = { inTeam: ['boss', 'deputy'], above: ['director', 'chief'] }
const set = (value: number, setBy: string, hours: number): TargetChange => ({
  ...{ value, setBy, setAt: openedAt.add({ hours }) },
})
const first = set(60, 'boss', -100)
const of = (changes: readonly TargetChange[], peak: Level = 'red', more: object = {}) =>
  loweredTarget(changes, { openedAt, peak }, { leads, rep: 'rep', metric: { higherIsBetter: true }, ...more })

test.each<[string, readonly TargetChange[], number | null]>([
  ['nothing was set since', [first], null],
  ['the manager has lowered it before the warning opened', [first, set(40, 'boss', -1)], null],
  ['the manager lowers it', [first, set(40, 'boss', 1)], 60],
  ['the delegate lowers it', [first, set(40, 'deputy', 1)], 60],
  ['the director lowers it', [first, set(40, 'director', 1)], null],
  ['the manager raises it', [first, set(80, 'boss', 1)], null],
  ['the manager raises it, and lowers it again', [first, set(80, 'boss', 1), set(60, 'boss', 2)], null],
  ['the director agrees to what the manager has set', [first, set(40, 'boss', 1), set(40, 'chief', 2)], null],
  ['the manager goes below the director', [first, set(50, 'director', 1), set(40, 'boss', 2)], 50],
  ['it is set to nothing', [first, set(0, 'boss', 1)], 60],
])('an urgent warning: %s', (_what, changes, before) => expect(of(changes)?.before ?? null).toBe(before))

test.each([
  { what: 'an early sign is the manager’s to judge', peak: 'blue', by: 'boss', is: null },
  { what: 'but not the one’s whom it is about', peak: 'blue', by: 'rep', is: 60 },
  { what: 'a warning is not the manager’s', peak: 'yellow', by: 'boss', is: 60 },
  { what: 'nobody judges their own', peak: 'red', by: 'director', rep: 'director', is: 60 },
  { what: 'a cost is easier when it is higher', by: 'boss', value: 90, cost: true, is: 60 },
  { what: 'and harder when it is lower', by: 'boss', cost: true, is: null },
  { what: 'where nobody stands above, what is set counts', by: 'boss', above: [], is: null },
])('$what', ({ peak = 'red', by, value = 40, rep = 'rep', cost = false, above = leads.above, is }) => {
  const more = { rep, metric: { higherIsBetter: !cost }, leads: { ...leads, above } }
  expect(of([first, set(value, by, 1)], peak as Level, more)?.before ?? null).toBe(is)
})

test('whatever is set below, it is never measured by less than what was last agreed to; what is set above counts at once', () => {
  const change = fc.record({
    value: fc.integer({ min: 0, max: 100 }),
    setBy: fc.constantFrom('boss', 'deputy', 'rep', 'director', 'chief'),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (later) => {
      const changes = [first, ...later.map((one, hours) => set(one.value, one.setBy, hours + 1))]
      const agreed = changes.findLast(({ setBy }, index) => index === 0 || leads.above.includes(setBy))!
      const last = changes.at(-1)!
      const measured = of(changes)?.before ?? last.value
      expect(measured).toBe(Math.max(agreed.value, last.value))
    }),
  )
})

const database = usesDatabase()

test('a manager who lowers the target does not end a warning; the director who does, does', async () => {
  const { team, boss, director, asks } = await bothBehind(database.db)
  const { context, teamId } = team
  const month = {
    teamId,
    metricKey: 'calls',
    period: targetPeriod('month', day('2026-03-06'), 1),
    userId: null,
  }
  const lower = async (who: typeof boss, value: number, version: number) =>
    expect(
      await setTarget(
        context,
        who,
        { ...month, draft: { ...DRAFT, value, reason: 'Agreed' } },
        { version, sourceKey: `${value}` },
      ),
    ).toMatchObject({ ok: true })
  context.moveTo('2026-03-06T09:00:00Z')
  await lower(boss, 80, 1)
  await team.tickAt('2026-03-06T10:05:00Z')
  const [ben] = (await team.open()).filter(({ memberId }) => memberId === team.memberId('ben'))
  expect(ben?.episode).toMatchObject({ state: 'open', level: 'red' })
  expect(ben?.evidence).toMatchObject({ target: 220, lowered: { before: 220, now: 40, by: 'U-boss' } })
  expect(await team.events()).toContain('target-lowered')
  const { text } = await asks(boss)
  expect(text).toContain('Measured by 220 as before: <@U-boss> has set the target to 40')
  // It is said once.
  const said = await team.events()
  await team.mornings('2026-03-09', '2026-03-09')
  expect((await team.events()).filter((reason) => reason === 'target-lowered')).toEqual(
    said.filter((reason) => reason === 'target-lowered'),
  )
  await lower(director, 40, 2)
  await team.tickAt('2026-03-10T08:00:00Z')
  expect((await team.open()).filter(({ memberId }) => memberId === team.memberId('ben'))).toEqual([])
  expect(await team.events()).toContain('recovered')
})
