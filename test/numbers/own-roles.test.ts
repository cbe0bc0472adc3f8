// A workspace's own roles: added with what they are asked for, given to members of any team, ranked and set up like the presets.
import { beforeEach, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { shownGroups } from '../../src/boards/domain/board-shown.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { factsOfMember } from '../../src/checkins/standup/db/standup-facts.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { inCatalogue } from '../../src/numbers/db/catalogue.ts'
import { metricsOfTeam } from '../../src/numbers/db/metrics.ts'
import { allPresets } from '../../src/numbers/domain/presets.ts'
import { addRole } from '../../src/numbers/flows/add-role.ts'
import { adoptMetricsFor } from '../../src/numbers/flows/adopt-metrics.ts'
import { loadMetrics } from '../../src/numbers/flows/change-metrics.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { roleView } from '../../src/numbers/slack/add-role.ts'
import { activeMembers } from '../../src/org/db/members.ts'
import { inRoleOrder, readRoleName } from '../../src/org/domain/own-role.ts'
import { changeMembers } from '../../src/org/flows/change-members.ts'
import { loadMembersFacts } from '../../src/org/flows/load-members.ts'
import { membersView } from '../../src/org/slack/members-form.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { ann, guest, li, manager, openSetup, salesWithoutTeams, setUp, WORKSPACE } from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const ROLE = '大客户销售'
const date = Temporal.PlainDate.from('2026-03-02')
const database = usesDatabase()
let context: TestContext
let teamId: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context)).teamId
})

const add = (name = ROLE, metricKeys = ['visits', 'contractValue', 'renewalRate'], who = manager) =>
  addRole(context, who, teamId, { name, metricKeys }, ['Hunter', '新客销售'])
const place = (userId: string, role: string) =>
  changeMembers(context, manager, teamId, { placed: [userId], removed: [], role })
const ref = () => ({ workspaceId: WORKSPACE, teamId })

test('is added with what it is asked for, a ratio with what it is made of, and shown in the list', async () => {
  expect(await add()).toEqual({ ok: true, role: ROLE })
  const facts = await loadMetrics(context, manager, ref(), ROLE)
  expect(facts.roles).toEqual(['hunter', ROLE])
  expect(facts.list.map(({ metric }) => metric.key)).toEqual([
    ...['renewalsWon', 'renewalsDue', 'visits', 'contractValue', 'renewalRate'],
  ])
  expect(facts.list.find(({ metric }) => metric.key === 'contractValue')?.metric).toMatchObject({
    currency: 'EUR',
  })
})

test('is given to members, whose standup asks for its numbers and whose board has a group for it', async () => {
  await add()
  expect(await place(li.userId, ROLE)).toMatchObject({ ok: true, moved: [li.userId] })
  const members = await activeMembers(context.db, ref())
  const { memberId } = members.find(({ userId }) => userId === li.userId)!
  const facts = await factsOfMember(context.db, { workspaceId: WORKSPACE, memberId }, date)
  expect(facts?.metrics.map(({ key }) => key)).toContain('contractValue')
  const metrics = [...(await metricsOfTeam(context.db, WORKSPACE, teamId)).values()]
  for (const member of members) {
    const act = {
      ...member,
      date,
      values: { visits: 3 },
      metrics,
      source: 'form',
      sourceKey: member.userId,
    } as const
    const by = { enteredBy: member.userId, now: context.clock.now(), late: false, implausible: [] }
    await context.db.transaction((tx) => recordDay(tx, { ...act, ...by }))
  }
  const board = await computeBoard(context.db, { ...ref(), period: 'day', date, measure: { kind: 'points' } })
  expect(
    shownGroups(board!.board, 'all').map(({ role, rows }) => [role, rows.map(({ value }) => value)]),
  ).toEqual([
    ['hunter', [30]],
    [ROLE, [30]],
  ])
})

test('is offered by the members form and by set-up, in every team', async () => {
  await add()
  const facts = await loadMembersFacts(context, ref())
  expect(facts.roles).toEqual(['hunter', 'account-manager', 'campaign-planner', 'analyst', ROLE])
  for (const locale of LOCALES) {
    const view = membersView(facts, BOT.translator(locale))
    expect(checkView(view)).toEqual([])
    expect(JSON.stringify(view)).toContain(ROLE)
  }
  context.channels.set('C2', [manager.userId, ann.userId])
  const other = await openSetup(context, manager, 'C2')
  expect(other.roles).toContain(ROLE)
  const input = { ...initialInput(other), role: ROLE, memberUserIds: [manager.userId] }
  const measure = { kind: 'metric', metric: 'contractValue' } as const
  const done = await setUpTeam(context, manager, 'C2', { ...input, settings: { ...input.settings, measure } })
  if (!done.ok) throw new Error(done.reason)
  const list = await loadMetrics(context, manager, { workspaceId: WORKSPACE, teamId: done.teamId }, ROLE)
  expect(list.list.map(({ metric }) => metric.key)).toContain('contractValue')
})

describe('is refused', () => {
  test.each([
    ['', 'missing'],
    ['x'.repeat(41), 'too-long'],
    ['*bold* <!channel>', 'odd-characters'],
    ['HUNTER', 'taken'],
    ['新客销售', 'taken'],
    ['account-manager', 'taken'],
  ])('%j: %s', async (name, problem) => {
    expect(await add(name)).toEqual({ ok: false, reason: 'name', problem })
  })

  test('twice, with unknown metrics, and to whoever may not change the team', async () => {
    await add()
    expect(await add()).toMatchObject({ reason: 'name', problem: 'taken' })
    expect(await add('Closer', ['nothing'])).toEqual({ ok: false, reason: 'gone' })
    for (const who of [ann, guest, { ...manager, workspaceId: 'T2' }])
      expect(await add('Closer', ['visits'], who)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('where it does not exist: a forged role is given to nobody, and gets no metrics', async () => {
    expect(await place(ann.userId, 'Forged')).toEqual({ ok: false, reason: 'no-role' })
    expect(await adoptMetricsFor(context, manager, teamId, 'Forged', ['quotes'])).toEqual({
      ok: false,
      reason: 'gone',
    })
    expect((await loadMetrics(context, manager, ref(), 'Forged')).role).toBe('hunter')
  })
})

test('names that people use pass, and roles are ordered with the presets first', () => {
  for (const name of [
    'SDR',
    'Key Account Manager',
    '客户成功',
    'Außendienst (Nord)',
    'Pre-sales / Demo',
    'VP d’affaires',
  ])
    expect(readRoleName(name, [])).toEqual({ ok: true, role: name })
  expect(inRoleOrder(['SDR', 'analyst', 'AE', 'hunter', 'SDR'])).toEqual(['hunter', 'analyst', 'AE', 'SDR'])
})

test('the form is within Slack’s limits in every language', () => {
  const entries = allPresets('USD').map(inCatalogue)
  for (const locale of LOCALES)
    expect(checkView(roleView({ teamId, role: 'hunter' }, entries, BOT.translator(locale)))).toEqual([])
})
