// A deal that is logged is told once in the channel, where the team wants it, and stays true when it is corrected or undone.
import { describe, expect, test } from 'vitest'
import { submitStandup } from '../../src/checkins/standup/flows/submit-standup.ts'
import { correctNumber } from '../../src/numbers/flows/correct-numbers.ts'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import { saveChannel } from '../../src/org/db/channels.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { winsBetween } from '../../src/wins/db/wins.ts'
import { EMPTY_ANSWER } from '../checkins/standup/team.ts'
import type { Wish } from '../numbers/small-team.ts'
import { labelsOf } from '../numbers/typist.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { MONDAY, winningTeam } from './winning-team.ts'

const database = usesDatabase()

const winning = (settings: Partial<TeamSettings> = {}, wishes: readonly Wish[] = [{ name: 'Ann' }]) =>
  winningTeam(database.db, settings, wishes)

describe('a deal that is logged', () => {
  test('is told with who, what, how many this month and the team’s sum', async () => {
    const { type, told } = await winning()
    await type('signed Hengxin 126,000')
    const [win, another] = await told()
    expect(another).toBeUndefined()
    expect(win!.message).toMatchObject({ toUserId: null, version: 1 })
    expect(win!.text).toBe(
      '🎉 *Ann* signed *Hengxin*: *€126,000*\n1st deal in March\nTeam in March: €126,000',
    )
  })

  test('is counted by person and month; a plain number of money is a deal without a name', async () => {
    const { type, texts } = await winning({}, [{ name: 'Ann' }, { name: 'Bea' }])
    await type('signed Hengxin 5,000')
    await type('new revenue 7,000', 1)
    await type('signed Acme 4,000')
    expect(await texts()).toEqual([
      expect.stringContaining('1st deal in March'),
      expect.stringMatching(/Bea\* closed a deal: \*€7,000\*\n1st deal in March/),
      expect.stringMatching(/2nd deal in March\nTeam in March: €16,000/),
    ])
  })

  test('counts the new customers, too, that were reported as a sum before', async () => {
    const { type, texts } = await winning({}, [{ name: 'Ann' }, { name: 'Bea' }])
    await type('new customers 2')
    await type('new customers 7', 1)
    await type('signed Hengxin 5,000')
    await type('signed Acme 4,000')
    expect(await texts()).toEqual([
      expect.stringContaining('3rd deal in March'),
      expect.stringContaining('4th deal in March'),
    ])
  })

  test('is told once, however often the same line arrives', async () => {
    const { team, reps, told } = await winning()
    for (const _ of [1, 2])
      await reps[0]!.command('log signed Hengxin 5,000', team.channelId, 'the-same-trigger')
    expect(await told()).toHaveLength(1)
  })

  test('that is unusually large is told when it is kept, with its customer', async () => {
    const { type, reps, texts } = await winning()
    expect(await type('signed Hengxin 9,000,000')).toContain('9,000,000')
    if ((await texts()).length === 0) await reps[0]!.click(NUMBERS.keep)
    expect(await texts()).toEqual([expect.stringContaining('signed *Hengxin*: *€9,000,000*')])
  })

  test('in the form is told with the customer, who is asked for only where deals are told', async () => {
    const { reps, texts } = await winning()
    await reps[0]!.command('log')
    await reps[0]!.submit({ 'New revenue (EUR)': '5,000', 'Customer of the deal': ' Hengxin ' })
    expect(await texts()).toEqual([expect.stringContaining('signed *Hengxin*: *€5,000*')])
    const silent = await winning({ wins: 'none' })
    await silent.reps[0]!.command('log')
    expect(labelsOf(silent.reps[0]!.views.at(-1)!)).not.toContain('Customer of the deal')
  })

  test('other numbers are no deal', async () => {
    const { type, told } = await winning()
    await type('calls 5, visits 2')
    await type('new customers 1')
    await type('new revenue 0')
    expect(await told()).toEqual([])
  })
})

describe('what the team wants', () => {
  test('no names: neither person nor customer nor amount, but the team’s count and sum', async () => {
    const { type, texts } = await winning({ boardNames: 'none' }, [{ name: 'Ann' }, { name: 'Bea' }])
    await type('signed Hengxin 5,000')
    await type('signed Acme 7,000', 1)
    expect(await texts()).toEqual([
      '🎉 The team closed a deal\nThe team’s 1st deal in March\nTeam in March: €12,000',
      '🎉 The team closed a deal\nThe team’s 2nd deal in March\nTeam in March: €12,000',
    ])
  })

  test('nothing is told where it does not, and deals are kept for a recap all the same', async () => {
    const { team, type, told } = await winning({ wins: 'none' })
    await type('signed Hengxin 5,000')
    expect(await told()).toEqual([])
    const from = Temporal.PlainDate.from('2026-03-02')
    expect(await winsBetween(database.db, team, { from, to: from })).toMatchObject([
      { userId: 'UAnn', amount: 500_000, customer: 'Hengxin', reactedBy: 0 },
    ])
  })

  test('only big deals: the fourth is the largest of the quarter and a personal best', async () => {
    const { type, told } = await winning({ wins: 'big' })
    for (const amount of ['5,000', '4,000', '3,000', '8,000']) await type(`signed Hengxin ${amount}`)
    const texts = (await told()).map(({ text }) => text)
    expect(texts.slice(0, 3)).toEqual(['', '', ''])
    expect(texts[3]).toMatch(/Largest deal of the quarter\n🥇 Personal best\n4th deal in March/u)
  })

  test('another organisation in the channel does not read the customer’s name', async () => {
    const { team, type, texts } = await winning()
    await saveChannel(database.db, { ...team, name: 'shared', isPrivate: false, isExternal: true }, MONDAY)
    await type('signed Hengxin 5,000')
    expect(await texts()).toEqual([expect.stringContaining('*Ann* closed a deal: *€5,000*')])
  })
})

describe('together with the entry', () => {
  test('an undone deal is taken back in place, and counts no more', async () => {
    const { type, reps, told, texts } = await winning()
    await type('signed Hengxin 5,000')
    await reps[0]!.click(NUMBERS.undo)
    await type('signed Acme 4,000')
    expect(await texts()).toEqual([
      'Taken back: Ann’s deal with Hengxin, €5,000\nIt no longer counts.',
      expect.stringContaining('1st deal in March'),
    ])
    expect((await told())[0]!.message.version).toBe(2)
  })

  test('a deal that is undone before it was told is not told', async () => {
    const { type, reps, told } = await winning()
    await type('signed Hengxin 5,000')
    await reps[0]!.click(NUMBERS.undo)
    expect((await told(false)).map(({ facts }) => facts)).toEqual([null])
  })

  test('the next morning’s standup corrects it too, before any board is posted', async () => {
    const { team, context, type, texts } = await winning()
    await type('signed Hengxin 5,000')
    context.clock.now = () => Temporal.Instant.from('2026-03-03T08:05:00Z')
    const submitted = await submitStandup(context, {
      ...{ who: team.people[0]!, teamId: team.teamId, date: Temporal.PlainDate.from('2026-03-03') },
      ...{ viewId: 'V0WIN', digest: 'one', revision: 0 },
      read: () => ({ ok: true, answer: { ...EMPTY_ANSWER, numbers: { newRevenue: 400_000 } } }),
    })
    expect(submitted).toEqual({ ok: true })
    expect(await texts()).toEqual([expect.stringMatching(/\*€4,000\*[\s\S]*Corrected, it was €5,000/)])
  })

  test('a corrected deal says so, whoever corrects it', async () => {
    const { team, context, type, texts } = await winning()
    await type('signed Hengxin 5,000')
    const boss = testPerson(team.workspaceId, 'UBOSS', { name: 'Boss' })
    const corrected = await correctNumber(context, boss, {
      ...{ userId: 'UAnn', teamId: team.teamId, date: Temporal.PlainDate.from('2026-03-02') },
      ...{ metricKey: 'newRevenue', value: 450_000, reason: 'typo', sourceKey: 'correct:1' },
    })
    expect(corrected).toEqual({ ok: true })
    expect(await texts()).toEqual([
      expect.stringMatching(/signed \*Hengxin\*: \*€4,500\*\n.*\n.*\nCorrected, it was €5,000/),
    ])
  })
})
