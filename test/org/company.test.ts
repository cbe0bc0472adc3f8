// An admin names the team that is the company, among those that have teams below them and none above.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { setParent } from '../../src/org/db/hierarchy.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { changeWorkspace, loadWorkspace } from '../../src/org/flows/change-workspace.ts'
import { companyTeam } from '../../src/org/flows/company.ts'
import { readCompany, workspaceView } from '../../src/org/slack/workspace.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

async function workspace(names: readonly string[]) {
  const workspaceId = `T${crypto.randomUUID()}`
  const made: SmallTeam[] = []
  for (const name of names) made.push(await smallTeam(context.db, [], { workspaceId, settings: { name } }))
  const admin = testPerson(workspaceId, 'UADA', { isAdmin: true })
  const put = (child: SmallTeam, parent: SmallTeam | null) =>
    context.db.transaction((tx) => setParent(tx, child, parent?.teamId ?? null))
  const name = (companyTeamId: string | null, who = admin) =>
    changeWorkspace(context, who, {
      ...{ setupRight: { who: 'everybody' }, fiscalYearStart: null, companyTeamId },
    })
  const choices = async () => {
    const loaded = await loadWorkspace(context, admin)
    return loaded.ok ? loaded.company : null
  }
  return { workspaceId, made, put, name, choices, admin }
}

describe('the company', () => {
  test('is proposed where one team has all others below it, and named by an admin, on record', async () => {
    const { workspaceId, made, put, name, choices } = await workspace(['Sales', 'North', 'East', 'Solo'])
    const [sales, north, east, solo] = made
    expect(await choices()).toEqual({ roots: [], chosen: null })
    await put(north!, sales!)
    await put(east!, north!)
    expect(await choices()).toEqual({
      roots: [{ teamId: sales!.teamId, name: 'Sales', channelName: null }],
      chosen: sales!.teamId,
    })
    // Proposed is not named.
    expect(await companyTeam(context.db, workspaceId)).toBeNull()
    for (const one of [north, east, solo])
      expect(await name(one!.teamId)).toEqual({ ok: false, reason: 'not-a-root' })
    expect(await name(sales!.teamId)).toMatchObject({ ok: true })
    expect(await companyTeam(context.db, workspaceId)).toMatchObject({ teamId: sales!.teamId })
    const kept = await context.db.select().from(auditEvents).where(eq(auditEvents.kind, 'company-named'))
    expect(kept.map(({ before, after }) => [before, after])).toEqual([
      [null, { teamId: sales!.teamId, channelId: sales!.channelId }],
    ])
  })

  test('is named by nobody else, and not in another workspace', async () => {
    const { workspaceId, made, put, name } = await workspace(['Sales', 'North'])
    await put(made[1]!, made[0]!)
    const stranger = testPerson(workspaceId, 'UBOSS')
    expect(await name(made[0]!.teamId, stranger)).toEqual({ ok: false, reason: 'not-allowed' })
    const other = await workspace([])
    expect(await other.name(made[0]!.teamId)).toEqual({ ok: false, reason: 'not-a-root' })
  })

  test('with two trees none is proposed; one that gets a team above it is the company no more', async () => {
    const { workspaceId, made, put, name, choices } = await workspace(['Sales', 'North', 'Service', 'Desk'])
    const [sales, north, service, desk] = made
    await put(north!, sales!)
    await put(desk!, service!)
    expect(await choices()).toMatchObject({ roots: [{ name: 'Sales' }, { name: 'Service' }], chosen: null })
    await name(service!.teamId)
    expect(await choices()).toMatchObject({ chosen: service!.teamId })
    await put(service!, sales!)
    expect(await companyTeam(context.db, workspaceId)).toBeNull()
    expect(await choices()).toMatchObject({ chosen: sales!.teamId })
    await context.db
      .update(teams)
      .set({ archivedAt: context.clock.now() })
      .where(eq(teams.teamId, sales!.teamId))
    expect(await choices()).toMatchObject({ roots: [{ name: 'Service' }] })
    expect(await name(null)).toMatchObject({ ok: true })
  })
})

test.each(LOCALES)('the form offers the teams in %s, and is read as it was filled in', (locale) => {
  const t = BOT.translator(locale)
  const roots = Array.from({ length: 300 }, (_, index) => ({
    ...{ teamId: `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`, channelName: 'x'.repeat(80) },
    name: '<!channel> *长* '.repeat(20),
  }))
  const shown = { setupRight: null, fiscalYearStart: 1, lastResortUserId: null }
  const view = workspaceView({ ...shown, company: { roots, chosen: roots[0]!.teamId } }, t)
  expect(checkView(view)).toEqual([])
  expect(readCompany(stateOf(view))).toEqual({ companyTeamId: roots[0]!.teamId })
  const chosen = (value: string) => filled(stateOf(view), { company: { selected_option: { value } } })
  expect(readCompany(chosen('none'))).toEqual({ companyTeamId: null })
  expect(readCompany(chosen('forged'))).toEqual({})
  expect(readCompany(stateOf(workspaceView({ ...shown, company: { roots: [], chosen: null } }, t)))).toEqual(
    {},
  )
})
