// Whoever is in two teams, or leads two, is told of each by name, and the command behind a fact shows that team.
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { switchTeam } from '../../src/ai/db/settings.ts'
import { type ToolAnswer, toldToModel } from '../../src/ai/domain/tool-answer.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import { standups } from '../../src/checkins/standup/db/standups.sql.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { perform } from '../security/listeners.ts'
import { HOME } from '../security/world.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const NOW = '2026-03-18T08:00:00Z'
const NAMES = ['North', 'South coast'] as const
const CALLS = { Ann: [11, 22], Ben: [44, 33] } as const

const database = usesDatabase()
let context: TestContext
const both: SmallTeam[] = []
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  for (const [at, name] of NAMES.entries()) {
    const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }], {
      settings: { name },
      workspaceId: HOME,
    })
    both.push(team)
    await context.db.insert(dailyTotals).values(
      team.members.map(({ memberId, userId }) => ({
        ...{ workspaceId: team.workspaceId, teamId: team.teamId, memberId, date: date('2026-03-17') },
        totals: { calls: CALLS[userId.slice(1) as 'Ann' | 'Ben'][at]! },
      })),
    )
  }
  const south = both[1]!
  // The one that they joined first comes first.
  const { workspaceId, teamId } = south
  await context.db
    .update(members)
    .set({ joinedOn: date('2026-01-12') })
    .where(eq(members.teamId, teamId))
  for (const one of [...south.people, boss()]) context.people.set(`${workspaceId} ${one.userId}`, one)
  context.directory = {
    ...context.directory,
    person: async (_, userId) => context.people.get(`${workspaceId} ${userId}`) ?? null,
  }
  const draft = {
    ...({
      value: 220,
      split: 'equal',
      weights: new Map(),
      byHand: null,
      role: null,
      monthsByHand: null,
    } as const),
    ...({ time: { by: 'days', weights: null }, reason: '' } as const),
  }
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const wanted = { teamId: south.teamId, metricKey: 'calls', period, userId: 'UAnn', draft }
  const set = await setTarget(context, boss(), wanted, { version: 0, sourceKey: 'text' })
  expect(set.ok).toBe(true)
  context.moveTo(NOW)
})

const boss = () => testPerson(both[0]!.workspaceId, 'UBOSS', { name: 'Boss' })

const ask = async (name: string, userId: string, given: object = {}, locale: Locale = 'en') => {
  const tool = ASK_TOOLS.find((one) => one.name === name)!
  const who = testPerson(both[0]!.workspaceId, userId)
  const asker = { who, now: context.clock.now(), t: BOT.translator(locale) }
  return (await tool.run(given, asker, context))!
}
const said = ({ facts }: ToolAnswer): string[] => facts.map(({ about, text }) => `${about.name}: ${text}`)
const sourcesOf = ({ facts }: ToolAnswer) => [...new Set(facts.map(({ source }) => source.command))]

let typed = 0
/** What stands on the screen that the command shows in direct messages. */
async function screenOf(userId: string, command: string): Promise<string> {
  const { workspaceId } = both[0]!
  typed += 1
  const move = { kind: 'command', text: command.replace(/^\/kpi /, ''), channelId: `D0${typed}` } as const
  const { told, errors } = await perform(context, { userId, workspaceId }, move)
  expect(errors).toEqual([])
  return JSON.stringify(told.at(-1)).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, 'id')
}

describe('in two teams', () => {
  test('one’s own numbers are those of each, by name', async () => {
    const answer = await ask('my_numbers', 'UAnn')
    expect(said(answer)).toContain('you: calls: nothing yet today, 11 this week, 11 this month (North)')
    expect(said(answer)).toContain('you: calls: nothing yet today, 22 this week, 22 this month (South coast)')
    expect(answer.notCovered).toEqual([])
    expect(sourcesOf(answer)).toEqual(['/kpi me North', '/kpi me South coast'])
    expect(await screenOf('UAnn', '/kpi me South coast')).toContain('22')
    expect(await screenOf('UAnn', '/kpi me')).not.toContain('22')
  })

  test('one’s own numbers of a period, and the screen that shows it', async () => {
    const answer = await ask('my_numbers', 'UAnn', { period: 'yesterday' })
    expect(said(answer)).toContain('you: calls: 11 (North)')
    expect(said(answer)).toContain('you: calls: 22 (South coast)')
    expect(answer.facts[0]!.period).toBe('Tue, Mar 17')
    expect(sourcesOf(answer)).toEqual(['/kpi me North yesterday', '/kpi me South coast yesterday'])
    const screen = await screenOf('UAnn', '/kpi me South coast yesterday')
    expect(screen).toContain('Calls: 22')
    expect(screen).toContain('Tue, Mar 17')
    expect(await screenOf('UAnn', '/kpi me yesterday')).toContain('Calls: 11')
    const none = said(await ask('my_numbers', 'UAnn', { period: 'last-month' }))
    expect(none).toContain('you: calls: nothing yet (North)')
    expect(await screenOf('UAnn', '/kpi me last month')).toContain('Feb 1 to ')
    for (const typed of ['昨天', '上个月', 'North 上個月'])
      expect(await screenOf('UAnn', `/kpi 我 ${typed}`)).toContain(typed === '昨天' ? 'Mar 17' : 'Feb 1 to ')
  })

  test('a target of the second is told, and without any it is said', async () => {
    const answer = await ask('my_targets', 'UAnn')
    expect(said(answer)[0]).toMatch(/^you: calls: 22 of 220, 10% of the target.*\(South coast\)$/u)
    expect(answer.notCovered).toEqual([])
    expect((await ask('my_targets', 'UBen')).notCovered).toEqual(['You have no target that runs now.'])
  })

  test.each([
    ['UAnn', 'calls: place 2 of 2 with 11 (North)', 'calls: place 2 of 2 with 22 (South coast)'],
    ['UBOSS', 'calls: place 1 with 44 (North)', 'calls: place 1 with 33 (South coast)'],
  ])('%s is told of both boards', async (userId, north, south) => {
    const answer = await ask('board', userId, { period: 'month' })
    const texts = answer.facts.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining([north, south]))
    expect(answer.notCovered).toEqual([])
    expect(sourcesOf(answer)).toEqual(['/kpi board month North', '/kpi board month South coast'])
    expect(await screenOf(userId, '/kpi board month South coast')).toContain('33')
  })

  test('whoever leads both finds the team behind a fact, with who is missing and away today', async () => {
    const numbers = await ask('team_numbers', 'UBOSS', { team: 'South', period: 'this-month', metric: null })
    expect(sourcesOf(numbers)).toEqual(['/kpi team South coast this month'])
    expect(await screenOf('UBOSS', '/kpi team South coast this month')).toContain('(10%, pace 18%)')
    const [north, south] = both as [SmallTeam, SmallTeam]
    await takeLeave(context.db, south.members[0]!, '2026-03-18', '2026-03-18')
    const asked = north.members.map((member) => ({ ...member, date: date('2026-03-18') }))
    await context.db.transaction((tx) =>
      recordPrompts(tx, 'standup', 'prompted_at', asked, context.clock.now()),
    )
    const missing = await ask('who_is_missing', 'UBOSS')
    // Leave is of the person, in all teams.
    expect(said(missing).toSorted()).toEqual([
      'North: on leave today: 1 (Ann)',
      'North: still to answer today: 1 of 1 asked (Ben)',
      'South coast: nobody else has been asked yet today',
      'South coast: on leave today: 1 (Ann)',
    ])
    expect(sourcesOf(missing).toSorted()).toEqual(['/kpi team North today', '/kpi team South coast today'])
    const screen = await screenOf('UBOSS', '/kpi team North today')
    expect(screen).toContain('*Not in yet (1):* Ben')
    expect(screen).toContain('*Away today:* Ann')
    expect(await screenOf('UBOSS', '/kpi team South coast today')).toContain('Nobody else has been asked yet')
    const { memberId, workspaceId, teamId } = north.members[1]!
    const answered = { memberId, workspaceId, teamId, date: date('2026-03-18'), state: 'answered' } as const
    await context.db.insert(standups).values(answered)
    const allIn = said(await ask('who_is_missing', 'UBOSS'))
    expect(allIn).toContain('North: today’s answers: in from the one other person asked')
    await takeLeave(context.db, south.members[1]!, '2026-03-18', '2026-03-18')
    expect(said(await ask('who_is_missing', 'UBOSS'))).toContain('South coast: nobody else is asked today')
    expect(await screenOf('UBOSS', '/kpi team South coast today')).toContain('Nobody else is asked today.')
  })

  test('of a person the other team is named as not covered', async () => {
    const answer = await ask('person_numbers', 'UBOSS', { person: 'Ann' })
    expect(answer.notCovered).toHaveLength(1)
    expect(answer.notCovered[0]).toMatch(
      /^This person is in (?:North|South coast) too: the targets there were not looked at\.$/u,
    )
    const { shown, other } = answer.notCovered[0]!.includes('North')
      ? { shown: 'South coast', other: both[0]! }
      : { shown: 'North', other: both[1]! }
    const told = toldToModel(answer)
    expect(told['names-of-teams']).toContain('not-covered')
    const { workspaceId, teamId } = other
    await switchTeam(context.db, { workspaceId, teamId }, 'off')
    const off = await ask('person_numbers', 'UBOSS', { person: 'Ann' })
    await switchTeam(context.db, { workspaceId, teamId }, 'on')
    expect(off.notCovered).toEqual(['A team has switched the language model off.'])
    expect(off.teamIds).not.toContain(teamId)
    expect(JSON.stringify(toldToModel(off)).replaceAll(shown, '')).not.toMatch(/North|South/u)
  })

  test('nothing is told of a team that has switched the model off, and that is said', async () => {
    const [{ workspaceId }, { teamId }] = both as [SmallTeam, SmallTeam]
    await switchTeam(context.db, { workspaceId, teamId }, 'off')
    for (const [name, given] of [
      ['my_numbers', {}],
      ['board', { period: 'month' }],
    ] as const) {
      const answer = await ask(name, 'UAnn', given)
      expect(said(answer).join()).toContain('(North)')
      expect(said(answer).join()).not.toContain('South')
      expect(answer.notCovered).toEqual(['A team has switched the language model off.'])
      expect(answer.teamIds).not.toContain(teamId)
    }
    await switchTeam(context.db, { workspaceId, teamId }, 'on')
  })
})
