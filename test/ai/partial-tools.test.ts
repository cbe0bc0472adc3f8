// What a tool leaves out of a long list: the answer says how many, its counts are of all, and a team's risk stands under the team.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAction } from '../../src/actions/flows/create-action.ts'
import type { ToolAnswer } from '../../src/ai/domain/tool-answer.ts'
import { teamSheet } from '../../src/ai/slack/team-text.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import { planItems } from '../../src/checkins/standup/db/standups.sql.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { roleMetrics } from '../../src/numbers/db/metrics.sql.ts'
import { members, teams } from '../../src/org/db/teams.sql.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import { saveWarnings } from '../../src/warnings/db/episodes.ts'
import type { RiskEvidence } from '../../src/warnings/domain/signals/raised-by-hand.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { sampleWarning } from '../warnings/sample-warning.ts'

const PEOPLE = 25
const TEAMS = 15
const TODAY = '2026-03-18'

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, `${TODAY}T08:00:00Z`)
  const named = (team: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${team}${index}` }))
  north = await smallTeam(context.db, named('Ann', PEOPLE), { settings: { name: 'North' } })
  const { workspaceId } = north
  for (let index = 1; index < TEAMS; index += 1)
    await smallTeam(context.db, named(`T${index}x`, 1), { workspaceId, settings: { name: `Team ${index}` } })
  const empty = await smallTeam(context.db, [], { workspaceId, settings: { name: 'Empty' } })
  // Teams are looked at in the order in which they were set up.
  for (const [{ teamId }, createdAt] of [
    [north, Temporal.Instant.from('2026-01-01T08:00:00Z')],
    [empty, Temporal.Instant.from('2026-02-01T08:00:00Z')],
  ] as const)
    await context.db.update(teams).set({ createdAt }).where(eq(teams.teamId, teamId))
})

const ask = async (name: string, userId: string, given: object = {}, locale: Locale = 'en') => {
  const tool = ASK_TOOLS.find((one) => one.name === name)!
  const asker = { who: testPerson(north.workspaceId, userId), now: context.clock.now() }
  return (await tool.run(given, { ...asker, t: BOT.translator(locale) }, context))!
}
const said = ({ facts }: ToolAnswer): string[] => facts.map(({ about, text }) => `${about.name}: ${text}`)

describe('warnings', () => {
  const riskBy = (raisedBy: string, memberId: string | null) => {
    const evidence: RiskEvidence = {
      ...{ probability: 3, impact: 3, score: 9, text: 'x', customer: '', expectedOn: null },
      ...{ raisedBy, ratedBy: raisedBy },
    }
    const { workspaceId, teamId } = north
    return sampleWarning({
      ...{ workspaceId, teamId, memberId, metricKey: '', evidence, signal: 'raised-by-hand' },
    })
  }
  beforeAll(async () => {
    const { workspaceId, teamId, members } = north
    const warnings = members
      .slice(0, 15)
      .map(({ memberId }) => sampleWarning({ workspaceId, teamId, memberId }))
    const raised = [riskBy('UAnn0', null), riskBy('UAnn1', null)]
    await context.db.transaction((tx) => saveWarnings(tx, [...raised, ...warnings]))
  })

  test('sixteen groups: twelve are told, four are counted, and the risks of the team are one group of two', async () => {
    const answer = await ask('open_warnings', 'UBOSS')
    expect(answer.notCovered).toEqual(['4 more people and teams have open warnings.'])
    expect(said(answer)).toContain('you: open warnings about you: 0')
    expect(answer.facts).toHaveLength(1 + 12)
    const risk = await ask('open_warnings', 'UAnn0')
    expect(said(risk)).toEqual(['you: open warnings about you: 1', 'North: open warnings: 1'])
    expect(risk.notCovered).toEqual([])
  })

  test('whoever raised a risk of the team is not named by it, and keeps their own count', async () => {
    const all = (await ask('open_warnings', 'UBOSS')).facts.map(({ about, text }) => [
      about.id,
      about.sentAs,
      text,
    ])
    expect(all.filter(([id]) => id === north.teamId)).toEqual([
      [north.teamId, 'names-of-teams', 'open warnings: 2'],
    ])
    const people = all.filter(([, sentAs]) => sentAs === 'names-of-people')
    expect(people).toHaveLength(11)
    expect(new Set(people.map(([, , text]) => text))).toEqual(new Set(['open warnings: 1']))
  })
})

describe('who is missing', () => {
  beforeAll(async () => {
    const date = Temporal.PlainDate.from(TODAY)
    const asked = north.members.slice(0, 22).map((member) => ({ ...member, date }))
    await context.db.transaction((tx) =>
      recordPrompts(tx, 'standup', 'prompted_at', asked, context.clock.now()),
    )
    for (const member of north.members.slice(22)) await takeLeave(context.db, member, TODAY, TODAY)
  })

  test('eight teams are looked at, seven are left out; the count is of all, also of who is not named', async () => {
    const answer = await ask('who_is_missing', 'UBOSS')
    const first = said(answer).find((one) => one.startsWith('North: still to answer'))!
    expect(first).toContain('still to answer today: 22 of 22 asked (')
    expect(first).toContain('…')
    expect(said(answer).some((one) => one.startsWith('North: on leave today: 3 ('))).toBe(true)
    const unasked = said(answer).filter((one) => one.endsWith(': nobody else has been asked yet today'))
    expect(unasked.length).toBeGreaterThan(0)
    expect(answer.notCovered).toEqual([
      `${TEAMS - 8} more teams were not looked at.`,
      '2 more people are counted, but not named.',
    ])
  })
})

test('a metric that the team does not count is not answered with another one', async () => {
  const given = { team: 'North', period: 'this-month' }
  const unknown = await ask('team_numbers', 'UBOSS', { ...given, metric: 'zzdemos' })
  expect(unknown.facts).toEqual([])
  expect(unknown.notCovered).toEqual(['Your team counts nothing of that name.'])
  const visits = await ask('team_numbers', 'UBOSS', { ...given, metric: 'visits' })
  expect(visits.facts.length).toBeGreaterThan(1)
  expect(visits.facts.filter(({ text }) => !text.startsWith('visits: '))).toEqual([])
})

test('a team’s people beyond the limit, and teams side by side beyond theirs', async () => {
  const people = await ask('team_numbers', 'UBOSS', { team: 'North', period: 'this-month', metric: null })
  expect(people.notCovered).toEqual(['5 more people of the team are not listed.'])
  expect(people.subjects).toHaveLength(PEOPLE - 5)
  const sides = await ask('teams_compared', 'UBOSS', { period: 'this-month' })
  expect(sides.notCovered).toEqual([`${TEAMS - 12} more teams were not looked at.`])
})

describe('Sum up', () => {
  /** Who has entered nothing in March. */
  const SILENT = 6
  beforeAll(async () => {
    const { workspaceId, teamId, members } = north
    const date = Temporal.PlainDate.from(TODAY)
    await context.db.insert(dailyTotals).values(
      members.slice(SILENT).map(({ memberId }) => ({
        ...{ workspaceId, teamId, memberId, date, totals: { calls: 5 } },
      })),
    )
  })

  test.each<[Locale, string, string, string]>([
    ['en', 'nothing entered yet: 6 (', 'Nothing entered yet: ', 'numbers of 10 more people'],
    ['zh-CN', '尚未录入：6 人（', '尚未录入：', '另外 10 位成员'],
    ['zh-TW', '尚未輸入：6 人（', '尚未輸入：', '另外 10 位成員'],
  ])('of 25 people everyone who has entered nothing is counted: %s', async (locale, fact, plain, left) => {
    const who = { ...testPerson(north.workspaceId, 'UBOSS'), locale }
    const day = { kind: 'month', date: Temporal.PlainDate.from(TODAY) } as const
    const shown = await showTeam(context, who, { teamId: north.teamId }, day)
    if (!shown.ok) throw new Error(shown.reason)
    const summary = teamSheet(shown, BOT.translator(locale))
    const silent = north.members.slice(0, SILENT).map(({ userId }) => userId)
    const missing = summary.sheet.facts.find(({ key }) => key === 'missing')!
    expect(missing.text).toContain(fact)
    const said = summary.plain.find(({ text }) => text.startsWith(plain))!
    for (const userId of silent)
      for (const { text } of [missing, said]) expect(text).toContain(userId.slice(1))
    expect(summary.subjects).toEqual(expect.arrayContaining(silent))
    expect(summary.sheet.notCovered.join()).toContain(left)
  })

  test('of 21 who have entered nothing ten are named, and all are counted', async () => {
    const who = testPerson(north.workspaceId, 'UBOSS')
    const day = { kind: 'month', date: Temporal.PlainDate.from(TODAY) } as const
    const shown = await showTeam(context, who, { teamId: north.teamId }, day)
    if (!shown.ok) throw new Error(shown.reason)
    const people = shown.progress.people.map((person, index) =>
      index <= 20 ? { ...person, metrics: person.metrics.map((one) => ({ ...one, actual: null })) } : person,
    )
    const progress = { ...shown.progress, people }
    const { sheet, subjects } = teamSheet({ ...shown, progress }, BOT.translator('en'))
    const missing = sheet.facts.find(({ key }) => key === 'missing')!
    expect(missing.text).toMatch(/^nothing entered yet: 21 \(\w+(, \w+){9} and 11 more\)$/u)
    for (const name of missing.text.match(/Ann\d+/gu)!) expect(subjects).toContain(`U${name}`)
  })
})

describe('tasks', () => {
  beforeAll(async () => {
    const { workspaceId, teamId, members } = north
    const dueOn = Temporal.PlainDate.from('2026-03-20')
    const item = {
      ...{ workspaceId, teamId, ownerUserId: 'UAnn0', helperUserIds: [], createdBy: 'UAnn0', dueOn },
      origin: { kind: 'person', reference: null } as const,
    }
    await context.db.transaction(async (tx) => {
      for (let index = 0; index < 13; index += 1)
        await createAction(tx, context, { ...item, text: `task ${index}` }, '/kpi todo')
    })
    const { memberId } = members[0]!
    const line = { workspaceId, teamId, memberId, date: Temporal.PlainDate.from(TODAY) }
    await context.db.insert(planItems).values(
      Array.from({ length: 14 }, (_, position) => ({
        ...{ ...line, itemId: crypto.randomUUID(), position, text: `line ${position}` },
      })),
    )
  })

  test.each<[Locale, string[]]>([
    ['en', ['1 more task is not listed.', '2 more planned lines are not listed.']],
    ['zh-CN', ['另有 1 项待办未列出。', '另有 2 条计划未列出。']],
    ['zh-TW', ['另有 1 項待辦未列出。', '另有 2 條計畫未列出。']],
  ])('the count is of all of them, and each kind says what is left out: %s', async (locale, notCovered) => {
    const answer = await ask('my_tasks', 'UAnn0', {}, locale)
    expect(answer.notCovered).toEqual(notCovered)
    expect(answer.facts[0]!.text).toContain('13')
    expect(answer.facts).toHaveLength(1 + 12 + 12)
  })
})

test.each(LOCALES)('nothing is said to be left out of a short list: %s', async (locale) => {
  expect((await ask('my_tasks', 'UT1x0', {}, locale)).facts).toEqual([])
  const answer = await ask('who_is_missing', 'UT1x0', {}, locale)
  expect(answer.notCovered).toEqual([BOT.translator(locale)('ask.notYours')])
})

test.each<[Locale, string, string]>([
  ['en', '(role: Hunter)', '4 more people on the board are not listed.'],
  ['zh-CN', '（岗位：新客销售）', '排行榜上另有 4 人未列出。'],
  ['zh-TW', '（職務：開發業務）', '排行榜上另有 4 人未列出。'],
])(
  'a board by roles says in which role a place is, names the first of each, and counts the rest: %s',
  async (locale, role, more) => {
    const names = Array.from({ length: 14 }, (_, index) => ({ name: `${locale}${index}` }))
    const mixed = await smallTeam(context.db, names)
    const { workspaceId, teamId } = mixed
    await context.db
      .insert(roleMetrics)
      .values({ workspaceId, teamId, role: 'Partners', metricKey: 'calls', position: 0 })
    for (const { memberId } of mixed.members.slice(7))
      await context.db.update(members).set({ role: 'Partners' }).where(eq(members.memberId, memberId))
    await context.db.insert(dailyTotals).values(
      mixed.members.map(({ memberId }, index) => ({
        ...{ workspaceId, teamId, memberId, date: Temporal.PlainDate.from('2026-03-17') },
        totals: { calls: 50 - index },
      })),
    )
    const tool = ASK_TOOLS.find(({ name }) => name === 'board')!
    const asker = { who: testPerson(workspaceId, `U${locale}1`), now: context.clock.now() }
    const answer = await tool.run({ period: 'week' }, { ...asker, t: BOT.translator(locale) }, context)
    const places = said(answer!)
    expect(places[0]).toContain(role)
    expect(places).toHaveLength(1 + 4 + 5)
    expect(places.filter((one) => one.includes(role))).toHaveLength(1 + 4)
    expect(places.filter((one) => one.includes('Partners'))).toHaveLength(5)
    expect(answer!.notCovered).toEqual([more])
  },
)

test('numbers of a team and of its people that are left out are counted; one metric is told of everybody', async () => {
  const { workspaceId, teamId, members } = north
  const date = Temporal.PlainDate.from('2026-03-16')
  const totals = Object.fromEntries(
    north.metrics.filter(({ kind }) => kind === 'additive').map(({ key }) => [key, 4]),
  )
  const memberId = members[1]!.memberId
  await context.db.insert(dailyTotals).values({ workspaceId, teamId, memberId, date, totals })
  const given = { team: 'North', period: 'this-month' }
  const all = await ask('team_numbers', 'UBOSS', { ...given, metric: null })
  const ofTeam = all.facts.filter(({ about }) => about.id === teamId)
  expect(ofTeam).toHaveLength(6)
  expect(all.notCovered.slice(0, 2)).toEqual([
    expect.stringMatching(/^\d+ more metrics? of the team (is|are) not listed\.$/u),
    expect.stringMatching(
      /^Up to \d+ more metrics? of each person (is|are) not listed: ask about one by its name\.$/u,
    ),
  ])
  const one = await ask('team_numbers', 'UBOSS', { ...given, metric: 'calls' })
  expect(one.notCovered.some((text) => text.startsWith('Up to'))).toBe(false)
  expect(one.facts.filter(({ about }) => about.id !== teamId)).toHaveLength(PEOPLE - 5)
})
