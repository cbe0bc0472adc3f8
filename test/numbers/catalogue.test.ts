// The workspace's catalogue: who adds from it and who edits it, what every team then sees, and what is retired.

import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { factsOfMember } from '../../src/checkins/standup/db/standup-facts.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../src/numbers/db/metrics.ts'
import { adoptMetricsFor, notAdopted } from '../../src/numbers/flows/adopt-metrics.ts'
import {
  changeDefinition,
  type DefinitionChoice,
  definableBy,
  openDefinition,
} from '../../src/numbers/flows/change-catalogue.ts'
import { addMetric, moveMetric } from '../../src/numbers/flows/change-metrics.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { definitionView, readDefinition } from '../../src/numbers/slack/catalogue-form.ts'
import { metricName } from '../../src/numbers/slack/format-value.ts'
import { allNames, metricNames, presetNames } from '../../src/numbers/slack/metric-names.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { people } from '../../src/org/db/people.sql.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { stateOf } from '../support/form-state.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'

const DRAFT = { decimals: '0', hardMin: '', hardMax: '', plausibleMin: '', plausibleMax: '', points: '5' }
const NAMES = { of: allNames, preset: presetNames }
const date = Temporal.PlainDate.from('2026-03-03')
const ROLE = 'hunter'

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
let south: SmallTeam
let workspaceId: string

beforeEach(async () => {
  context = testContext(database.db, '2026-03-03T20:00:00Z')
  north = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Bea' }], {
    settings: { measure: { kind: 'points' } },
  })
  workspaceId = north.workspaceId
  south = await smallTeam(database.db, [{ name: 'Cy' }], { workspaceId })
  await managedBy(north, 'UMARA')
  await managedBy(south, 'USAM')
})

const managedBy = ({ teamId }: SmallTeam, managerUserId: string) =>
  database.db.update(teams).set({ managerUserId }).where(eq(teams.teamId, teamId))
const person = (userId: string, more = {}) => testPerson(workspaceId, userId, more)
const mara = () => person('UMARA')
const admin = () => person('UADMIN', { isAdmin: true })

/** Manages a team that is above the north. */
async function director() {
  const above = await smallTeam(database.db, [], { workspaceId })
  await managedBy(above, 'UDIR')
  await database.db.update(teams).set({ parentTeamId: above.teamId }).where(eq(teams.teamId, north.teamId))
  return person('UDIR')
}

/** South is below too. */
async function directorOfAll() {
  const dir = await director()
  const [below] = await database.db.select().from(teams).where(eq(teams.teamId, north.teamId))
  await database.db
    .update(teams)
    .set({ parentTeamId: below!.parentTeamId })
    .where(eq(teams.teamId, south.teamId))
  return dir
}

const adopt = (keys: string[], who = mara(), team = north) =>
  adoptMetricsFor(context, who, team.teamId, ROLE, keys)
const asked = async (team = north) =>
  (await roleMetricsOfTeams(database.db, [team])).get(team.teamId)?.[ROLE]?.map(({ key }) => key) ?? []
const metricOf = async (key: string, team = north) =>
  (await metricsOfTeam(database.db, workspaceId, team.teamId)).get(key)

/** Saves the form as it opens, apart from what is changed. */
async function define(key: string, who: ReturnType<typeof person>, changes: Partial<DefinitionChoice> = {}) {
  const opened = await openDefinition(context, admin(), key)
  const shown = readDefinition(
    stateOf(
      definitionView(
        { teamId: north.teamId, role: ROLE },
        { ...opened!, mayShare: false },
        BOT.translator('en'),
      ),
    ),
  )
  return changeDefinition(context, who, key, { ...shown, ...changes }, NAMES)
}

const named = (texts: Record<string, string>) => ({
  texts: {
    'name:en': '',
    'name:zh-CN': '',
    'name:zh-TW': '',
    'word:en': '',
    'word:zh-CN': '',
    'word:zh-TW': '',
    ...texts,
  },
})

const addDemos = (who = mara(), team = north) => addNamed('Demos', who, team)

async function addNamed(name: string, who: ReturnType<typeof person>, team: SmallTeam) {
  const draft = { ...DRAFT, name, unit: 'count' }
  const added = await addMetric(context, who, team.teamId, ROLE, draft, metricNames)
  if (!added.ok) throw new Error(added.reason)
  return added.metric.key
}

const audited = async (kind: string) =>
  (await database.db.select().from(auditEvents).where(eq(auditEvents.workspaceId, workspaceId))).filter(
    (event) => event.kind === kind,
  )

describe('adding from the catalogue', () => {
  test('a manager adds presets, which come with their usual range and points, in the team’s currency', async () => {
    expect(await adopt(['paymentsCollected', 'quotes'])).toEqual({ ok: true })
    expect((await asked()).slice(-2)).toEqual(['paymentsCollected', 'quotes'])
    expect(await metricOf('paymentsCollected')).toMatchObject({
      currency: 'EUR',
      decimals: 2,
      hardMax: 1e13,
      points: 0,
    })
    expect(await metricOf('quotes')).toMatchObject({ plausibleMax: 20, points: 8 })
    expect(await audited('metric-added')).toMatchObject([{ teamId: north.teamId }, { teamId: north.teamId }])
    expect(await asked(south)).not.toContain('quotes')
  })

  test('twice adds once, and what is listed is not offered', async () => {
    await adopt(['quotes'])
    await adopt(['quotes', 'calls'])
    expect((await asked()).filter((key) => key === 'quotes' || key === 'calls')).toEqual(['calls', 'quotes'])
    expect(await audited('metric-added')).toHaveLength(1)
    const offered = (await notAdopted(database.db, north, ROLE)).map(({ metric }) => metric.key)
    expect(offered).toContain('contractValue')
    expect(offered).not.toContain('quotes')
  })

  test('a ratio brings what it is made of', async () => {
    await adopt(['roi'])
    expect((await asked()).slice(-3)).toEqual(['attributedRevenue', 'campaignCost', 'roi'])
  })

  test('a team’s own metric is in the catalogue, and another team gets the same key', async () => {
    const key = await addDemos()
    expect(await adopt([key], person('USAM'), south)).toEqual({ ok: true })
    expect(await metricOf(key, south)).toMatchObject({ names: { en: 'Demos' }, points: 1 })
    expect(await asked(south)).toContain(key)
    // From now on it is the company's: neither manager changes it for the other.
    expect(await define(key, mara(), { aliases: 'x' })).toEqual({ ok: false, reason: 'not-allowed' })
    expect((await openDefinition(context, admin(), key))?.owner).toBeNull()
  })

  test('a second metric of the name is refused: it is to be added from there', async () => {
    await addDemos()
    const draft = { ...DRAFT, name: 'demos', unit: 'minutes' }
    expect(await addMetric(context, person('USAM'), south.teamId, ROLE, draft, metricNames)).toMatchObject({
      errors: { name: 'in-catalogue' },
    })
  })

  test('what is unknown, of another workspace, or too much is refused, and so is whoever does not manage the team', async () => {
    const abroad = await smallTeam(database.db, [])
    await managedBy(abroad, 'UBOSS')
    const draft = { ...DRAFT, name: 'Foreign', unit: 'count' }
    const foreign = await addMetric(
      context,
      testPerson(abroad.workspaceId, 'UBOSS'),
      abroad.teamId,
      ROLE,
      draft,
      metricNames,
    )
    if (!foreign.ok) throw new Error(foreign.reason)
    expect(await adopt([foreign.metric.key])).toEqual({ ok: false, reason: 'gone' })
    expect(await adopt(['quotes'], person('UAnn'))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await adopt(['quotes'], person('USAM'))).toEqual({ ok: false, reason: 'not-allowed' })
    const all = (await notAdopted(database.db, north, ROLE)).map(({ metric }) => metric.key)
    expect(await adopt(all)).toEqual({ ok: false, reason: 'too-many' })
    expect(await asked()).toHaveLength(9)
  })
})

describe('editing the catalogue', () => {
  test('a director changes what only teams below count, and nothing that another team counts', async () => {
    const dir = await director()
    await adopt(['quotes'])
    expect(await define('quotes', dir, { aliases: 'x' })).toEqual({ ok: true })
    // South counts it too, and is not below.
    for (const key of ['calls', 'newRevenue', 'visits'])
      expect(await define(key, dir, { aliases: 'y' })).toEqual({ ok: false, reason: 'not-allowed' })
    await adopt(['quotes'], person('USAM'), south)
    expect(await define('quotes', dir, { aliases: 'z' })).toEqual({ ok: false, reason: 'not-allowed' })
    // A paused team holds nobody up; what no team counts is for the admins.
    await database.db
      .update(teams)
      .set({ archivedAt: context.clock.now() })
      .where(eq(teams.teamId, south.teamId))
    expect(await define('quotes', dir, { aliases: 'z' })).toEqual({ ok: true })
    expect(await define('contractValue', dir, { aliases: 'w' })).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('a director changes the own metric of a team below, and of no other', async () => {
    const dir = await director()
    const [ofNorth, ofSouth] = [await addDemos(), await addNamed('Trials', person('USAM'), south)]
    expect(await define(ofNorth, dir, { aliases: 'x' })).toEqual({ ok: true })
    expect(await define(ofSouth, dir, { aliases: 'y' })).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('whoever may not is told whom to ask', async () => {
    await database.db
      .insert(people)
      .values({ ...admin(), refreshedAt: context.clock.now() })
      .onConflictDoNothing()
    expect(await definableBy(context, mara())).toEqual({ entries: [], ask: ['UADMIN'] })
    expect((await definableBy(context, admin())).ask).toEqual([])
  })

  test('a director of all teams renames a metric: every team sees it, but for the one with a name of its own', async () => {
    await database.db.execute(
      sql`update metrics set label = 'Rings' where team_id = ${south.teamId} and metric_key = 'calls'`,
    )
    expect(await define('calls', await directorOfAll(), named({ 'name:en': 'Dials' }))).toEqual({ ok: true })
    const t = BOT.translator('en')
    expect(metricName((await metricOf('calls'))!, t)).toBe('Dials')
    expect(metricName((await metricOf('calls'))!, BOT.translator('zh-CN'))).toBe('电话量')
    expect(metricName((await metricOf('calls', south))!, t)).toBe('Rings')
    const told = await audited('metric-defined')
    expect(told.map(({ teamId }) => teamId)).toEqual(expect.arrayContaining([north.teamId, south.teamId]))
    expect(JSON.stringify(told)).not.toContain('Dials')
  })

  test('what nobody has adopted is a change of the workspace', async () => {
    expect(await define('quotes', admin(), { funnelOrder: '4' })).toEqual({ ok: true })
    expect(await audited('metric-defined')).toMatchObject([
      { teamId: null, before: { funnelOrder: null }, after: { funnelOrder: 4, renamed: false } },
    ])
    await adopt(['quotes'])
    expect(await metricOf('quotes')).toMatchObject({ funnelOrder: 4, points: 8 })
  })

  test('a manager edits the team’s own only; a rep and somebody else’s manager nothing', async () => {
    const key = await addDemos()
    expect(await define(key, mara(), { aliases: 'walkthroughs' })).toEqual({ ok: true })
    expect(await metricOf(key)).toMatchObject({ aliases: ['walkthroughs'], hardMin: 0 })
    for (const [which, who] of [
      ['calls', mara()],
      [key, person('USAM')],
      [key, person('UAnn')],
      [key, { ...admin(), isGuest: true }],
    ] as const)
      expect(await define(which, who, { aliases: 'x' })).toEqual({ ok: false, reason: 'not-allowed' })
    expect((await definableBy(context, mara())).entries.map(({ metric }) => metric.key)).toEqual([key])
    expect(await openDefinition(context, mara(), 'calls')).toBeNull()
  })

  test('an admin makes a team’s own the company’s, a manager does not', async () => {
    const key = await addDemos()
    await define(key, mara(), { shared: true })
    expect((await openDefinition(context, admin(), key))?.owner).toBe(north.teamId)
    await define(key, admin(), { shared: true })
    expect((await openDefinition(context, admin(), key))?.owner).toBeNull()
    expect(await define(key, mara(), { aliases: 'x' })).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('a name or word that another metric has is refused, and nothing is saved', async () => {
    expect(await define('calls', admin(), { aliases: '回款' })).toMatchObject({
      errors: { aliases: 'in-catalogue' },
    })
    expect(await define('calls', admin(), named({ 'name:zh-TW': '拜訪數' }))).toMatchObject({
      errors: { 'name:zh-TW': 'in-catalogue' },
    })
    expect(await audited('metric-defined')).toEqual([])
  })

  test('money has one bound in all currencies', async () => {
    const { values } = readDefinition({})
    await define('newRevenue', admin(), { values: { ...values, hardMax: '1000' } })
    expect(await metricOf('newRevenue')).toMatchObject({ hardMax: 100_000, decimals: 2 })
  })
})

describe('retiring a metric', () => {
  const retire = (key: string, retired = true, who = admin()) => define(key, who, { retired })

  async function report(values: Record<string, number>) {
    const metrics = [...(await metricsOfTeam(database.db, workspaceId, north.teamId)).values()]
    for (const member of north.members) {
      const act = {
        ...member,
        date,
        values,
        metrics,
        source: 'form',
        sourceKey: crypto.randomUUID(),
      } as const
      const by = { enteredBy: member.userId, now: context.clock.now(), late: false, implausible: [] }
      await database.db.transaction((tx) => recordDay(tx, { ...act, ...by }))
    }
  }
  const boardOf = async (day: string, measure?: { kind: 'metric'; metric: string }) => {
    const request = {
      workspaceId,
      teamId: north.teamId,
      period: 'day',
      date: Temporal.PlainDate.from(day),
    } as const
    const facts = await computeBoard(database.db, { ...request, ...(measure ? { measure } : {}) })
    return facts?.board.ranked.map(({ value }) => value)
  }

  test('ends that it is asked for, and keeps the numbers and the boards of the time before', async () => {
    const key = await addDemos()
    await report({ calls: 3, [key]: 4 })
    expect(await boardOf('2026-03-03')).toEqual([23, 23])
    expect(await retire(key)).toEqual({ ok: true })
    expect(await asked()).not.toContain(key)
    const { memberId } = north.members[0]!
    const facts = await factsOfMember(database.db, { workspaceId, memberId }, date)
    expect(facts?.metrics.map((metric) => metric.key)).not.toContain(key)
    expect(await boardOf('2026-03-03')).toEqual([23, 23])
    expect(await boardOf('2026-03-03', { kind: 'metric', metric: key })).toEqual([4, 4])
    expect((await metricOf(key))?.retiredAt).toEqual(context.clock.now())
    expect((await notAdopted(database.db, south, ROLE)).map(({ metric }) => metric.key)).not.toContain(key)
    expect(await adopt([key], person('USAM'), south)).toEqual({ ok: false, reason: 'gone' })
  })

  test('is told to every team that counts it, and taken back likewise', async () => {
    await retire('visits')
    expect(await asked()).not.toContain('visits')
    await retire('visits', false)
    expect(await asked()).toContain('visits')
    const states = (await audited('metric-defined')).map(({ teamId, after }) => [
      teamId,
      (after as { retired: boolean }).retired,
    ])
    expect(states).toHaveLength(4)
    expect(states).toContainEqual([north.teamId, true])
    expect(states).toContainEqual([south.teamId, false])
  })

  test('is refused while a board ranks by it', async () => {
    expect(await retire('calls')).toMatchObject({
      ok: false,
      reason: 'ranked-by',
      teams: [expect.any(String)],
    })
    await database.db
      .update(teams)
      .set({ archivedAt: context.clock.now() })
      .where(eq(teams.teamId, south.teamId))
    expect(await retire('calls')).toEqual({ ok: true })
  })

  test('is a manager’s right for the team’s own only', async () => {
    const key = await addDemos()
    expect(await retire('visits', true, mara())).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await retire(key, true, mara())).toEqual({ ok: true })
    expect(await moveMetric(context, mara(), north.teamId, { role: ROLE, key, move: 'on' })).toEqual({
      ok: false,
      reason: 'gone',
    })
    // The name is free again, and gets a key of its own.
    expect(await addDemos()).not.toBe(key)
  })
})
