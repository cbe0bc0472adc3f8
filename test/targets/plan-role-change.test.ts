// A transfer or another role in the middle of a month splits it at that day: the old part ends there, a new one is for the days from it.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { endMembers, insertMembers, setRole } from '../../src/org/db/members.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { previewTarget, setTarget, type TargetRequest } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam, type Wish } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
/** It has 22 weekdays: ten until Friday the 13th, twelve from Monday the 16th on. */
const MARCH = targetPeriod('month', date('2026-03-01'), 1)
const MONDAY = '2026-03-16T07:00:00Z'

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

async function teamOf(wishes: readonly Wish[], workspaceId?: string): Promise<SmallTeam> {
  context.moveTo('2026-03-02T07:00:00Z')
  return smallTeam(context.db, wishes, workspaceId ? { workspaceId } : {})
}

const wanted = (team: SmallTeam, metricKey: string, value: number): TargetRequest => ({
  ...{ teamId: team.teamId, metricKey, period: MARCH, userId: null },
  draft: {
    ...{ value, split: 'equal', weights: new Map(), byHand: new Map(), role: null },
    ...{ time: { by: 'days', weights: null }, monthsByHand: null, reason: 'so' },
  },
})

const boss = (team: SmallTeam) => testPerson(team.workspaceId, 'UBOSS')

async function planOf(team: SmallTeam, metricKey: string, value: number) {
  const shown = await previewTarget(context, boss(team), wanted(team, metricKey, value))
  if (!shown.ok) throw new Error(shown.reason)
  const { parts, unassigned } = shown.preview.plan
  const userOf = new Map(team.members.map(({ memberId, userId }) => [memberId, userId]))
  return { parts: Object.fromEntries(parts.map((one) => [userOf.get(one.memberId), one.value])), unassigned }
}

const set = async (team: SmallTeam, metricKey: string, value: number, version = 0) =>
  expect(
    await setTarget(context, boss(team), wanted(team, metricKey, value), {
      version,
      sourceKey: randomUUID(),
    }),
  ).toMatchObject({ ok: true })

async function ownOf(team: SmallTeam, metricKey: string) {
  const [membership] = await membershipsOf(context.db, team.people[0]!, maySeeOwnTargets, context.clock.now())
  const targets = await ownTargets(context.db, membership!, context.clock.now())
  return targets.find(({ metric }) => metric.key === metricKey)?.progress
}

const changeRole = (team: SmallTeam, role: string) =>
  setRole(context.db, team, [team.members[0]!.memberId], role, context.clock.now())

const leave = (team: SmallTeam, leftOn: string) =>
  endMembers(
    context.db,
    team,
    [{ memberId: team.members[0]!.memberId, leftOn: date(leftOn) }],
    context.clock.now(),
  )

test('whoever leaves a role keeps what was theirs until then, and the plan gives the others only the rest', async () => {
  const team = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  await set(team, 'calls', 440)
  context.moveTo(MONDAY)
  await changeRole(team, 'account-manager')
  // Ten of 22 days of Ann's 220 are 100.
  expect(await planOf(team, 'calls', 440)).toEqual({ parts: { UBen: 340 }, unassigned: 0 })
})

test('whoever takes up a role gets a part for the days from then on, and its rest belongs to nobody', async () => {
  const team = await teamOf([{ name: 'Ann' }, { name: 'Ben', role: 'account-manager' }])
  context.moveTo(MONDAY)
  await changeRole(team, 'account-manager')
  // Twelve of 22 days of 110.
  expect(await planOf(team, 'repeatOrders', 220)).toEqual({ parts: { UAnn: 60, UBen: 110 }, unassigned: 50 })
  await set(team, 'repeatOrders', 220)
  expect(await ownOf(team, 'repeatOrders')).toMatchObject({ target: 60, days: 12 })
})

test('whoever comes back to a role is planned for the days of the last stretch', async () => {
  const team = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  context.moveTo('2026-03-09T07:00:00Z')
  await changeRole(team, 'analyst')
  context.moveTo(MONDAY)
  await changeRole(team, 'hunter')
  expect(await planOf(team, 'calls', 440)).toEqual({ parts: { UAnn: 120, UBen: 220 }, unassigned: 100 })
})

test('the month after a change of role is nobody’s of before, and whole for who has the role', async () => {
  const team = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  await set(team, 'calls', 440)
  context.moveTo(MONDAY)
  await changeRole(team, 'account-manager')
  context.moveTo('2026-04-01T07:00:00Z')
  const april = { ...wanted(team, 'calls', 300), period: targetPeriod('month', date('2026-04-01'), 1) }
  const shown = await previewTarget(context, boss(team), april)
  expect(shown).toMatchObject({ ok: true, preview: { plan: { parts: [{ value: 300 }], unassigned: 0 } } })
})

test('a transfer ends one part and begins another, with no ramp', async () => {
  const north = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  const south = await teamOf([{ name: 'Cy' }], north.workspaceId)
  await set(north, 'calls', 440)
  context.moveTo(MONDAY)
  await leave(north, '2026-03-13')
  const { workspaceId, teamId } = south
  const ann = {
    ...north.members[0]!,
    workspaceId,
    teamId,
    memberId: randomUUID(),
    joinedOn: date('2026-03-16'),
  }
  await insertMembers(context.db, [ann], context.clock.now())
  const both = { ...south, members: [ann, ...south.members] }
  expect(await planOf(north, 'calls', 440)).toEqual({ parts: { UBen: 340 }, unassigned: 0 })
  expect(await planOf(both, 'calls', 440)).toEqual({ parts: { UAnn: 120, UCy: 220 }, unassigned: 100 })
})

test('whoever left before is not planned; a last day to come ends the part, and the rest is nobody’s', async () => {
  const team = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  await leave(team, '2026-02-27')
  expect(await planOf(team, 'calls', 440)).toEqual({ parts: { UBen: 440 }, unassigned: 0 })
  const south = await teamOf([{ name: 'Ann' }, { name: 'Ben' }])
  await leave(south, '2026-03-13')
  expect(await planOf(south, 'calls', 440)).toEqual({ parts: { UAnn: 100, UBen: 220 }, unassigned: 120 })
})
