// A manager pastes a table of targets: what is saved at once, who is told, and what is refused whole.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import { members as memberRows, teams as teamRows } from '../../src/org/db/teams.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { partsOfMember } from '../../src/targets/db/targets.ts'
import { readTable } from '../../src/targets/domain/table-wishes.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { loadTable } from '../../src/targets/flows/load-table.ts'
import { isTableSaved, previewTable, setTable } from '../../src/targets/flows/set-table.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)
const WORDS = { names: namesOfMetrics, others: otherPresets }

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

async function north(): Promise<{ team: SmallTeam; boss: Person }> {
  context.moveTo('2026-03-02T11:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cy' }])
  return { team, boss: testPerson(team.workspaceId, 'UBOSS') }
}

/** Another team of the same workspace. */
async function south({ workspaceId }: SmallTeam, managerUserId: string): Promise<SmallTeam> {
  const team = await smallTeam(context.db, [{ name: 'Dan' }], { workspaceId })
  await context.db.update(teamRows).set({ managerUserId }).where(sql`team_id = ${team.teamId}`)
  return team
}

async function read({ teamId }: SmallTeam, who: Person, text: string) {
  const table = (await loadTable(context, who, teamId, WORDS))!
  return readTable(text, table)
}

let submits = 0
async function paste(team: SmallTeam, who: Person, text: string, reason = '') {
  const { wishes, problems } = await read(team, who, text)
  expect(problems).toEqual([])
  const shown = await previewTable(context, who, wishes, reason)
  if (!shown.ok) return shown
  submits += 1
  return setTable(context, who, wishes, { reason, versions: shown.versions, sourceKey: `paste-${submits}` })
}

async function partsOf(team: SmallTeam, on = '2026-03-02') {
  const values: Record<string, string[]> = {}
  for (const { workspaceId, memberId, userId } of team.members) {
    const parts = await partsOfMember(context.db, workspaceId, memberId, date(on))
    values[userId] = parts.map((part) => `${part.metricKey} ${part.version}: ${part.value}`).sort()
  }
  return values
}

const messagesOf = ({ workspaceId }: SmallTeam) =>
  context.db.execute<{ message_key: string; kind: string }>(
    sql`select message_key, kind from messages where workspace_id = ${workspaceId} and kind like 'target%' order by 1`,
  )

async function wholeOf(team: SmallTeam, boss: Person, value: number) {
  const draft = {
    value,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
  } as const
  const wanted = { teamId: team.teamId, metricKey: 'calls', userId: null, period: MARCH }
  return setTarget(
    context,
    boss,
    { ...wanted, draft: { ...draft, reason: 'team' } },
    { version: 0, sourceKey: 'whole' },
  )
}

describe('a pasted table', () => {
  test('is saved as a version for each metric and period, and each rep is told once', async () => {
    const { team, boss } = await north()
    const text =
      'Name\tKPI\tMonth\tTarget\nAnn\tCalls\tMarch\t110\nAnn\tNew revenue\tMarch\t30k\nAnn\tCalls\tApril\t120\nBen\tCalls\tMarch\t90'
    expect(await paste(team, boss, text, 'Plan 2026')).toMatchObject({ ok: true, told: 2 })
    expect(await partsOf(team)).toEqual({
      UAnn: ['calls 1: 110', 'newRevenue 1: 3000000'],
      UBen: ['calls 1: 90'],
      UCy: [],
    })
    expect((await partsOf(team, '2026-04-01')).UAnn).toEqual(['calls 1: 120'])
    const rows = await messagesOf(team)
    expect(rows.map(({ kind }) => kind)).toEqual(['targets-set', 'targets-set'])
    const ann = rows.find(({ message_key: key }) => key.includes(team.members[0]!.memberId))!
    const message = await findMessage(context.db, {
      workspaceId: team.workspaceId,
      messageKey: ann.message_key,
    })
    expect(await factsOf(context.db, message!, context.clock.now())).toMatchObject({
      ...{ reason: 'Plan 2026', byUserId: 'UBOSS', teamName: 'North' },
      targets: [
        { metric: { key: 'calls' }, before: null, after: 110 },
        { metric: { key: 'newRevenue' }, before: null, after: 3_000_000 },
        { metric: { key: 'calls' }, before: null, after: 120 },
      ],
    })
    const audited = await context.db.execute<{ user_id: string }>(
      sql`select user_id from audit_events where workspace_id = ${team.workspaceId} and kind = 'rep-target-set'`,
    )
    expect(audited.map((row) => row.user_id).sort()).toEqual(['UAnn', 'UAnn', 'UAnn', 'UBen'])
  })

  test('changes what is there only with a reason, and what stays the same is nobody’s news', async () => {
    const { team, boss } = await north()
    await paste(team, boss, 'Ann\tCalls\tMarch\t110\nBen\tCalls\tMarch\t90')
    expect(await paste(team, boss, 'Ann\tCalls\tMarch\t120')).toEqual({ ok: false, reason: 'reason-missing' })
    expect(await paste(team, boss, 'Ann\tCalls\tMarch\t110', 'same')).toEqual({
      ok: false,
      reason: 'unchanged',
    })
    const text = 'Ann\tCalls\tMarch\t120\nBen\tCalls\tMarch\t90\nBen\tNew revenue\tMarch\t5k'
    const half = await read(team, boss, 'Ann\tCalls\tMarch\t110\nBen\tNew revenue\tMarch\t5k')
    expect(await previewTable(context, boss, half.wishes, '')).toMatchObject({ same: 1, targets: [{}] })
    expect(await paste(team, boss, text, 'Spring')).toMatchObject({ ok: true, told: 2 })
    expect(await partsOf(team)).toMatchObject({
      UAnn: ['calls 1: 110', 'calls 2: 120'],
      UBen: ['calls 1: 90', 'newRevenue 1: 500000'],
    })
  })

  test('must fit into the team’s target together; what fits leaves the rest unassigned', async () => {
    const { team, boss } = await north()
    await wholeOf(team, boss, 300)
    // One more and one less: together they are as before.
    expect(await paste(team, boss, 'Ann\tCalls\tMarch\t130\nBen\tCalls\tMarch\t60', 'swap')).toMatchObject({
      ...{ ok: true, told: 2 },
    })
    const { wishes } = await read(team, boss, 'Ann\tCalls\tMarch\t150\nBen\tCalls\tMarch\t60')
    expect(await previewTable(context, boss, wishes, 'more')).toMatchObject({
      reason: 'refused',
      refusals: [{ plan: { reason: 'above-whole', whole: 300, others: 100, value: 210 } }],
    })
    const fewer = await read(team, boss, 'Ann\tCalls\tMarch\t120')
    expect(await previewTable(context, boss, fewer.wishes, 'less')).toMatchObject({
      targets: [{ plan: { unassigned: 20 } }],
    })
  })

  test('says whose part is far beyond what they reached, which is on record, and not where a reason is given', async () => {
    const { team, boss } = await north()
    const [ann] = team.people
    context.moveTo('2026-02-10T11:00:00Z')
    const entry = {
      values: { calls: 40 },
      how: 'add',
      source: 'command',
      sourceKey: crypto.randomUUID(),
    } as const
    await logNumbers(context, { who: ann!, teamId: team.teamId, date: date('2026-02-10'), ...entry })
    context.moveTo('2026-03-02T11:00:00Z')
    const { wishes } = await read(team, boss, 'Ann\tCalls\tMarch\t60\nBen\tCalls\tMarch\t60')
    const shown = await previewTable(context, boss, wishes, '')
    expect(shown).toMatchObject({ targets: [{ far: [{ name: 'Ann', best: 40 }] }] })
    const seen = await context.db.execute<{ user_id: string }>(
      sql`select user_id from readings where workspace_id = ${team.workspaceId} and viewer_user_id = 'UBOSS'`,
    )
    expect(seen.map((row) => row.user_id)).toEqual(['UAnn'])
    expect(await previewTable(context, boss, wishes, 'A new list')).toMatchObject({ targets: [{ far: [] }] })
  })

  test('is all or nothing: one that cannot be saved keeps the others from being saved', async () => {
    const { team, boss } = await north()
    await context.db
      .update(memberRows)
      .set({ leftOn: date('2026-03-20') })
      .where(sql`member_id = ${team.members[1]!.memberId}`)
    const { wishes } = await read(team, boss, 'Ann\tCalls\tApril\t150\nBen\tCalls\tApril\t60')
    const form = { reason: '', versions: '0', sourceKey: 'none' }
    expect(await setTable(context, boss, wishes, form)).toMatchObject({
      refusals: [{ plan: { reason: 'not-in-team' }, names: ['Ben'] }],
    })
    expect((await partsOf(team, '2026-04-01')).UAnn).toEqual([])
  })

  test('holds people of all teams that one leads, and nobody else', async () => {
    const { team, boss } = await north()
    const own = await south(team, 'UBOSS')
    expect(await paste(team, boss, 'Ann\tCalls\tMarch\t110\nDan\tCalls\tMarch\t90')).toMatchObject({
      ok: true,
      told: 2,
    })
    expect(await partsOf(own)).toEqual({ UDan: ['calls 1: 90'] })
    await context.db.update(teamRows).set({ managerUserId: 'UOTHER' }).where(sql`team_id = ${own.teamId}`)
    expect((await read(team, boss, 'Dan\tCalls\tMarch\t95')).problems).toMatchObject([{ reason: 'nobody' }])
  })

  test('is refused to who leads the team no more when it is saved, and to who never did', async () => {
    const { team, boss } = await north()
    const { wishes } = await read(team, boss, 'Ann\tCalls\tMarch\t110')
    const form = { reason: '', versions: '0', sourceKey: 'late' }
    const [ann] = team.people
    expect(await loadTable(context, ann!, team.teamId, WORDS)).toBeNull()
    expect(await setTable(context, ann!, wishes, form)).toEqual({ ok: false, reason: 'not-allowed' })
    await context.db.update(teamRows).set({ managerUserId: 'UOTHER' }).where(sql`team_id = ${team.teamId}`)
    expect(await setTable(context, boss, wishes, form)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await partsOf(team)).toMatchObject({ UAnn: [] })
  })

  test('saved twice by the same submit is one version, and who was slower sees it anew', async () => {
    const { team, boss } = await north()
    const { wishes } = await read(team, boss, 'Ann\tCalls\tMarch\t110')
    const form = { reason: 'once', versions: '0', sourceKey: 'once' }
    expect(await setTable(context, boss, wishes, form)).toEqual({ ok: true, told: 1, saved: 1 })
    expect(await setTable(context, boss, wishes, form)).toEqual({ ok: true, told: 0, saved: 0 })
    expect(await isTableSaved(context, boss, wishes, 'once')).toBe(true)
    const other = (await read(team, boss, 'Ann\tCalls\tMarch\t120')).wishes
    expect(await setTable(context, boss, other, { ...form, sourceKey: 'slow' })).toEqual({
      ...{ ok: false, reason: 'changed-since' },
    })
    expect(await messagesOf(team)).toHaveLength(1)
  })
})

describe('under a target of the quarter', () => {
  const QUARTER = targetPeriod('quarter', date('2026-04-01'), 1)
  async function withQuarter() {
    const { team, boss } = await north()
    const draft = {
      ...{
        value: 900,
        split: 'equal' as const,
        weights: new Map(),
        byHand: null,
        role: null,
        reason: 'plan',
      },
      ...{ time: { by: 'days' as const, weights: null }, monthsByHand: null },
    }
    const wanted = { teamId: team.teamId, metricKey: 'calls', userId: null, period: QUARTER, draft }
    expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'quarter' })).toMatchObject({
      ok: true,
    })
    return { team, boss }
  }

  test('a month is told with what it was', async () => {
    const { team, boss } = await withQuarter()
    expect(await paste(team, boss, 'Ann\tCalls\tApril\t60', 'less')).toMatchObject({ ok: true, told: 1 })
    const key = (await messagesOf(team)).find(({ kind }) => kind === 'targets-set')!.message_key
    const message = await findMessage(context.db, { workspaceId: team.workspaceId, messageKey: key })
    expect(await factsOf(context.db, message!, context.clock.now())).toMatchObject({
      targets: [{ metric: { key: 'calls' }, after: 60 }],
    })
  })

  test('several months are saved in one go', async () => {
    const { team, boss } = await withQuarter()
    const text = 'Ann\tCalls\tApril\t60\nAnn\tCalls\tMay\t70'
    expect(await paste(team, boss, text, 'less')).toMatchObject({ ok: true, told: 1, saved: 2 })
    const ofAnn = async (on: string) => (await partsOf(team, on)).UAnn!
    expect(await ofAnn('2026-04-01')).toContain('calls 2: 60')
    expect(await ofAnn('2026-05-01')).toContain('calls 2: 70')
    // 60, 70, and what June has, which depends on who gets the tick left over: the ids are random.
    const inJune = await ofAnn('2026-06-01')
    const june = Math.min(...inJune.map((part) => Number(part.split(': ')[1])))
    expect([100, 101, 102]).toContain(june)
    expect(inJune).toContain(`calls 3: ${60 + 70 + june}`)
  })

  test('a month beside its own quarter is refused, and not guessed', async () => {
    const { team, boss } = await withQuarter()
    const text = 'Ann\tCalls\tQ2\t250\nAnn\tCalls\tApril\t60'
    expect(await paste(team, boss, text, 'less')).toMatchObject({ ok: false, reason: 'refused' })
  })
})
