// A score is the same whenever it is computed: what is changed afterwards touches no score that was shown before.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { correctNumber } from '../../src/numbers/flows/correct-numbers.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { undoAndAnnounce } from '../../src/numbers/flows/undo-activity.ts'
import { saveExtraDay } from '../../src/org/db/extra-days.ts'
import { insertLeave, saveLeaveCancellation } from '../../src/org/db/leaves.ts'
import { endMembers, setRole } from '../../src/org/db/members.ts'
import { saveOwnHolidays } from '../../src/org/db/own-holidays.ts'
import { findPerson, savePeople } from '../../src/org/db/people.ts'
import { saveSettings, settingsNow } from '../../src/org/db/settings.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { type Score, scoresAsOf } from '../../src/targets/flows/scores-as-of.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { saidOnEveryScreen } from './every-screen.ts'

const DAYS = { by: 'days', weights: null } as const

const date = Temporal.PlainDate.from

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

interface World {
  team: SmallTeam
  boss: Person
  ann: Person
  leaves: string[]
  sources: string[]
}

/** A number below `size` out of the step's own dice. */
type Dice = (size: number) => number

const now = () => context.clock.now()
const today = () => now().toZonedDateTimeISO('Europe/Berlin').toPlainDate()

async function setCalls({ team, boss }: World, dice: Dice): Promise<void> {
  const kind = dice(3) === 0 ? 'quarter' : 'month'
  const period = targetPeriod(kind, today(), 1)
  const draft = { value: 60 + dice(400), split: 'equal', weights: new Map(), byHand: null } as const
  const monthWeights = kind === 'quarter' && dice(2) === 0 ? [20, 30, 50] : null
  const userId = dice(3) === 0 ? 'UAnn' : null
  const request = { teamId: team.teamId, metricKey: 'calls', period, userId }
  const wanted = {
    ...request,
    draft: {
      ...{ ...draft, role: null, monthsByHand: null, reason: 'New' },
      time: userId || !monthWeights ? DAYS : { by: 'weights' as const, weights: monthWeights },
    },
  }
  for (let version = 0; version < 30; version += 1) {
    const saved = await setTarget(context, boss, wanted, { version, sourceKey: randomUUID() })
    if (saved.ok || saved.reason !== 'changed-since') return
  }
}

async function changeSettings({ team }: World, settings: Partial<TeamSettings>): Promise<void> {
  const current = (await settingsNow(context.db, team, now()))!
  await saveSettings(context.db, team, {
    ...{ effectiveFrom: today().add({ days: 1 }), setBy: 'UBOSS', setAt: now() },
    settings: { ...current, ...settings },
  })
}

async function takeLeave(world: World, dice: Dice): Promise<void> {
  const leaveId = randomUUID()
  const from = today().add({ days: dice(12) - 5 })
  const part = (['whole', 'morning'] as const)[dice(2)]!
  const leave = {
    leaveId,
    userId: 'UAnn',
    from,
    to: from.add({ days: part === 'whole' ? dice(4) : 0 }),
    part,
  }
  await insertLeave(
    context.db,
    world.team.workspaceId,
    { ...leave, kind: 'annual' },
    { by: 'UAnn', at: now() },
  )
  world.leaves.push(leaveId)
}

const STEPS: Record<string, (world: World, dice: Dice) => Promise<unknown>> = {
  target: setCalls,
  numbers: async ({ team, ann, sources }, dice) => {
    const sourceKey = `line:${randomUUID()}`
    sources.push(sourceKey)
    const of = { who: ann, teamId: team.teamId, date: today().subtract({ days: dice(2) }) }
    await logNumbers(context, {
      ...of,
      values: { calls: dice(30) },
      how: 'add',
      source: 'command',
      sourceKey,
    })
  },
  undo: async ({ ann, sources }) =>
    undoAndAnnounce(context, ann, { sourceKey: sources.pop() ?? 'line:none' }),
  correction: async ({ team, boss }, dice) =>
    correctNumber(context, boss, {
      ...{
        userId: 'UAnn',
        teamId: team.teamId,
        date: today().subtract({ days: 1 + dice(10) }),
        metricKey: 'calls',
      },
      ...{ value: dice(40), reason: 'Counted again', sourceKey: randomUUID() },
    }),
  leave: takeLeave,
  'leave taken back': async ({ team, leaves }) => {
    const leaveId = leaves.pop()
    if (leaveId) await saveLeaveCancellation(context.db, team.workspaceId, leaveId, { by: 'UAnn', at: now() })
  },
  week: (world, dice) =>
    changeSettings(world, {
      workDays: [
        [1, 2, 3, 4, 5],
        [2, 3, 4, 5, 6],
        [1, 2, 4],
      ][dice(3)]!,
    }),
  rhythm: (world, dice) =>
    changeSettings(world, {
      numbersDay: (['previous', 'same'] as const)[dice(2)]!,
      closeAfterMinutes: 60 + dice(400),
    }),
  country: (world, dice) => changeSettings(world, { holidayCountry: ['DE', 'CN', null][dice(3)]! }),
  'extra day': ({ team }, dice) =>
    saveExtraDay(
      context.db,
      team,
      { date: today().add({ days: dice(10) }), kind: (['on', 'off', 'normal'] as const)[dice(3)]! },
      { by: 'UBOSS', at: now() },
    ),
  'own holidays': ({ ann }, dice) =>
    saveOwnHolidays(
      context.db,
      ann,
      { from: today(), place: [{ country: 'IE', region: null }, null][dice(2)]! },
      { by: 'UAnn', at: now() },
    ),
  role: ({ team }, dice) =>
    setRole(
      context.db,
      team,
      [team.members[0]!.memberId],
      (['hunter', 'account-manager'] as const)[dice(2)]!,
      now(),
    ),
  zone: ({ ann }, dice) =>
    savePeople(
      context.db,
      [{ ...ann, zone: ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'][dice(3)]! }],
      now(),
    ),
}

const shownOf = ({ metric, period, part, through, progress, shares }: Score) => ({
  ...{ metric: metric.key, period: `${period.kind} ${period.from}`, version: part.version, progress },
  ...{ through: through?.toString() ?? null, shares: shares.map((one) => `${one.date} ${one.through}`) },
})

async function shown({ team, ann }: World) {
  const person = (await findPerson(context.db, team.workspaceId, ann.userId))!
  const [membership] = await membershipsOf(context.db, person, maySeeOwnTargets, now())
  return membership ? (await ownTargets(context.db, membership, now())).map(shownOf) : null
}

const asOf = async ({ team }: World, at: Temporal.Instant) => {
  const ref = { workspaceId: team.workspaceId, memberId: team.members[0]!.memberId }
  return (await scoresAsOf(context.db, ref, at))!.map(shownOf)
}

/** Counts what was compared. */
async function agreesEverywhere({ team }: World, what: string): Promise<number> {
  const said = await saidOnEveryScreen(context.db, team, 'UAnn', now())
  for (const [key, { own, rep, team: inTeam }] of said)
    expect({ what, at: now().toString(), key, rep, team: inTeam }).toEqual({
      ...{ what, at: now().toString(), key },
      ...{ rep: own, team: own },
    })
  return said.size
}

async function newWorld(): Promise<World> {
  context.moveTo('2026-03-02T08:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben', role: 'account-manager' }])
  const world = { team, ann: team.people[0]!, boss: testPerson(team.workspaceId, 'UBOSS') }
  return { ...world, leaves: [], sources: [] }
}

describe('a score that was shown', () => {
  const step = fc.record({
    what: fc.constantFrom('numbers', 'numbers', 'numbers', ...Object.keys(STEPS)),
    hours: fc.integer({ min: 1, max: 40 }),
    dice: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
  })
  test('is the same on every screen, and computed the same after any later change', {
    timeout: 240_000,
  }, async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
        const world = await newWorld()
        await setCalls(world, () => 1)
        const seen: { at: Temporal.Instant; shown: unknown; what: string }[] = []
        for (const { what, hours, dice } of steps) {
          const rolls = [...dice]
          context.moveTo(now().add({ hours, minutes: 7 }).toString())
          await STEPS[what]!(world, (size) => (rolls.shift() ?? 0) % size)
          // What is changed at an instant is known from the next one on.
          context.moveTo(now().add({ minutes: 1 }).toString())
          const found = await shown(world)
          compared += await agreesEverywhere(world, what)
          if (found) seen.push({ at: now(), shown: found, what })
        }
        for (const one of seen) {
          expect({ ...one, shown: await asOf(world, one.at) }).toEqual(one)
          compared += (one.shown as unknown[]).length
        }
      }),
      { numRuns: 6, endOnFailure: true },
    )
    expect(compared).toBeGreaterThan(100)
  })

  test('of somebody who left stays, and the last day counts', async () => {
    const world = await newWorld()
    await setCalls(world, () => 1)
    context.moveTo('2026-03-12T12:00:00Z')
    const before = await shown(world)
    const seenAt = now()
    context.moveTo('2026-03-13T12:00:00Z')
    const { memberId } = world.team.members[0]!
    await endMembers(context.db, world.team, [{ memberId, leftOn: date('2026-03-13') }], now())
    context.moveTo('2026-04-20T12:00:00Z')
    expect(await asOf(world, seenAt)).toEqual(before)
    // 10 of the 22 working days: all of what was theirs is expected after the last of them.
    const [last] = await asOf(world, Temporal.Instant.from('2026-03-31T12:00:00Z'))
    expect(last).toMatchObject({ through: '2026-03-13', progress: { elapsed: 10, days: 10 } })
    expect(last!.progress.expected).toBe(last!.progress.target)
  })
})
