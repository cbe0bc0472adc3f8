// On the first working day of a week a director gets one message about the week of all their teams, which fills up.
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { BOT } from '../../src/app/features.ts'
import { saveAnswer } from '../../src/checkins/db/checkin-answers.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { insertTeam } from '../../src/org/db/teams.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { announceCalendar } from '../../src/org/flows/announce.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import type { TeamSide } from '../../src/overview/domain/side-by-side.ts'
import {
  lastWeekOf,
  type TeamsRollupFacts,
  WEEK_IN,
  WEEK_LATE,
  WEEK_READ,
} from '../../src/overview/domain/teams-rollup.ts'
import { editTeamsRollups, postTeamsRollups } from '../../src/overview/flows/post-teams-rollup.ts'
import { renderTeamsRollup } from '../../src/overview/slack/teams-rollup.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const WORKSPACE = 'T0ROLLUP'
const MONDAY = date('2026-03-16')

const database = usesDatabase()
let context: TestContext
let teams: SmallTeam[]
beforeAll(async () => {
  context = testContext(database.db, '2026-03-16T11:00:00Z')
  const of = (name: string, one: string) =>
    smallTeam(database.db, [{ name: one }, { name: `${one}2` }], {
      workspaceId: WORKSPACE,
      settings: { name, reports: { weekly: DEFAULT_REPORT } },
    })
  teams = [await of('North', 'Ann'), await of('South', 'Ben')]
  const company = crypto.randomUUID()
  const ref = { workspaceId: WORKSPACE, teamId: company, channelId: 'C0ALL', managerUserId: 'UDIR' }
  await insertTeam(database.db, { ...ref, parentTeamId: null }, context.clock.now().subtract({ hours: 999 }))
  await database.db.execute(
    sql`update teams set parent_team_id = ${company} where workspace_id = ${WORKSPACE} and team_id <> ${company}`,
  )
  await database.db.execute(sql`insert into people (workspace_id, user_id, name, zone, locale, refreshed_at)
    values (${WORKSPACE}, 'UDIR', 'Dir', 'Europe/Berlin', 'en', now())`)
  for (const team of teams)
    for (const [index, day] of ['2026-03-03', '2026-03-10'].entries())
      for (const { memberId } of team.members)
        await database.db.insert(dailyTotals).values({
          ...{ workspaceId: WORKSPACE, teamId: team.teamId, memberId, date: date(day) },
          totals: { calls: 10 + 5 * index },
        })
})

const item = (team: SmallTeam, dueAt = '2026-03-16T10:00:00Z'): DueItem => ({
  ...{ workspaceId: WORKSPACE, teamId: team.teamId, memberId: null, kind: WEEK_IN, date: MONDAY },
  ...{ dueKey: `${WEEK_IN}:${team.teamId}:${MONDAY}`, dueAt: Temporal.Instant.from(dueAt), attempts: 0 },
  ...{ state: 'waiting', nextAttemptAt: Temporal.Instant.from(dueAt), reason: null, settledAt: null },
})
const post = (items: DueItem[]) =>
  database.db.transaction((tx) => postTeamsRollups(tx, items, context.clock.now(), context))
const key = `teams-rollup:UDIR:2026-03-09`

test('one message, posted with the first team and edited with the next', async () => {
  expect(await post([item(teams[0]!)])).toMatchObject([{ state: 'done' }])
  const first = (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key }))!
  expect(first).toMatchObject({ kind: 'teams-rollup', toUserId: 'UDIR', version: 1 })
  await post([item(teams[1]!)])
  const message = (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key }))!
  expect(message.version).toBe(2)
  const facts = await factsOf<TeamsRollupFacts>(database.db, message, context.clock.now())
  const { text } = renderTeamsRollup(facts!, BOT.translator('en'))
  expect(text).toContain('The week in your teams')
  expect(text).toContain('North · Calls · 30 · ▲50%')
  expect(text).toContain('South · Calls · 30 · ▲50%')
})

test('whom it would wake gets it when their own hours begin', async () => {
  const live = (zone: string) =>
    database.db.execute(sql`update people set zone = ${zone} where workspace_id = ${WORKSPACE}`)
  await database.db.execute(sql`delete from messages where workspace_id = ${WORKSPACE}`)
  await live('America/New_York')
  await post(teams.map((team) => item(team)))
  const told = () => findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key })
  expect(await told()).toBeNull()
  const planned = await database.db.select().from(dueItems).where(eq(dueItems.kind, WEEK_READ))
  // Nine in New York.
  expect(planned.map(({ dueAt }) => dueAt.toString())).toEqual(Array(2).fill('2026-03-16T13:00:00Z'))
  await database.db.transaction((tx) => postTeamsRollups(tx, planned, planned[0]!.dueAt, context))
  expect(await told()).toMatchObject({ kind: 'teams-rollup', toUserId: 'UDIR' })
  await live('Europe/Berlin')
})

const versionNow = async () =>
  (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key }))!.version
const lateItem = (team: SmallTeam) => ({ ...item(team, '2026-03-16T10:59:00Z'), kind: WEEK_LATE })
const postLate = (items: DueItem[]) =>
  database.db.transaction((tx) => editTeamsRollups(tx, items, context.clock.now(), context))

test('who came late is in it after midnight; what was never posted is not posted then', async () => {
  const before = await versionNow()
  expect(await postLate([lateItem(teams[0]!)])).toMatchObject([{ state: 'done' }])
  expect(await versionNow()).toBe(before + 1)
  await database.db.execute(sql`delete from messages where workspace_id = ${WORKSPACE}`)
  await postLate([lateItem(teams[0]!)])
  expect(await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key })).toBeNull()
  await post([item(teams[0]!)])
})

test('a number of last week that is corrected, logged later or taken back edits it; one of this week does not', async () => {
  const [north] = teams
  const ann = testPerson(WORKSPACE, north!.members[0]!.userId)
  const log = (on: string) =>
    logNumbers(context, {
      ...{ who: ann, teamId: north!.teamId, date: date(on), values: { calls: 3 }, sourceKey: on },
      ...{ how: 'add', source: 'form' },
    })
  const before = await versionNow()
  expect(await log('2026-03-13')).toMatchObject({ ok: true })
  expect(await versionNow()).toBe(before + 1)
  expect(await log('2026-03-16')).toMatchObject({ ok: true })
  expect(await versionNow()).toBe(before + 1)
})

test('leave of last week that goes on record edits it; leave of this week does not', async () => {
  const changed = (dates: string[]) =>
    database.db.transaction((tx) =>
      announceCalendar(
        tx,
        context,
        teams[0]!.members,
        dates.map((on) => date(on)),
        null,
      ),
    )
  const before = await versionNow()
  await changed(['2026-03-16'])
  expect(await versionNow()).toBe(before)
  await changed(['2026-03-13', '2026-03-16'])
  expect(await versionNow()).toBe(before + 1)
})

test('last week is the seven days before this week’s Monday', () => {
  const today = date('2026-03-18')
  for (const on of ['2026-03-09', '2026-03-15'])
    expect(lastWeekOf(date(on), today)?.toString()).toBe('2026-03-09')
  for (const on of ['2026-03-08', '2026-03-16', '2026-03-18']) expect(lastWeekOf(date(on), today)).toBeNull()
})

test('much too late is not told; where nobody leads from above, nothing is', async () => {
  expect(await post([item(teams[0]!, '2026-03-15T10:00:00Z')])).toMatchObject([{ state: 'missed_too_late' }])
  const alone = await smallTeam(database.db, [{ name: 'Zoe' }], { workspaceId: WORKSPACE })
  expect(await post([item(alone)])).toMatchObject([{ state: 'skipped', reason: 'nobody-above' }])
})

test('reports that are in, open requests, and what needs the director are in it, and edit it', async () => {
  const [north] = teams
  const [ann, ben] = north!.members
  const report = (memberId: string, state: 'answered' | 'missed') =>
    saveAnswer(database.db, {
      ...{
        workspaceId: WORKSPACE,
        teamId: north!.teamId,
        memberId,
        kind: 'weekly',
        date: date('2026-03-13'),
      },
      ...{
        state,
        answeredAt: null,
        firstAnsweredAt: null,
        revision: 1,
        drafted: [],
        sections: {},
        numbersDate: null,
        lastSubmitKey: null,
      },
    })
  await report(ann!.memberId, 'answered')
  await report(ben!.memberId, 'missed')
  const before = await versionNow()
  const request = (text: string, ownerUserId: string, dueOn: string) =>
    database.db.transaction((tx) =>
      createAction(
        tx,
        context,
        {
          ...{ workspaceId: WORKSPACE, teamId: north!.teamId, ownerUserId, helperUserIds: [], text },
          ...{ dueOn: date(dueOn), createdBy: ann!.userId },
          origin: { kind: 'support-request', reference: `weekly:2026-03-13:${ann!.memberId}:${text}` },
        },
        '/kpi report',
      ),
    )
  await request('Budget', 'UDIR', '2026-03-20')
  await request('Price list', 'UBOSS', '2026-03-12')
  // A Saturday: it is due on Monday, which is today.
  await request('Demo', 'UBOSS', '2026-03-14')
  expect(await versionNow()).toBe(before + 3)
  const message = (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key }))!
  const facts = (await factsOf<TeamsRollupFacts>(database.db, message, context.clock.now()))!
  expect(facts.teams.find((one) => one.month.name === 'North')).toMatchObject({
    ...{ reports: { answered: 1, expected: 2 }, support: { open: 3, overdue: 1 } },
  })
  const { text } = renderTeamsRollup(facts, BOT.translator('en'))
  expect(text).toContain('1/2 · 3, 1 overdue')
  expect(text.indexOf('Budget · <@UDIR> by Fri, Mar 20')).toBeGreaterThan(0)
  expect(text.indexOf('Price list · <@UBOSS>, was due')).toBeGreaterThan(text.indexOf('Budget'))
  expect(text).not.toContain('Demo')
})

test('whoever leads none of them any more is not told', async () => {
  await database.db.execute(
    sql`update teams set manager_user_id = 'UELSE' where channel_id = 'C0ALL' and workspace_id = ${WORKSPACE}`,
  )
  const message = (await findMessage(database.db, { workspaceId: WORKSPACE, messageKey: key }))!
  expect(await factsOf(database.db, message, context.clock.now())).toBe(null)
})

describe.each(LOCALES)('%s', (locale) => {
  test('two hundred teams with hostile names: valid for Slack', () => {
    const t = BOT.translator(locale)
    const side = (pace: number): TeamSide => ({
      ...{
        teamId: crypto.randomUUID(),
        name: `<!channel> *b*${'长'.repeat(80)}`,
        channelName: 'c'.repeat(80),
        people: 9,
      },
      number: {
        ...{ metric: presetMetric('newRevenue', 'CNY')!, actual: 1e11, target: 1e12, attainment: 0.1, pace },
        ...{ change: { now: 5, before: 4 }, perHead: 12.5, gap: null },
      },
    })
    const all = Array.from({ length: 200 }, (_, index) => ({
      ...{ week: side(0.4), month: side(index / 100), reports: { answered: 99, expected: 100 } },
      support: { open: 100, overdue: 99 },
    }))
    for (const count of [1, 200]) {
      const message = renderTeamsRollup(
        {
          ...{ kind: 'teams-rollup', today: MONDAY, teams: all.slice(0, count) },
          needed: all.slice(0, count).map(({ month }, index) => ({
            ...{ teamName: month.name, text: '<!channel> *b*'.repeat(20), ownerUserId: 'U1' },
            ...{ dueOn: MONDAY, overdue: index % 2 === 0 },
          })),
          week: { kind: 'week', from: date('2026-03-09'), to: date('2026-03-15') },
          month: { kind: 'month', from: date('2026-03-01'), to: date('2026-03-31') },
        },
        t,
      )
      expect(message.text).not.toMatch(/<!channel>|undefined|NaN/)
      for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
        expect(checkMessage({ ...form })).toEqual([])
    }
  })
})
