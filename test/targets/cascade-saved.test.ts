// A director sets the target of the whole: each team and rep gets a part and is told once, and days that are over keep theirs.
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { insertPlanRates } from '../../src/numbers/db/plan-rates.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { people as peopleTable } from '../../src/org/db/people.sql.ts'
import { teams as teamRows } from '../../src/org/db/teams.sql.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { partsOfMember, versionsOfTarget } from '../../src/targets/db/targets.ts'
import type { CascadeDraft } from '../../src/targets/domain/cascade.ts'
import { inForceOn } from '../../src/targets/domain/target.ts'
import { type TargetPeriod, targetPeriod } from '../../src/targets/domain/target-period.ts'
import { scoresAsOf } from '../../src/targets/flows/scores-as-of.ts'
import { previewCascade, setCascade } from '../../src/targets/flows/set-cascade.ts'
import { previewTarget, setTarget } from '../../src/targets/flows/set-target.ts'
import { teamTargetHistory } from '../../src/targets/flows/target-history.ts'
import { type SmallTeam, smallTeam, type Wish } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const YEAR = targetPeriod('year', date('2026-03-02'), 1)
const APRIL = targetPeriod('month', date('2026-04-01'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

interface Company {
  workspaceId: string
  /** Dora leads all, with Cy as a rep of her own; Mara leads North with Ann and Ben; Nils leads South, which has East with Eve below it. */
  root: SmallTeam
  north: SmallTeam
  south: SmallTeam
  east: SmallTeam
  dora: Person
}

async function company(now = '2026-03-02T11:00:00Z'): Promise<Company> {
  context.moveTo(now)
  const workspaceId = `T${randomUUID()}`
  const leaders = ['UDORA', 'UMARA', 'UNILS', 'UOLGA'].map((id) => testPerson(workspaceId, id))
  const make = async (wishes: Wish[], name: string, managerUserId: string, parent: SmallTeam | null) => {
    const team = await smallTeam(context.db, wishes, { workspaceId, settings: { name } })
    await context.db
      .update(teamRows)
      .set({ managerUserId, parentTeamId: parent?.teamId ?? null })
      .where(eq(teamRows.teamId, team.teamId))
    return team
  }
  const root = await make([{ name: 'Cy' }], 'Sales', 'UDORA', null)
  const north = await make([{ name: 'Ann' }, { name: 'Ben' }], 'North', 'UMARA', root)
  const south = await make([], 'South', 'UNILS', root)
  const east = await make([{ name: 'Eve' }], 'East', 'UOLGA', south)
  const refreshedAt = context.clock.now()
  await context.db.insert(peopleTable).values(leaders.map((one) => ({ ...one, refreshedAt })))
  return { workspaceId, root, north, south, east, dora: leaders[0]! }
}

let submits = 0
async function set(
  { dora }: Company,
  team: SmallTeam,
  value: number,
  more: Partial<CascadeDraft> & { period?: TargetPeriod; by?: Person } = {},
) {
  const { period = YEAR, by = dora, ...draft } = more
  const request = {
    ...{ teamId: team.teamId, metricKey: 'calls', period },
    draft: {
      ...({ value, split: 'equal', weights: new Map(), byHand: null, reason: 'The plan' } as const),
      ...{ time: { by: 'equal', weights: null } as const, ...draft },
    },
  }
  const shown = await previewCascade(context, by, request)
  if (!shown.ok) return shown
  submits += 1
  const form = { version: shown.preview.loaded.version, sourceKey: `submit-${submits}` }
  const saved = await setCascade(context, by, request, form)
  // The same submit again changes nothing.
  expect(await setCascade(context, by, request, form)).toEqual({ ok: true, told: 0, teams: 0 })
  return saved
}

/** A team's own target, or that of one of its people, as its manager sets it. */
async function setOwn(
  team: SmallTeam,
  userId: string,
  value: number,
  period = YEAR,
  of: string | null = null,
) {
  const request = {
    ...{ teamId: team.teamId, metricKey: 'calls', userId: of, period },
    draft: {
      ...({ value, split: 'equal', weights: new Map(), byHand: null, role: null, reason: 'Ours' } as const),
      ...{ time: { by: 'equal', weights: null } as const, monthsByHand: null },
    },
  }
  const who = testPerson(team.workspaceId, userId)
  const shown = await previewTarget(context, who, request)
  submits += 1
  const version = shown.ok ? shown.preview.version : 0
  return setTarget(context, who, request, { version, sourceKey: `submit-${submits}` })
}

async function wholeOf({ workspaceId, teamId }: SmallTeam, period = YEAR) {
  const [latest] = await versionsOfTarget(context.db, workspaceId, { teamId, metricKey: 'calls', period })
  return latest ?? null
}
const wholes = async ({ root, north, south, east }: Company, period = YEAR) =>
  Promise.all([root, north, south, east].map(async (team) => (await wholeOf(team, period))?.whole ?? null))

async function partOf({ members }: SmallTeam, on: string, kind = 'year') {
  const { workspaceId, memberId } = members[0]!
  const parts = await partsOfMember(context.db, workspaceId, memberId, date(on))
  return inForceOn(
    parts.filter(({ period }) => period.kind === kind),
    date(on),
  )?.value
}

const messagesOf = async ({ workspaceId }: Company) => {
  const rows = await context.db.execute<{ kind: string; to_user_id: string; message_key: string }>(
    sql`select kind, to_user_id, message_key from messages where workspace_id = ${workspaceId}
      and kind in ('target-set', 'team-target-set') order by kind, to_user_id, message_key`,
  )
  return rows.map(({ kind, to_user_id, message_key }) => ({ kind, to: to_user_id, key: message_key }))
}

describe('a company’s target', () => {
  test('goes to its teams by heads, on to theirs, and to each rep and month; all are told once', async () => {
    const all = await company()
    expect(await set(all, all.root, 4800)).toEqual({ ok: true, told: 7, teams: 4 })
    expect(await wholes(all)).toEqual([4800, 2400, 1200, 1200])
    expect((await wholeOf(all.root))!.own).toBe(1200)
    // January and February were over before it was set.
    expect([await partOf(all.root, '2026-03-02'), await partOf(all.east, '2026-03-02')]).toEqual([1000, 1000])
    expect(await partOf(all.east, '2026-03-02', 'month')).toBe(100)
    const told = await messagesOf(all)
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([
      ...['UAnn', 'UBen', 'UCy', 'UEve'].map((to) => ['target-set', to]),
      ...['UMARA', 'UNILS', 'UOLGA'].map((to) => ['team-target-set', to]),
    ])
    const { workspaceId } = all
    const message = await findMessage(context.db, { workspaceId, messageKey: told.at(-1)!.key })
    expect(await factsOf(context.db, message!, context.clock.now())).toMatchObject({
      ...{ before: null, after: 1200, reason: 'The plan', byUserId: 'UDORA', teamName: 'East' },
      partOf: { teamName: 'South', isCompany: false },
    })
  })

  test('is revised forward only: a score of the past stays, and each says before, after and why', async () => {
    const all = await company()
    await set(all, all.root, 4800)
    context.moveTo('2026-04-15T11:00:00Z')
    const before = await scores(all)
    expect(await set(all, all.root, 9600, { reason: 'New market' })).toMatchObject({ ok: true, teams: 4 })
    expect(await scores(all)).toEqual(before)
    // March is over and keeps its 100; from today on April is measured by the new version.
    expect(await partOf(all.east, '2026-03-31', 'month')).toBe(100)
    expect(await partOf(all.east, '2026-04-14', 'month')).toBe(100)
    expect(await partOf(all.east, '2026-04-15', 'month')).toBeGreaterThan(200)
    const { workspaceId } = all
    const told = await messagesOf(all)
    const last = told.filter(({ to }) => to === 'UMARA').at(-1)!
    const message = await findMessage(context.db, { workspaceId, messageKey: last.key })
    expect(await factsOf(context.db, message!, context.clock.now())).toMatchObject({
      ...{ before: 2400, after: 4800, reason: 'New market' },
    })
    const north = (await loadTeam(context.db, workspaceId, all.north.teamId))!
    const history = await teamTargetHistory(context.db, north, context.clock.now())
    expect(history.lines.map((one) => [one.before, one.after, one.partOf?.teamName])).toEqual([
      [2400, 4800, 'Sales'],
      [null, 2400, 'Sales'],
    ])
  })

  test('leaves what a team’s manager has set, which is refused where the whole cannot hold it', async () => {
    const all = await company()
    await setOwn(all.north, 'UMARA', 3000)
    expect(await set(all, all.root, 4800)).toMatchObject({ ok: true })
    expect(await wholes(all)).toEqual([4800, 3000, 900, 900])
    expect(await set(all, all.root, 2000)).toMatchObject({
      ...{ reason: 'refused', refusal: { reason: 'teams-clash', whole: 2000, open: 2 } },
    })
    // More than the company has, with the others' parts, is refused; less leaves a rest, and colleagues keep theirs.
    expect(await setOwn(all.north, 'UMARA', 3001)).toMatchObject({
      refusal: { reason: 'above-parent', whole: 4800, others: 1800, value: 3001 },
    })
    expect(await setOwn(all.north, 'UMARA', 2800)).toMatchObject({ ok: true })
    expect(await wholes(all)).toEqual([4800, 2800, 900, 900])
    expect(await setOwn(all.east, 'UOLGA', 901)).toMatchObject({ refusal: { reason: 'above-parent' } })
  })

  test('a team’s part set by hand stays when the whole changes', async () => {
    const all = await company()
    await set(all, all.root, 4800, { byHand: new Map([[all.south.teamId, 600]]) })
    expect(await wholes(all)).toEqual([4800, 2800, 600, 600])
    await set(all, all.root, 6000)
    expect(await wholes(all)).toEqual([6000, 3600, 600, 600])
    await set(all, all.root, 4800, { byHand: new Map() })
    expect(await wholes(all)).toEqual([4800, 2400, 1200, 1200])
  })

  test('is on record also where it is only split anew over the months', async () => {
    const all = await company()
    const recorded = async () => {
      const rows = await context.db.execute<{ teams: number; who: string }>(sql`
        select count(distinct team_id)::int as teams, min(actor_user_id) as who from audit_events
        where workspace_id = ${all.workspaceId} and kind = 'target-set' and before ->> 'value' = after ->> 'value'`)
      return { ...rows[0] }
    }
    await set(all, all.root, 4800)
    expect(await recorded()).toEqual({ teams: 0, who: null })
    await set(all, all.root, 4800, { time: { by: 'days', weights: null } })
    // South has nobody of its own: nothing of it changes.
    expect(await recorded()).toEqual({ teams: 3, who: 'UDORA' })
  })

  test('of one month stays part of each team’s year', async () => {
    const all = await company()
    await set(all, all.root, 4800)
    await set(all, all.root, 800, { period: APRIL })
    expect(await wholes(all, APRIL)).toEqual([800, 400, 200, 200])
    expect(await wholes(all)).toEqual([4800, 2400, 1200, 1200])
    expect(await partOf(all.east, '2026-04-01', 'month')).toBe(200)
  })

  test('is set by nobody who does not lead all of the teams', async () => {
    const all = await company()
    const refused = { ok: false, reason: 'not-allowed' }
    expect(await set(all, all.root, 4800, { by: testPerson(all.workspaceId, 'UMARA') })).toEqual(refused)
    expect(await set(all, all.south, 4800, { by: testPerson(all.workspaceId, 'UOLGA') })).toEqual(refused)
    const admin = testPerson(all.workspaceId, 'UADMIN', { isAdmin: true })
    expect(await set(all, all.root, 4800, { by: admin })).toEqual(refused)
    // Who leads South leads East below it.
    const nils = testPerson(all.workspaceId, 'UNILS')
    expect(await set(all, all.south, 1000, { by: nils })).toEqual({ ok: true, told: 2, teams: 2 })
    // The whole of a team with teams below is not set without them.
    expect(await setOwn(all.root, 'UDORA', 500)).toMatchObject({ ok: false, reason: 'not-allowed' })
  })

  test('leaves its sum where one of the director’s own people gets another part', async () => {
    const all = await company()
    await set(all, all.root, 4800)
    expect(await setOwn(all.root, 'UDORA', 1300, YEAR, 'UCy')).toMatchObject({
      refusal: { reason: 'above-whole', whole: 100, value: 130 },
    })
    expect(await setOwn(all.root, 'UDORA', 900, YEAR, 'UCy')).toEqual({ ok: true, told: 1 })
    expect(await wholeOf(all.root)).toMatchObject({ whole: 4800, own: 1200 })
    expect(await wholes(all)).toEqual([4800, 2400, 1200, 1200])
  })

  test('by what was reached last, a team’s share that is one person’s number is on record as read', async () => {
    const all = await company()
    const last = {
      date: date('2025-11-03'),
      values: { calls: 40 },
      source: 'command',
      now: context.clock.now(),
    }
    for (const { members, metrics } of [all.root, all.north, all.east])
      for (const member of members)
        await context.db.transaction((tx) =>
          recordDay(tx, {
            ...{ ...member, ...last, source: 'command', metrics, sourceKey: randomUUID() },
            ...{ enteredBy: member.userId, late: false, implausible: [] },
          }),
        )
    await set(all, all.root, 4800, { split: 'equal' })
    const read = () =>
      context.db.execute<{ user_id: string; viewer_user_id: string }>(
        sql`select user_id, viewer_user_id from readings where workspace_id = ${all.workspaceId} order by user_id`,
      )
    expect(await read()).toEqual([])
    expect(await set(all, all.root, 2400, { split: 'last' })).toMatchObject({ ok: true })
    expect(await read()).toEqual(
      ['UCy', 'UEve'].map((userId) => ({ user_id: userId, viewer_user_id: 'UDORA' })),
    )
  })

  test('of money in two currencies is set by the plan rates, which stay what they were then', async () => {
    const all = await company()
    const { workspaceId, root, north, dora } = all
    await context.db.execute(
      sql`update metrics set currency = 'CNY' where team_id = ${north.teamId}::uuid and metric_key = 'newRevenue'`,
    )
    const request = {
      ...{ teamId: root.teamId, metricKey: 'newRevenue', period: YEAR },
      draft: {
        ...({
          value: 1_000_000_00,
          split: 'equal',
          weights: new Map(),
          byHand: null,
          reason: 'Plan',
        } as const),
        time: { by: 'days', weights: null } as const,
      },
    }
    expect(await previewCascade(context, dora, request)).toMatchObject({
      refusal: { reason: 'no-rate', currencies: ['CNY'] },
    })
    const rated = async (version: number, CNY: number) => {
      const from = date('2026-01-01')
      const rates = { yearFrom: from, version, effectiveFrom: from, reporting: 'EUR', rates: { CNY } }
      const by = { setBy: 'UADMIN', setAt: context.clock.now() }
      await insertPlanRates(context.db, workspaceId, rates, by)
    }
    await rated(1, 1_250_000_000)
    const shown = await previewCascade(context, dora, request)
    if (!shown.ok) throw new Error(shown.reason)
    const form = { version: shown.preview.loaded.version, sourceKey: randomUUID() }
    // €500,000 of two people out of four are ¥4,000,000 at 0.125.
    expect(shown.preview.teams.map(({ whole }) => whole)).toEqual(
      expect.arrayContaining([1_000_000_00, 4_000_000_00]),
    )
    await rated(2, 2_000_000_000)
    expect(await setCascade(context, dora, request, form)).toEqual({ ok: false, reason: 'changed-since' })
    const again = await previewCascade(context, dora, request)
    const anew = { version: again.ok ? again.preview.loaded.version : 0, sourceKey: randomUUID() }
    expect(await setCascade(context, dora, request, anew)).toMatchObject({ ok: true, teams: 4 })
    const target = { teamId: north.teamId, metricKey: 'newRevenue', period: YEAR }
    const ofNorth = async () =>
      (await versionsOfTarget(context.db, workspaceId, target)).map((one) => one.whole)
    expect(await ofNorth()).toEqual([2_500_000_00])
    await rated(3, 1_000_000_000)
    expect(await ofNorth()).toEqual([2_500_000_00])
  })

  test('lets a team’s manager set no more than fits above in the other currency', async () => {
    const all = await company()
    const { workspaceId, root, north, dora } = all
    await context.db.execute(
      sql`update metrics set currency = 'CNY' where team_id = ${north.teamId}::uuid and metric_key = 'newRevenue'`,
    )
    const from = date('2026-01-01')
    const rates = { reporting: 'EUR', rates: { CNY: 1_250_000_000 } }
    await insertPlanRates(
      context.db,
      workspaceId,
      { ...rates, yearFrom: from, version: 1, effectiveFrom: from },
      { setBy: 'UADMIN', setAt: context.clock.now() },
    )
    const draft = {
      ...({ value: 1_000_000_00, split: 'equal', weights: new Map(), byHand: null, reason: 'Plan' } as const),
      time: { by: 'equal', weights: null } as const,
    }
    const request = { teamId: root.teamId, metricKey: 'newRevenue', period: YEAR, draft }
    const shown = await previewCascade(context, dora, request)
    if (!shown.ok) throw new Error(shown.reason)
    const form = { version: shown.preview.loaded.version, sourceKey: randomUUID() }
    expect(await setCascade(context, dora, request, form)).toMatchObject({ ok: true })
    const mara = testPerson(workspaceId, 'UMARA')
    const wish = (value: number) =>
      previewTarget(context, mara, {
        ...{ teamId: north.teamId, metricKey: 'newRevenue', userId: null, period: YEAR },
        draft: { ...draft, value, role: null, monthsByHand: null },
      })
    expect(await wish(4_000_000_01 + 100)).toMatchObject({
      refusal: { reason: 'above-parent', whole: 8_000_000_00, others: 4_000_000_00 },
    })
    expect(await wish(3_999_000_00)).toMatchObject({ ok: true })
  })
})

/** Of everybody, as of the first of April. */
async function scores({ root, north, east }: Company) {
  const found = []
  for (const { members } of [root, north, east])
    for (const member of members)
      found.push(await scoresAsOf(context.db, member, Temporal.Instant.from('2026-04-01T20:00:00Z')))
  return found
}
