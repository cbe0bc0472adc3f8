// The preview of a target over teams is submitted: planned once however many teams there are, and drawn anew where it is not as shown.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { members as memberRows, teams as teamRows } from '../../src/org/db/teams.sql.ts'
import type { ModalView } from '../../src/slack/blocks.ts'
import type { SubmitRequest, SubmitResult } from '../../src/slack/requests.ts'
import { versionsOfTarget } from '../../src/targets/db/targets.ts'
import { planCascade } from '../../src/targets/domain/plan-cascade.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { previewCascade } from '../../src/targets/flows/set-cascade.ts'
import { cascadeView } from '../../src/targets/slack/cascade-preview.ts'
import { submitCascade } from '../../src/targets/slack/submit-cascade.ts'
import type { TargetMetadata } from '../../src/targets/slack/target-form.ts'
import { partBlockId } from '../../src/targets/slack/target-preview.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { stateOf } from '../support/form-state.ts'

vi.mock('../../src/targets/domain/plan-cascade.ts', async (original) => {
  const real = await original<typeof import('../../src/targets/domain/plan-cascade.ts')>()
  return { planCascade: vi.fn(real.planCascade) }
})

const YEAR = targetPeriod('year', Temporal.PlainDate.from('2026-03-02'), 1)
const t = BOT.translator('en')

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})

interface Company {
  root: SmallTeam
  below: SmallTeam[]
  boss: Person
}

async function teamBelow({ root }: Pick<Company, 'root'>, name: string): Promise<SmallTeam> {
  const wishes = [{ name: `Ann${name}` }, { name: `Ben${name}` }]
  const team = await smallTeam(context.db, wishes, { workspaceId: root.workspaceId, settings: { name } })
  await context.db
    .update(teamRows)
    .set({ parentTeamId: root.teamId, managerUserId: `UM${name}` })
    .where(eq(teamRows.teamId, team.teamId))
  return team
}

async function company(count: number): Promise<Company> {
  const root = await smallTeam(context.db, [])
  const below: SmallTeam[] = []
  for (let index = 0; index < count; index += 1) below.push(await teamBelow({ root }, `T${index}`))
  return { root, below, boss: testPerson(root.workspaceId, 'UBOSS') }
}

const metadataOf = ({ root }: Company): TargetMetadata => ({
  ...{
    team: root.teamId,
    metric: 'calls',
    kind: 'year',
    from: YEAR.from,
    user: null,
    role: null,
    value: 1200,
  },
  ...{ split: 'equal', time: 'days', weightsOfMonths: null, reason: 'plan', weights: {}, hand: null },
  ...{ months: null, version: 0 },
})

async function shownTo(all: Company): Promise<ModalView> {
  const request = {
    ...{ teamId: all.root.teamId, metricKey: 'calls', period: YEAR },
    draft: {
      ...({ value: 1200, split: 'equal', weights: new Map(), byHand: null, reason: 'plan' } as const),
      time: { by: 'days', weights: null } as const,
    },
  }
  const shown = await previewCascade(context, all.boss, request)
  if (!shown.ok) throw new Error(shown.reason)
  return cascadeView(shown.preview, metadataOf(all), t, null)
}

const submit = (all: Company, view: ModalView, typed: Record<string, string> = {}): Promise<SubmitResult> => {
  const state = stateOf(view)
  for (const [teamId, value] of Object.entries(typed))
    for (const field of Object.values(state[partBlockId(teamId)]!)) Object.assign(field, { value })
  const call = {
    who: all.boss,
    t,
    now: context.clock.now(),
    metadata: view.private_metadata!,
    state,
    viewId: 'V1',
  }
  return submitCascade(call as unknown as SubmitRequest, context)
}

async function wholes({ root }: Company, teams: readonly SmallTeam[]) {
  const found: (number | null)[] = []
  for (const { teamId } of teams) {
    const target = { teamId, metricKey: 'calls', period: YEAR }
    found.push((await versionsOfTarget(context.db, root.workspaceId, target))[0]?.whole ?? null)
  }
  return found
}

const textOf = (result: SubmitResult): string => JSON.stringify(result)

test('is planned once, in as many statements for twelve teams as for three', async () => {
  const counted: number[] = []
  for (const count of [3, 12]) {
    const all = await company(count)
    const view = await shownTo(all)
    vi.mocked(planCascade).mockClear()
    const prepared = vi.spyOn(
      Reflect.get(Reflect.get(context.db, 'session'), 'constructor').prototype,
      'prepareQuery',
    )
    expect(textOf(await submit(all, view))).toContain('Saved')
    counted.push(prepared.mock.calls.length)
    prepared.mockRestore()
    expect(planCascade).toHaveBeenCalledTimes(1)
    expect(await wholes(all, all.below)).toEqual(all.below.map(() => 1200 / count))
  }
  expect(counted[0]).toBeGreaterThan(20)
  expect(counted[1]).toBe(counted[0])
})

test('is drawn anew, and not saved, where a team or one of its people has come since', async () => {
  const all = await company(2)
  const view = await shownTo(all)
  const third = await teamBelow(all, 'Third')
  const anew = await submit(all, view)
  expect(textOf(anew)).toContain('have changed meanwhile')
  expect(textOf(anew)).toContain('Third')
  expect(await wholes(all, [all.root, ...all.below])).toEqual([null, null, null])
  if (anew.kind !== 'update') throw new Error(anew.kind)
  const [member] = all.below[0]!.members
  await context.db.insert(memberRows).values({ ...member!, memberId: crypto.randomUUID(), userId: 'UNEW' })
  const again = await submit(all, anew.view)
  expect(textOf(again)).toContain('have changed meanwhile')
  if (again.kind !== 'update') throw new Error(again.kind)
  expect(textOf(await submit(all, again.view))).toContain('Saved')
  expect(await wholes(all, [all.root, ...all.below, third])).toEqual([1200, 514, 343, 343])
})

test('is drawn anew where a part was set by hand, and says at the field what cannot be read', async () => {
  const all = await company(3)
  const view = await shownTo(all)
  const [first] = all.below
  const wrong = await submit(all, view, { [first!.teamId]: 'lots' })
  expect(wrong).toMatchObject({
    kind: 'errors',
    errors: { [partBlockId(first!.teamId)]: expect.any(String) },
  })
  const anew = await submit(all, view, { [first!.teamId]: '600' })
  expect(textOf(anew)).toContain('Calculated anew')
  expect(await wholes(all, all.below)).toEqual([null, null, null])
  if (anew.kind !== 'update') throw new Error(anew.kind)
  expect(textOf(await submit(all, anew.view))).toContain('Saved')
  expect(await wholes(all, all.below)).toEqual([600, 300, 300])
})
