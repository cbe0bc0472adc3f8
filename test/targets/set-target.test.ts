// A manager sets targets: what each rep gets, who is told, what is refused, and that days that are over keep their target.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/core/person.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { members as memberRows } from '../../src/org/db/teams.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { partsOfMember } from '../../src/targets/db/targets.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { inForceOn } from '../../src/targets/domain/target.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { explainTargets } from '../../src/targets/flows/explain-targets.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { previewTarget, setTarget, type TargetRequest } from '../../src/targets/flows/set-target.ts'
import { ownTargetHistory, teamTargetHistory } from '../../src/targets/flows/target-history.ts'
import { targetsOfDay } from '../../src/targets/flows/targets-of-day.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

/** North with Ann, Ben and Cy, on Monday 2 March at noon in Berlin. */
async function north(now = '2026-03-02T11:00:00Z'): Promise<{ team: SmallTeam; boss: Person }> {
  context.moveTo(now)
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cy' }])
  return { team, boss: testPerson(team.workspaceId, 'UBOSS') }
}

type Wish = Partial<TargetRequest['draft']> & { metric?: string; user?: string; period?: typeof MARCH }

function request(
  { teamId }: SmallTeam,
  { metric = 'calls', user, period = MARCH, ...draft }: Wish,
): TargetRequest {
  const usual = {
    value: 330,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
    reason: '',
  }
  return {
    ...{ teamId, metricKey: metric, period, userId: user ?? null },
    draft: { ...usual, ...draft } as TargetRequest['draft'],
  }
}

let submits = 0
async function set(team: SmallTeam, boss: Person, wish: Wish) {
  const wanted = request(team, wish)
  const shown = await previewTarget(context, boss, wanted)
  const version = shown.ok ? shown.preview.version : 0
  submits += 1
  return setTarget(context, boss, wanted, { version, sourceKey: `submit-${submits}` })
}

async function partsOf(team: SmallTeam, on = '2026-03-02') {
  const values: Record<string, number> = {}
  for (const { workspaceId, memberId, userId } of team.members) {
    const parts = await partsOfMember(context.db, workspaceId, memberId, date(on))
    const part = inForceOn(parts, date(on))
    if (part) values[userId] = part.value
  }
  return values
}

async function membershipOf(team: SmallTeam, name: string) {
  const person = team.people.find((one) => one.userId === `U${name}`)!
  const [membership] = await membershipsOf(context.db, person, maySeeOwnTargets, context.clock.now())
  return membership!
}
const standing = async (team: SmallTeam, name: string) =>
  ownTargets(context.db, await membershipOf(team, name), context.clock.now())

/** What the form says below the field for calls of the day. */
const fieldOf = async (team: SmallTeam, name: string, day: string) =>
  (await targetsOfDay(context.db, await membershipOf(team, name), date(day), context.clock.now())).get(
    'calls',
  )

const log = (team: SmallTeam, name: string, values: Record<string, number>, on: string) =>
  logNumbers(context, {
    ...{ who: team.people.find((one) => one.userId === `U${name}`)!, teamId: team.teamId, date: date(on) },
    ...{ values, how: 'add', source: 'command', sourceKey: `line:${crypto.randomUUID()}` },
  })

const messagesOf = (team: SmallTeam) =>
  context.db.execute<{ message_key: string }>(
    sql`select message_key from messages where workspace_id = ${team.workspaceId} and kind = 'target-set'`,
  )

describe('a team’s target', () => {
  test('is split over its reps, who are told privately, with the reason', async () => {
    const { team, boss } = await north()
    expect(await set(team, boss, { value: 100, reason: 'Spring push' })).toEqual({ ok: true, told: 3 })
    const parts = await partsOf(team)
    expect(Object.values(parts).sort()).toEqual([33, 33, 34])
    const rows = await messagesOf(team)
    expect(rows).toHaveLength(3)
    const message = await findMessage(context.db, {
      workspaceId: team.workspaceId,
      messageKey: rows[0]!.message_key,
    })
    expect(await factsOf(context.db, message!, context.clock.now())).toMatchObject({
      ...{ before: null, reason: 'Spring push', byUserId: 'UBOSS', teamName: 'North' },
    })
  })

  test('is changed only with a reason, forward, and who is not affected is not told', async () => {
    const { team, boss } = await north()
    await set(team, boss, { value: 300 })
    expect(await set(team, boss, { value: 330 })).toMatchObject({ refusal: { reason: 'reason-missing' } })
    expect(await set(team, boss, { value: 300, reason: 'same' })).toMatchObject({
      refusal: { reason: 'unchanged' },
    })
    context.moveTo('2026-03-16T11:00:00Z')
    expect(await set(team, boss, { value: 360, reason: 'More leads' })).toEqual({ ok: true, told: 3 })
    // Each day is measured by the version that was in force on it.
    expect(await partsOf(team, '2026-03-15')).toEqual({ UAnn: 100, UBen: 100, UCy: 100 })
    expect(await partsOf(team, '2026-03-16')).toEqual({ UAnn: 120, UBen: 120, UCy: 120 })
    const own = await ownTargetHistory(context.db, await membershipOf(team, 'Ann'))
    expect(own.lines.map(({ before, after, byName }) => [before, after, byName])).toEqual([
      [100, 120, 'Boss'],
      [null, 100, 'Boss'],
    ])
    const history = await teamTargetHistory(
      context.db,
      { ...team, managerUserId: 'UBOSS', delegateUserId: null, parentTeamId: null, archivedAt: null },
      context.clock.now(),
    )
    expect(history.lines.map(({ before, after, version }) => [before, after, version.reason])).toEqual([
      [300, 360, 'More leads'],
      [null, 300, ''],
    ])
  })

  test('keeps what is set by hand for one rep, and refuses what cannot add up', async () => {
    const { team, boss } = await north()
    await set(team, boss, { value: 300 })
    expect(await set(team, boss, { user: 'UAnn', value: 120, reason: 'New area' })).toMatchObject({
      refusal: { reason: 'above-whole', whole: 300, others: 200, value: 120 },
    })
    expect(await set(team, boss, { user: 'UAnn', value: 60, reason: 'New area' })).toEqual({
      ok: true,
      told: 1,
    })
    // Colleagues' targets never change by themselves.
    expect(await partsOf(team)).toEqual({ UAnn: 60, UBen: 100, UCy: 100 })
    await set(team, boss, { value: 360, reason: 'More' })
    expect(await partsOf(team)).toEqual({ UAnn: 60, UBen: 150, UCy: 150 })
    expect(await set(team, boss, { value: 50, reason: 'Less' })).toMatchObject({
      refusal: { reason: 'does-not-add-up', whole: 50, byHand: 60, open: 2 },
    })
    expect(await set(team, boss, { user: 'UNobody', value: 1, reason: 'x' })).toMatchObject({
      refusal: { reason: 'not-in-team' },
    })
  })

  test('by last month’s share, which shows numbers of theirs and is on record', async () => {
    const { team, boss } = await north('2026-02-10T11:00:00Z')
    await log(team, 'Ann', { calls: 30 }, '2026-02-10')
    await log(team, 'Ben', { calls: 10 }, '2026-02-10')
    context.moveTo('2026-03-02T11:00:00Z')
    const shown = await previewTarget(context, boss, request(team, { value: 80, split: 'last' }))
    expect(shown).toMatchObject({
      ok: true,
      preview: { advice: [{ about: 'reach', reach: { best: 40, beyond: 1 } }] },
    })
    await set(team, boss, { value: 80, split: 'last' })
    expect(await partsOf(team)).toEqual({ UAnn: 60, UBen: 20, UCy: 0 })
    const seen = await context.db.execute<{ user_id: string }>(
      sql`select user_id from readings where workspace_id = ${team.workspaceId} and viewer_user_id = 'UBOSS'`,
    )
    expect(seen.map((row) => row.user_id).sort()).toEqual(['UAnn', 'UBen', 'UCy'])
  })

  test('of a rate is everyone’s own', async () => {
    const { team, boss } = await north()
    await set(team, boss, { metric: 'proposalWinRate', value: 400 })
    expect(await partsOf(team)).toEqual({ UAnn: 400, UBen: 400, UCy: 400 })
  })

  test('a newcomer starts lower, a leaver ends on the last day; the rest is unassigned', async () => {
    const { team, boss } = await north('2026-03-16T11:00:00Z')
    const [ann, ben] = team.members
    await context.db
      .update(memberRows)
      .set({ joinedOn: date('2026-03-16') })
      .where(sql`member_id = ${ann!.memberId}`)
    const shown = await previewTarget(context, boss, request(team, { value: 330 }))
    // 12 of 22 days at 30 percent of 110.
    expect(shown).toMatchObject({ ok: true, preview: { plan: { unassigned: 92 } } })
    await set(team, boss, { value: 330 })
    expect(await partsOf(team, '2026-03-16')).toEqual({ UAnn: 18, UBen: 110, UCy: 110 })
    // Ben leaves on the 20th, after it was set: 15 of 22 days.
    await context.db
      .update(memberRows)
      .set({ leftOn: date('2026-03-20') })
      .where(sql`member_id = ${ben!.memberId}`)
    context.moveTo('2026-03-23T11:00:00Z')
    const after = await previewTarget(
      context,
      boss,
      request(team, { value: 330, reason: 'Ben left', byHand: new Map() }),
    )
    // 75 are Ben's; of 255 Ann's and Cy's halves are 128 and 127.
    expect(after).toMatchObject({ ok: true })
    const parts = after.ok ? after.preview.plan.parts.map(({ value }) => value) : []
    expect(
      parts.reduce((sum, value) => sum + value, 0) + (after.ok ? after.preview.plan.unassigned! : 0),
    ).toBe(255)
  })

  test('saved twice by the same submit is one version, and who was slower sees it anew', async () => {
    const { team, boss } = await north()
    const wanted = request(team, { value: 300 })
    const form = { version: 0, sourceKey: 'once' }
    expect(await setTarget(context, boss, wanted, form)).toEqual({ ok: true, told: 3 })
    expect(await setTarget(context, boss, wanted, form)).toEqual({ ok: true, told: 0 })
    const other = request(team, { value: 360, reason: 'Mine' })
    expect(await setTarget(context, boss, other, { version: 0, sourceKey: 'late' })).toEqual({
      ...{ ok: false, reason: 'changed-since' },
    })
    expect(await messagesOf(team)).toHaveLength(3)
  })

  test('what a form says of the parts is read from the plan that is saved, and stops it', async () => {
    const { team, boss } = await north()
    const wanted = request(team, { value: 300 })
    const form = { version: 0, sourceKey: 'stopped' }
    const seen: number[][] = []
    const stopped = await setTarget(context, boss, wanted, form, ({ plan }) => {
      seen.push(plan.parts.map(({ value }) => value))
      return 'a part was set by hand'
    })
    expect(stopped).toEqual({ ok: false, reason: 'stopped', stop: 'a part was set by hand' })
    expect(await messagesOf(team)).toEqual([])
    expect(await setTarget(context, boss, wanted, form, () => null)).toMatchObject({ ok: true })
    // A submit that Slack delivers again is answered before anything is read from it.
    expect(await setTarget(context, boss, wanted, form, () => 'again')).toEqual({ ok: true, told: 0 })
    expect(seen).toEqual([[100, 100, 100]])
  })

  test('is set by nobody who does not lead the team', async () => {
    const { team } = await north()
    const stranger = team.people[0]!
    const refused = { ok: false, reason: 'not-allowed' }
    expect(await previewTarget(context, stranger, request(team, {}))).toEqual(refused)
    expect(await setTarget(context, stranger, request(team, {}), { version: 0, sourceKey: 'x' })).toEqual(
      refused,
    )
  })
})

describe('a rep’s standing', () => {
  test('counts their own working days: leave moves the work, and today is out before its close', async () => {
    const { team, boss } = await north()
    await takeLeave(context.db, team.members[0]!, '2026-03-16', '2026-03-20')
    await set(team, boss, { value: 510 })
    await log(team, 'Ann', { calls: 12 }, '2026-03-02')
    // On Monday itself nothing is expected, and what is in is not yet held against anything.
    expect((await standing(team, 'Ann'))[0]!.progress).toMatchObject({
      ...{ target: 170, actual: 12, days: 17, elapsed: 0, pace: { known: false, reason: 'not-yet' } },
      rest: { amount: 158, days: 16 },
    })
    // Monday's numbers are due at Tuesday's close, 11:00 in Berlin; Ann's are in, Ben's are not.
    context.moveTo('2026-03-03T09:59:00Z')
    expect((await standing(team, 'Ann'))[0]!.progress).toMatchObject({ elapsed: 1, expected: 10, gap: 2 })
    expect((await standing(team, 'Ben'))[0]!.progress).toMatchObject({ elapsed: 0, gap: 0 })
    context.moveTo('2026-03-03T10:01:00Z')
    const [ann] = await standing(team, 'Ann')
    expect(ann!.progress).toMatchObject({
      elapsed: 1,
      expected: 10,
      pace: { known: true, value: 1.2 },
      gap: 2,
    })
    const of = async (day: string) => (await fieldOf(team, 'Ann', day))!.day
    expect([await of('2026-03-03'), await of('2026-03-17')]).toEqual([10, 0])
    const [ben] = await standing(team, 'Ben')
    expect(ben!.progress).toMatchObject({ days: 22, actual: null, gap: -170 / 22 })
  })

  test('a result is given back in calls, by what calls have brought', async () => {
    const { team, boss } = await north('2026-02-10T11:00:00Z')
    await log(team, 'Ann', { calls: 40, newRevenue: 1_000_000 }, '2026-02-10')
    await log(team, 'Ben', { calls: 40, newRevenue: 1_000_000 }, '2026-02-10')
    context.moveTo('2026-03-02T07:00:00Z')
    await set(team, boss, { metric: 'newRevenue', value: 9_900_000 })
    // €33,000 in 22 days are €1,500 a day; a call brings €250.
    const [ann] = await standing(team, 'Ann')
    expect(ann!.work).toMatchObject({ perDay: 6, metric: { key: 'calls' } })
  })

  test('why: entries, days and version are listed', async () => {
    const { team, boss } = await north()
    await set(team, boss, { value: 300, reason: 'Spring' })
    await log(team, 'Ann', { calls: 12 }, '2026-03-02')
    const ann = team.people[0]!
    const explained = await explainTargets(context, ann, team.teamId)
    expect(explained!.targets[0]).toMatchObject({
      entries: [{ value: 12 }],
      version: { version: 1, reason: 'Spring', setBy: 'UBOSS' },
      target: { progress: { target: 100, actual: 12 } },
    })
    expect(explained!.targets[0]!.entries[0]!.from.toString()).toBe('2026-03-02')
    expect(await explainTargets(context, testPerson(team.workspaceId, 'UBOSS'), team.teamId)).toBeNull()
  })
})
