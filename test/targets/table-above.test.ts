// A table of targets is held against the target of the team above: what cannot add up there is refused, in the preview and at the save.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import { members as memberRows, teams as teamRows } from '../../src/org/db/teams.sql.ts'
import { readTable } from '../../src/targets/domain/table-wishes.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { loadTable } from '../../src/targets/flows/load-table.ts'
import { previewCascade, setCascade } from '../../src/targets/flows/set-cascade.ts'
import { previewTable, setTable } from '../../src/targets/flows/set-table.ts'
import { previewTarget, setTarget } from '../../src/targets/flows/set-target.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const YEAR = targetPeriod('year', Temporal.PlainDate.from('2026-03-02'), 1)
const PLAN = {
  ...({ split: 'equal', weights: new Map(), byHand: null, reason: 'plan' } as const),
  time: { by: 'equal', weights: null } as const,
}

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})

/** Sales has 1,200 for the year, shared out to Ann's team alone; the teams of Ben and Cy came afterwards. The boss leads all. */
async function company() {
  const root = await smallTeam(context.db, [], { settings: { name: 'Sales' } })
  const { workspaceId } = root
  const below = async (name: string) => {
    const team = await smallTeam(context.db, [{ name }], { workspaceId, settings: { name: `Team ${name}` } })
    await context.db
      .update(teamRows)
      .set({ parentTeamId: root.teamId })
      .where(eq(teamRows.teamId, team.teamId))
    return team
  }
  const boss = testPerson(workspaceId, 'UBOSS')
  const first = await below('Ann')
  const request = { teamId: root.teamId, metricKey: 'calls', period: YEAR, draft: { ...PLAN, value: 1200 } }
  const shown = await previewCascade(context, boss, request)
  const version = shown.ok ? shown.preview.loaded.version : 0
  const saved = await setCascade(context, boss, request, { version, sourceKey: 'whole' })
  expect(saved).toMatchObject({ ok: true })
  return { root, boss, first, ben: await below('Ben'), cy: await below('Cy') }
}
type Company = Awaited<ReturnType<typeof company>>

/** Ann's team gives 200 back: they are free. */
async function withRoom(): Promise<Company> {
  const all = await company()
  const request = {
    ...{ teamId: all.first.teamId, metricKey: 'calls', userId: null, period: YEAR },
    draft: { ...PLAN, value: 1000, role: null, monthsByHand: null },
  }
  const shown = await previewTarget(context, all.boss, request)
  const version = shown.ok ? shown.preview.version : -1
  expect(await setTarget(context, all.boss, request, { version, sourceKey: 'less' })).toMatchObject({
    ok: true,
  })
  return all
}

async function read({ boss, ben }: Company, lines: string[]) {
  const table = (await loadTable(context, boss, ben.teamId, { names: namesOfMetrics, others: otherPresets }))!
  const { wishes, problems } = readTable(lines.join('\n'), table)
  expect(problems).toEqual([])
  return wishes
}

/** In the preview and at the save alike, where it is refused. */
async function paste(all: Company, lines: string[]) {
  const wishes = await read(all, lines)
  const reason = 'ours'
  const shown = await previewTable(context, all.boss, wishes, reason)
  const versions = shown.ok ? shown.versions : '0'
  const saved = await setTable(context, all.boss, wishes, { reason, versions, sourceKey: randomUUID() })
  if (!shown.ok) expect(saved).toMatchObject({ ok: false, reason: shown.reason })
  return saved
}

const clash = (others: number, value: number) => ({
  ...{ ok: false, reason: 'refused' },
  refusals: [{ plan: { ok: false, reason: 'above-parent', period: YEAR, whole: 1200, others, value } }],
})

describe('a table for a team without a part of the target above', () => {
  test('is refused where nothing is left there, and taken where there is', async () => {
    expect(await paste(await company(), ['Ben\tCalls\t2026-04\t1'])).toMatchObject(clash(1200, 1))
    const all = await withRoom()
    expect(await paste(all, ['Ben\tCalls\t2026-04\t201'])).toMatchObject(clash(1000, 201))
    expect(await paste(all, ['Ben\tCalls\t2026-04\t200'])).toMatchObject({ ok: true, saved: 1 })
  })

  test('counts all its lines together, over months and over teams', async () => {
    const all = await withRoom()
    const april = 'Ben\tCalls\t2026-04\t150'
    expect(await paste(all, [april, 'Ben\tCalls\t2026-05\t51'])).toMatchObject(clash(1000, 201))
    expect(await paste(all, [april, 'Cy\tCalls\t2026-05\t51'])).toMatchObject(clash(1051, 150))
    expect(await paste(all, [april, 'Cy\tCalls\t2026-05\t50'])).toMatchObject({ ok: true, saved: 2 })
  })

  test('counts what its people and those of the other teams have already, and takes less than that', async () => {
    const all = await withRoom()
    expect(await paste(all, ['Ben\tCalls\t2026-04\t120'])).toMatchObject({ ok: true })
    expect(await paste(all, ['Cy\tCalls\t2026-04\t81'])).toMatchObject(clash(1120, 81))
    expect(await paste(all, ['Ben\tCalls\t2026-05\t81'])).toMatchObject(clash(1000, 201))
    expect(await paste(all, ['Ben\tCalls\t2026-04\t201'])).toMatchObject(clash(1000, 201))
    expect(await paste(all, ['Ben\tCalls\t2026-04\t200'])).toMatchObject({ ok: true })
    expect(await paste(all, ['Ben\tCalls\t2026-04\t190'])).toMatchObject({ ok: true })
  })

  test('counts nothing for months before which somebody has left', async () => {
    const all = await withRoom()
    expect(await paste(all, ['Ben\tCalls\t2026-06\t200'])).toMatchObject({ ok: true })
    expect(await paste(all, ['Cy\tCalls\t2026-06\t10'])).toMatchObject(clash(1200, 10))
    const leftOn = Temporal.PlainDate.from('2026-05-31')
    await context.db.update(memberRows).set({ leftOn }).where(eq(memberRows.teamId, all.ben.teamId))
    expect(await paste(all, ['Cy\tCalls\t2026-06\t10'])).toMatchObject({ ok: true })
  })

  test('says nothing of other numbers, nor of rates', async () => {
    const all = await company()
    expect(await paste(all, ['Ben\tNew revenue\t2026-04\t5000'])).toMatchObject({ ok: true })
  })

  test('is held to the same as one target set for the team, or for one of its people', async () => {
    const all = await withRoom()
    const april = targetPeriod('month', Temporal.PlainDate.from('2026-04-01'), 1)
    const wish = (userId: string | null, value: number) =>
      previewTarget(context, all.boss, {
        ...{ teamId: all.ben.teamId, metricKey: 'calls', userId, period: april },
        draft: { ...PLAN, value, role: null, monthsByHand: null },
      })
    for (const userId of [null, 'UBen']) {
      expect(await wish(userId, 201)).toMatchObject({
        refusal: { reason: 'above-parent', others: 1000, value: 201 },
      })
      expect(await wish(userId, 200)).toMatchObject({ ok: true })
    }
  })
})
