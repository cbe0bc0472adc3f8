// The log form takes amounts as people write them, shows what it understood, and asks about the unusual on top of itself.

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import type { LogForm } from '../../src/numbers/flows/open-log.ts'
import { logView } from '../../src/numbers/slack/log-form.ts'
import type { Block } from '../../src/slack/blocks.ts'
import type { TestContext } from '../support/context.ts'
import type { TestDatabase } from '../support/database.ts'
import { TUESDAY, totalsOf, withLoggingTeam } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { type Typist, typist, wordsIn } from './typist.ts'

let database: TestDatabase
let context: TestContext
let team: SmallTeam
let ann: Typist
withLoggingTeam((made) => {
  ;({ database, context, team, ann } = made)
})

const member = (index = 0) => team.members[index]!
const totals = (of = member(), day = TUESDAY) => totalsOf(context, of, day)

test('the unusual is asked about on top of the form: kept as it is, or corrected in the form below', async () => {
  await ann.shortcut()
  const asked = await ann.submit({ Calls: '120', Visits: '30', Day: '2026-03-03' })
  expect(asked).toMatchObject({ kind: 'push', view: { submit: { text: 'Keep all' } } })
  const words = wordsIn(ann.views.at(-1)!)
  expect(words).toContain('*Calls: 120?*\\nAbove 100 is asked about')
  expect(words).toContain('*Visits: 30?*')
  ann.back()
  expect(await ann.submit({ Calls: '130' })).toMatchObject({
    kind: 'push',
    view: { title: { text: 'Is this right?' }, submit: { text: 'Keep 130' }, close: { text: 'Correct' } },
  })
  expect(await totals()).toEqual({})
  expect(await ann.submit()).toEqual({ kind: 'clear' })
  expect(await ann.submit()).toEqual({ kind: 'clear' })
  expect(await totals()).toEqual({ calls: 130 })
  const rows = await database.db.execute(sql`select 1 from activity where team_id = ${team.teamId}`)
  expect(rows).toHaveLength(1)
})

test('what is kept after the day was closed, or with forged metadata, is refused in words', async () => {
  await ann.shortcut()
  await ann.submit({ Calls: '130' })
  const asking = ann.views.at(-1)!
  context.moveTo('2026-03-05T13:00:00Z')
  expect(await ann.submit()).toMatchObject({ kind: 'update' })
  expect(wordsIn(ann.views.at(-1)!)).toContain('closed for entries')
  context.moveTo('2026-03-03T13:00:00Z')
  const kept = JSON.parse(asking.private_metadata!)
  const form = JSON.parse(kept.metadata)
  const other = await smallTeam(database.db, [{ name: 'Zed' }])
  for (const forged of [
    {},
    { ...kept, metadata: '{}' },
    { ...kept, metadata: JSON.stringify({ ...form, team: other.teamId }) },
    { ...kept, asked: { calls: 1 } },
    { ...kept, state: JSON.parse(JSON.stringify(kept.state).replace('130', '999')) },
  ]) {
    ann.views.push({ ...asking, private_metadata: JSON.stringify(forged) })
    expect(await ann.submit()).toMatchObject({ kind: 'update' })
  }
  expect(await totals()).toEqual({})
})

test('money is typed as people write it, and what was understood is shown', async () => {
  const bo = typist(context, team.people[1]!)
  await bo.shortcut()
  expect(await bo.submit({ '新签金额（欧元）': '3.5万' })).toMatchObject({ kind: 'update' })
  expect(wordsIn(bo.views.at(-1)!)).toContain('已记入3月3日（周二）：新签金额 €35,000（3.5万）。')
  expect(await totals(member(1))).toEqual({ newRevenue: 3_500_000 })
  await ann.shortcut()
  for (const [typed, error] of [
    ['1.200', 'Did you mean 1,200 or 1.20? Please type it that way.'],
    ['12,50', 'Did you mean 12.50? Please type it that way.'],
    ['1.5m', 'Did you mean 1,500,000? Please type it that way.'],
    ['$5', 'This is counted in EUR. Please convert the amount.'],
    ['lots', 'Please type an amount, for example 1,200 or 5k.'],
  ] as const) {
    const result = await ann.submit({ 'New revenue (EUR)': typed, Calls: '3' })
    expect(result.kind === 'errors' && Object.values(result.errors)).toEqual([error])
  }
  expect(await ann.submit({ 'New revenue (EUR)': '€1.200,50', Calls: '3' })).toMatchObject({
    kind: 'update',
  })
  expect(wordsIn(ann.views.at(-1)!)).toContain('Logged for Tue, Mar 3: Calls 3, New revenue €1,200.50.')
})

test('the customer stays where another day or team is chosen, and the form says which channel is told', () => {
  const teams = ['a', 'b'].map((name) => ({ teamId: `${name}-team`, name, channelName: `sales-${name}` }))
  const fields = [{ metric: presetMetric('newRevenue', 'EUR')!, value: null, own: null }]
  const today = Temporal.PlainDate.from(TUESDAY)
  const before = today.subtract({ days: 1 })
  const form = {
    teamId: 'a-team',
    teams,
    date: today,
    dates: [today, before],
    today,
    fields,
    tellsDeals: 'all',
  } as const
  const blocksOf = (more: Partial<LogForm>) =>
    logView({ ...form, ...more }, BOT.translator('en')).blocks as Block[]
  const views = [blocksOf({}), blocksOf({ date: before }), blocksOf({ teamId: 'b-team', tellsDeals: 'big' })]
  expect(new Set(views.map((blocks) => blocks.at(-1)!.block_id)).size).toBe(1)
  expect(new Set(views.map((blocks) => blocks.at(-2)!.block_id)).size).toBe(3)
  const hints = views.map((blocks) => (blocks.at(-1) as { hint?: { text: string } }).hint?.text)
  expect(hints[0]).toBe('#sales-a is told of a deal.')
  expect(hints[2]).toBe('#sales-b is told of a big deal.')
  expect(blocksOf({ tellsDeals: null }).map((block) => block.block_id)).not.toContain('log:customer')
})
