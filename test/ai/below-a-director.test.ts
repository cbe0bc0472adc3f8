// What tools tell a director whose own team has nobody in it: of the teams below, as far as they are switched on, and whose numbers that is.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { switchTeam } from '../../src/ai/db/settings.ts'
import type { ToolAnswer } from '../../src/ai/domain/tool-answer.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { saveWarnings } from '../../src/warnings/db/episodes.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { sampleWarning } from '../warnings/sample-warning.ts'

const date = Temporal.PlainDate.from
const CALLS: Readonly<Record<string, number>> = { UAnn: 11, UBen: 33, UCyd: 2234 }

const database = usesDatabase()
let context: TestContext
let company: SmallTeam
let north: SmallTeam
let south: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-18T08:00:00Z')
  company = await smallTeam(context.db, [], { settings: { name: 'Company' } })
  const { workspaceId } = company
  const under = async (name: string, people: readonly string[]) => {
    const wishes = people.map((one) => ({ name: one }))
    const team = await smallTeam(context.db, wishes, { workspaceId, settings: { name } })
    const parentTeamId = company.teamId
    await context.db.update(teams).set({ parentTeamId }).where(eq(teams.teamId, team.teamId))
    const days = team.members.map(({ teamId, memberId, userId }) => ({
      ...{ workspaceId, teamId, memberId, date: date('2026-03-17'), totals: { calls: CALLS[userId]! } },
    }))
    await context.db.insert(dailyTotals).values(days)
    return team
  }
  north = await under('North', ['Ann', 'Ben'])
  south = await under('South', ['Cyd'])
  await context.db.update(teams).set({ managerUserId: 'UDORA' }).where(eq(teams.teamId, company.teamId))
})

const ask = async (name: string, given: object = {}, userId = 'UDORA', locale: Locale = 'en') => {
  const tool = ASK_TOOLS.find((one) => one.name === name)!
  const who = testPerson(company.workspaceId, userId, { locale })
  const asker = { who, now: context.clock.now(), t: BOT.translator(locale) }
  return (await tool.run(given, asker, context))!
}
const said = ({ facts }: ToolAnswer): string[] => facts.map(({ about, text }) => `${about.name}: ${text}`)

describe('a sum to which one person alone has added is that person’s number', () => {
  test('of a team of one beside others', async () => {
    const answer = await ask('teams_compared', { period: 'this-month' })
    expect(said(answer)).toContain('South: calls: 2,234')
    expect(answer.subjects).toEqual(['UCyd'])
  })

  test('of the team above, on the day on which only one has reported', async () => {
    const given = { period: 'today', team: 'Company', metric: null }
    const { workspaceId, teamId, members } = south
    const today = { workspaceId, teamId, memberId: members[0]!.memberId, date: date('2026-03-18') }
    await context.db.insert(dailyTotals).values({ ...today, totals: { calls: 7 } })
    const answer = await ask('team_numbers', given)
    expect(said(answer)).toEqual(['Company: calls: 7'])
    expect(answer.subjects).toEqual(['UCyd'])
    const seen = await readingsOf(context.db, { ...south, userId: 'UCyd' }, date('2026-03-01'), 9)
    expect(seen).toMatchObject([{ viewerUserId: 'UDORA', opened: ['numbers'] }])
    await context.db.delete(dailyTotals).where(eq(dailyTotals.date, today.date))
    expect((await ask('team_numbers', { ...given, period: 'this-month' })).subjects).toEqual([])
  })
})

describe('who has not answered', () => {
  beforeAll(async () => {
    const asked = [...north.members, ...south.members].map((one) => ({ ...one, date: date('2026-03-18') }))
    await context.db.transaction((tx) =>
      recordPrompts(tx, 'standup', 'prompted_at', asked, context.clock.now()),
    )
    for (const member of north.members.slice(1))
      await takeLeave(context.db, member, '2026-03-18', '2026-03-18')
  })

  test('is told of the teams below, each with the screen that shows it', async () => {
    const answer = await ask('who_is_missing')
    expect(said(answer)).toEqual([
      'North: still to answer today: 1 of 1 asked (Ann)',
      'North: on leave today: 1 (Ben)',
      'South: still to answer today: 1 of 1 asked (Cyd)',
      'South: nobody is on leave today',
    ])
    expect(answer.facts[0]!.source.command).toBe('/kpi team North today')
    expect(answer.notCovered).toEqual([])
    expect(answer.subjects).toEqual(['UAnn', 'UBen', 'UCyd'])
    const seen = await readingsOf(context.db, { ...north, userId: 'UAnn' }, date('2026-03-01'), 9)
    expect(seen).toMatchObject([{ viewerUserId: 'UDORA', opened: ['report'] }])
  })

  test('whoever leads an empty team is told so, and whoever leads none is not', async () => {
    const { workspaceId } = company
    const empty = await smallTeam(context.db, [], { workspaceId, settings: { name: 'New' } })
    await context.db.update(teams).set({ managerUserId: 'UNEW' }).where(eq(teams.teamId, empty.teamId))
    const told = async (userId: string) => (await ask('who_is_missing', {}, userId)).notCovered
    expect(await told('UNEW')).toEqual(['There is nobody yet in the teams that you lead.'])
    expect(await told('UAnn')).toEqual(['That is not for you to see, or it is not there.'])
  })
})

describe('how the team does', () => {
  test('is the whole of the teams below', async () => {
    const answer = await ask('team_numbers', { team: null, period: 'this-month', metric: null })
    expect(said(answer)).toEqual(['Company: calls: 2,278'])
    expect(answer.facts[0]!.source.command).toBe('/kpi team Company this month')
    expect(answer.teamIds.toSorted()).toEqual([company, north, south].map(({ teamId }) => teamId).toSorted())
  })

  test('is asked back where there are two on top', async () => {
    const east = await smallTeam(context.db, [{ name: 'Eve' }], {
      workspaceId: company.workspaceId,
      settings: { name: 'East' },
    })
    await context.db.update(teams).set({ managerUserId: 'UDORA' }).where(eq(teams.teamId, east.teamId))
    const given = { team: null, period: 'this-month', metric: null }
    expect((await ask('team_numbers', given)).notCovered).toEqual(['You lead several teams: say which one.'])
    await context.db.update(teams).set({ managerUserId: 'UEVA' }).where(eq(teams.teamId, east.teamId))
  })
})

describe('where one team has switched the model off', () => {
  const off = 'A team has switched the language model off.'
  beforeAll(async () => {
    await switchTeam(context.db, south, 'off')
    const warn = ({ workspaceId, teamId, members }: SmallTeam) =>
      sampleWarning({ workspaceId, teamId, memberId: members[0]!.memberId })
    await context.db.transaction((tx) => saveWarnings(tx, [warn(north), warn(south)]))
    const dueOn = date('2026-03-18')
    for (const [{ workspaceId, teamId }, text] of [
      [north, 'Ring up'],
      [south, 'Secret'],
    ] as const) {
      const item = {
        workspaceId,
        teamId,
        helperUserIds: [],
        dueOn,
        ownerUserId: 'UBOSS',
        createdBy: 'UBOSS',
        text,
      }
      const origin = { kind: 'person', reference: null } as const
      await context.db.transaction((tx) => createAction(tx, context, { ...item, origin }, '/kpi todo'))
    }
  })

  test.each<[string, object, string, string[]]>([
    [
      'who_is_missing',
      {},
      'UDORA',
      ['North: still to answer today: 1 of 1 asked (Ann)', 'North: on leave today: 1 (Ben)'],
    ],
    [
      'who_is_missing',
      {},
      'UBOSS',
      ['North: still to answer today: 1 of 1 asked (Ann)', 'North: on leave today: 1 (Ben)'],
    ],
    ['teams_compared', { period: 'this-month' }, 'UDORA', ['North: calls: 44']],
    ['open_warnings', {}, 'UDORA', ['you: open warnings about you: 0', 'Ann: open warnings: 1']],
    ['my_tasks', {}, 'UBOSS', ['you: to-do list: 1 task', 'you: task due by Wed, Mar 18: “Ring up”']],
  ])('%s still tells %s of the other: %s', async (tool, given, userId, facts) => {
    const answer = await ask(tool, given, userId)
    expect(said(answer).slice(0, 2)).toEqual(facts)
    expect(answer.notCovered).toContain(off)
    expect(answer.teamIds).not.toContain(south.teamId)
    expect(answer.subjects).not.toContain('UCyd')
    expect(JSON.stringify(answer)).not.toMatch(/South|Cyd|2,234|Secret/u)
  })

  test('a manager of two teams of which one is on means that one', async () => {
    const answer = await ask('team_numbers', { team: null, period: 'this-month', metric: null }, 'UBOSS')
    expect(said(answer)[0]).toBe('North: calls: 44')
    expect(answer.notCovered).toContain(off)
  })
})
