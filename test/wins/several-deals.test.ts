// Several deals in one line are each booked and told by themselves, or asked about; one Undo takes all of them back.
import { expect, test } from 'vitest'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { winsBetween } from '../../src/wins/db/wins.ts'
import { usesDatabase } from '../support/database.ts'
import { winningTeam } from './winning-team.ts'

const database = usesDatabase()

const winning = async (settings: Partial<TeamSettings> = {}) => {
  const there = await winningTeam(database.db, settings, [{ name: 'Ann' }])
  const from = Temporal.PlainDate.from('2026-03-02')
  const booked = async () =>
    (await winsBetween(database.db, there.team, { from, to: from })).map(
      ({ customer, amount }) => `${customer} ${amount / 100}`,
    )
  return { ...there, booked }
}

test('each is a win of its own, and one Undo takes both back', async () => {
  const { type, reps, booked, texts } = await winning()
  const said = await type('signed Hengxin 126,000 and Acme 40k')
  expect(said).toMatch(/New revenue €126,000[\s\S]*New revenue \+€40,000 \(now €166,000\)/)
  expect(await booked()).toEqual(['Hengxin 126000', 'Acme 40000'])
  expect(await texts()).toEqual([
    expect.stringContaining('signed *Hengxin*: *€126,000*\n1st deal'),
    expect.stringContaining('signed *Acme*: *€40,000*\n2nd deal'),
  ])
  expect(await reps[0]!.click(NUMBERS.undo)).toMatch(/€40,000[\s\S]*\n[\s\S]*€126,000/)
  expect(await booked()).toEqual([])
})

test('delivered again, the line is booked once', async () => {
  const { team, reps, booked } = await winning()
  for (const _ of [1, 2])
    await reps[0]!.command('log 签约恒信 2000，华泰 1000', team.channelId, 'the-same-trigger')
  expect(await booked()).toEqual(['恒信 2000', '华泰 1000'])
})

test('what cannot be told apart safely is not booked, but asked for one by one', async () => {
  const { type, booked } = await winning()
  expect(await type('signed Hengxin 126.000, Acme 40k')).toMatch(
    /more than one deal[\s\S]*Nothing is saved yet/,
  )
  expect(await booked()).toEqual([])
})

test('one that is unusual is asked about, and what was booked before it and waits is said', async () => {
  const { type, reps, booked } = await winning()
  await type('new customers 4')
  expect(await type('signed Oak 2,000, Acme 3,000, Elm 1,000')).toMatch(
    /New revenue €2,000[\s\S]*Not logged yet: signed Acme 3,000, signed Elm 1,000/,
  )
  expect(await booked()).toEqual(['Oak 2000'])
  await reps[0]!.click(NUMBERS.keep)
  expect(await booked()).toEqual(['Oak 2000', 'Acme 3000'])
})

test.each([
  [{ wins: 'all' }, /Logged for .*\n🎉 <#C.*> is told\. Undo takes it back there, too\.$/u],
  [{ wins: 'all', boardNames: 'none' }, /<#C.*> is told that the team closed a deal, without name/u],
  [{ wins: 'none' }, /^Logged for [^\n]*$/u],
  [{ wins: 'big' }, /^Logged for [^\n]*$/u],
] as const)('who logged it is told what the channel is told: %o', async (settings, said) => {
  const { type } = await winning(settings)
  expect(await type('signed Hengxin 5,000')).toMatch(said)
  expect(await type('calls 5')).not.toContain('🎉')
})
