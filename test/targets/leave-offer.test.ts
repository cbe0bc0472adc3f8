// Long leave in a month with targets: the manager is offered lower ones, once, privately, and until they are set or not needed.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { saveHomeTeam } from '../../src/org/db/home-teams.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import type { LeaveKind } from '../../src/org/domain/leave-kind.ts'
import { handOver } from '../../src/org/flows/hand-over.ts'
import { cancelLeave, recordLeave } from '../../src/org/flows/record-leave.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { type OfferLine, offerKey } from '../../src/targets/domain/leave-offer.ts'
import type { LeaveOfferFacts } from '../../src/targets/domain/message-facts.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { openOffer } from '../../src/targets/flows/leave-offer.ts'
import { reopenTarget } from '../../src/targets/flows/open-target.ts'
import { setTarget, type TargetRequest } from '../../src/targets/flows/set-target.ts'
import { renderLeaveOffer } from '../../src/targets/slack/leave-offer.ts'
import { readForm, readTarget, targetView } from '../../src/targets/slack/target-form.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { stateOf } from '../support/form-state.ts'
import { factsOf } from '../support/message-facts.ts'
import { CALLS, REVENUE } from './samples.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)
const JUNE = targetPeriod('month', date('2026-06-01'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

interface North {
  team: SmallTeam
  boss: Person
  ann: Person
}

/** Ann is to make 220 calls in March, which has 22 weekdays. */
async function north(zone = 'Europe/Berlin'): Promise<North> {
  context.moveTo('2026-03-02T08:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }], { settings: { zone } })
  for (const member of team.members) await saveHomeTeam(context.db, member, team.teamId)
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const found = { team, boss, ann: team.people[0]! }
  await setFor(found, 'calls', 220)
  return found
}

let submits = 0
async function setFor(
  { team, boss, ann }: North,
  metricKey: string,
  value: number,
  period = MARCH,
  version = 0,
) {
  submits += 1
  const draft: TargetRequest['draft'] = {
    ...{ value, weights: new Map(), byHand: null, role: null, monthsByHand: null, reason: 'As agreed' },
    ...{ split: 'equal', time: { by: 'days', weights: null } },
  }
  const wanted = { teamId: team.teamId, metricKey, period, userId: ann.userId, draft }
  const saved = await setTarget(context, boss, wanted, { version, sourceKey: `submit-${submits}` })
  expect(saved).toMatchObject({ ok: true })
}

async function away({ ann }: North, from: string, to: string, kind: LeaveKind = 'annual', by: Person = ann) {
  const recorded = await recordLeave(context, by, ann.userId, {
    ...{ from: date(from), to: date(to), part: 'whole', kind },
  })
  if (!recorded.ok) throw new Error(recorded.reason)
  return recorded.leave.leaveId
}

const keyOf = ({ team }: North, month = MARCH) => offerKey(team.members[0]!.memberId, month)
const offers = ({ team }: North) =>
  context.db.execute<{ message_key: string; to_user_id: string }>(
    sql`select message_key, to_user_id from messages where workspace_id = ${team.workspaceId} and kind = 'leave-offer'`,
  )

const said = (of: North, month = MARCH, posted = true): Promise<string | null> =>
  saidIn(of, keyOf(of, month), posted)

async function saidIn(of: North, messageKey: string, posted = true): Promise<string | null> {
  const found = await findMessage(context.db, { workspaceId: of.team.workspaceId, messageKey })
  if (!found) return null
  const message = { ...found, ts: posted ? '1.1' : null }
  const facts = await factsOf<LeaveOfferFacts>(context.db, message, context.clock.now())
  return facts && JSON.stringify(renderLeaveOffer(facts, BOT.translator('en')))
}

describe('who is away for five working days of a month', () => {
  test('has a manager who is told once what would be in proportion, with a button', async () => {
    const one = await north()
    await away(one, '2026-03-16', '2026-03-20')
    expect(await offers(one)).toEqual([{ message_key: keyOf(one), to_user_id: 'UBOSS' }])
    const text = await said(one, MARCH, false)
    expect(text).toContain('<@UAnn> is away for 5 working days in March 2026.')
    expect(text).toContain('*Calls*: 220. For the days that are left, 170 would be in proportion.')
    expect(text).toContain('Lower the target')
    await away(one, '2026-03-23', '2026-03-24')
    expect(await offers(one)).toHaveLength(1)
    expect(await said(one)).toContain('7 working days')
  })

  test('four days, a business trip, and a month without a target offer nothing', async () => {
    const one = await north()
    await away(one, '2026-03-16', '2026-03-19')
    await away(one, '2026-03-23', '2026-03-27', 'travel')
    await away(one, '2026-04-06', '2026-04-17')
    expect(await offers(one)).toEqual([])
    await away(one, '2026-03-24', '2026-03-24')
    expect(await offers(one)).toHaveLength(1)
  })

  test('while the manager is away the delegate is told, never an admin or the person', async () => {
    const one = await north()
    const { workspaceId, teamId } = one.team
    await savePeople(context.db, [testPerson(workspaceId, 'UADA', { isAdmin: true })], context.clock.now())
    await context.db.execute(
      sql`update people set deactivated = true where workspace_id = ${workspaceId} and user_id = 'UBOSS'`,
    )
    await away(one, '2026-03-16', '2026-03-20')
    expect(await offers(one)).toEqual([])
    await context.db.execute(sql`update teams set delegate_user_id = 'UBen' where team_id = ${teamId}`)
    await away(one, '2026-03-23', '2026-03-23')
    expect(await offers(one)).toEqual([{ message_key: keyOf(one), to_user_id: 'UBen' }])
    await context.db.execute(sql`delete from messages where workspace_id = ${workspaceId}`)
    await context.db.execute(sql`update teams set manager_user_id = 'UAnn' where team_id = ${teamId}`)
    await away(one, '2026-03-24', '2026-03-24')
    expect(await offers(one)).toEqual([])
  })

  test('who is away for long is offered for the first three months', async () => {
    const one = await north()
    for (const month of ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'])
      await setFor(one, 'calls', 200, targetPeriod('month', date(month), 1))
    await away(one, '2026-03-16', '2026-07-31')
    expect(await offers(one)).toHaveLength(3)
    // With no day left, nothing is in proportion.
    expect(await said(one, targetPeriod('month', date('2026-04-01'), 1))).toContain(
      '200. For the days that are left, 0',
    )
  })

  test('leave that is cancelled takes the button along', async () => {
    const one = await north()
    const leaveId = await away(one, '2026-03-16', '2026-03-20')
    expect(await cancelLeave(context, one.ann, leaveId)).toMatchObject({ ok: true })
    const text = await said(one)
    expect(text).toContain('lower targets are not needed any more')
    expect(text).not.toContain('Lower the target')
    expect(await said(one, MARCH, false)).toBeNull()
  })

  test('what is set since is said, and with the last one the button goes', async () => {
    const one = await north()
    await setFor(one, 'visits', 44)
    await away(one, '2026-03-16', '2026-03-20')
    expect(await said(one)).toContain('Lower: Calls')
    context.moveTo('2026-03-02T09:00:00Z')
    const before = await versionOfMessage(one)
    await setFor(one, 'calls', 170, MARCH, 1)
    expect(await versionOfMessage(one)).toBe(before + 1)
    const half = await said(one)
    expect(half).toContain('*Calls*: now 170')
    expect(half).toContain('*Visits*: 44. For the days that are left, 34')
    expect(half).toContain('Lower the target')
    await setFor(one, 'visits', 34, MARCH, 1)
    expect(await said(one)).not.toContain('"button"')
  })

  test('a new manager is offered the same, once, and the former one’s message ends', async () => {
    const one = await north()
    const { workspaceId, teamId } = one.team
    await savePeople(context.db, [testPerson(workspaceId, 'UNEW')], context.clock.now())
    await away(one, '2026-03-16', '2026-03-20')
    context.moveTo('2026-03-02T10:00:00Z')
    const replace = async (toUserId: string) => {
      const team = (await loadTeam(context.db, workspaceId, teamId))!
      const doing = { byUserId: 'UADA', screen: '/kpi setup' } as const
      await context.db.transaction((tx) => handOver(tx, context, team, toUserId, doing))
    }
    await replace('UNEW')
    expect((await offers(one)).map((row) => row.to_user_id).toSorted()).toEqual(['UBOSS', 'UNEW'])
    const [former, later] = [await saidIn(one, keyOf(one)), await saidIn(one, `${keyOf(one)}:UNEW`)]
    expect(former).toContain('<@UNEW> leads the team now and decides about the targets of <@UAnn>')
    expect(former).not.toMatch(/"button"|220/)
    expect(later).toContain('170 would be in proportion')
    expect(later).toContain('"button"')
    // What is set since the first offer is not to be lowered again.
    await setFor({ ...one, boss: testPerson(workspaceId, 'UNEW') }, 'calls', 170, MARCH, 1)
    expect(await saidIn(one, `${keyOf(one)}:UNEW`)).toContain('*Calls*: now 170')
    await replace('UBOSS')
    expect(await offers(one)).toHaveLength(2)
    expect(await saidIn(one, `${keyOf(one)}:UNEW`)).toContain('<@UBOSS> leads the team now')
  })

  test('after the month nothing can be lowered', async () => {
    const one = await north()
    await away(one, '2026-03-16', '2026-03-20')
    context.moveTo('2026-04-01T08:00:00Z')
    expect(await said(one)).not.toContain('"button"')
    expect(await openOffer(context, one.boss, asked(one))).toEqual({ ok: false, reason: 'over' })
  })
})

test.each([
  ['in Berlin', 'Europe/Berlin', '2026-03-31T22:00:00Z'],
  ['in Los Angeles', 'America/Los_Angeles', '2026-04-01T07:00:00Z'],
])('in the hour after the month, %s, the button goes by itself', async (_, zone, midnight) => {
  const one = await north(zone)
  await away(one, '2026-03-16', '2026-03-20')
  await away(one, '2026-03-23', '2026-03-24')
  const before = await versionOfMessage(one)
  const end = Temporal.Instant.from(midnight)
  context.moveTo(end.subtract({ minutes: 1 }).toString())
  await runDue(context, BOT.dueKinds)
  expect(await versionOfMessage(one)).toBe(before)
  expect(await said(one)).toContain('"button"')
  context.moveTo(end.add({ minutes: 60 }).toString())
  await runDue(context, BOT.dueKinds)
  expect(await versionOfMessage(one)).toBe(before + 1)
  expect(await said(one)).not.toContain('"button"')
  await runDue(context, BOT.dueKinds)
  expect(await versionOfMessage(one)).toBe(before + 1)
})

const versionOfMessage = async (one: North) =>
  (await findMessage(context.db, { workspaceId: one.team.workspaceId, messageKey: keyOf(one) }))!.version

const asked = ({ team }: North, month = MARCH) => ({
  ...{ memberId: team.members[0]!.memberId, metricKey: 'calls', from: month.from },
})

describe('the form behind the button', () => {
  test('is filled in, also for a month that is further ahead', async () => {
    const one = await north()
    await setFor(one, 'calls', 210, JUNE)
    await away(one, '2026-06-08', '2026-06-19')
    expect(await said(one, JUNE)).toContain('10 working days in June 2026')
    const opened = await openOffer(context, one.boss, asked(one, JUNE))
    if (!opened.ok) throw new Error(opened.reason)
    const view = targetView(opened.facts, BOT.translator('en'), opened.filled)
    expect(checkView({ ...view })).toEqual([])
    const form = readForm(view.private_metadata ?? '')!
    const facts = await reopenTarget(context, one.boss, form.team, form.month)
    const read = readTarget(stateOf(view), facts!, BOT.translator('en'))
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    expect(read.metadata).toMatchObject({ metric: 'calls', kind: 'month', user: 'UAnn' })
    expect([read.metadata.from.toString(), read.metadata.value]).toEqual(['2026-06-01', 115])
  })

  test('opens for nobody else, not for the person, nor for the team that is not home', async () => {
    const one = await north()
    await away(one, '2026-03-16', '2026-03-20')
    for (const who of [
      one.ann,
      one.team.people[1]!,
      testPerson(one.team.workspaceId, 'UADA', { isAdmin: true }),
    ])
      expect(await openOffer(context, who, asked(one))).toEqual({ ok: false, reason: 'not-allowed' })
    await context.db.execute(
      sql`update home_teams set team_id = ${crypto.randomUUID()} where workspace_id = ${one.team.workspaceId}`,
    )
    expect(await openOffer(context, one.boss, asked(one))).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const odd = { ...CALLS, key: 'own-1', label: `<!channel> *b* & <https://evil.example|x>${'长'.repeat(60)}` }
  const line = (more: Partial<OfferLine> = {}): OfferLine => ({
    ...{ metric: REVENUE, value: 3_000_000, lower: 2_300_000, isSet: false, ...more },
  })
  const facts = (more: Partial<LeaveOfferFacts>): LeaveOfferFacts => ({
    ...{
      kind: 'leave-offer',
      memberId: 'a0000000-0000-4000-8000-000000000000',
      userId: 'UAnn',
      month: MARCH,
    },
    ...{ teamName: '<!channel> North', channelId: 'C1', managerUserId: 'UMARA' },
    isPassedOn: false,
    ...{ away: 5.5, isLong: true, isOver: false, lines: [line()], ...more },
  })
  const many = Array.from({ length: 12 }, () => line({ metric: odd, value: odd.hardMax, lower: 1 }))
  const cases: [string, LeaveOfferFacts, number][] = [
    ['one target', facts({}), 1],
    ['many', facts({ lines: many }), 5],
    ['set since', facts({ lines: [line({ isSet: true })] }), 0],
    ['cancelled', facts({ isLong: false, lines: [line({ isSet: true })] }), 0],
    ['over', facts({ isOver: true }), 0],
    ['passed on', facts({ isPassedOn: true, lines: [] }), 0],
  ]

  test.each(cases)('%s: fits into a message', (_, of, buttons) => {
    const message = renderLeaveOffer(of, t)
    for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
      expect(checkMessage(form)).toEqual([])
    const written = JSON.stringify(message)
    expect(written).not.toMatch(/undefined|NaN|Infinity|\[object/)
    expect(written.replaceAll(/"plain_text","text":"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/<!channel>|<https/)
    expect(written.split('"type":"button"').length - 1).toBe(buttons)
  })
})
