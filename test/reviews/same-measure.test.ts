// Reviews and agendas on a real database: a running month beside what `/kpi team` says of it, and what a channel may read.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { saveChannel } from '../../src/org/db/channels.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { postAgenda } from '../../src/reviews/flows/agenda.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { todoTeam } from '../actions/todo.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const database = usesDatabase()
const date = Temporal.PlainDate.from
const MONTH = targetPeriod('month', date('2026-03-02'), 1)
const PEOPLE = ['UAnn', 'ULiu']

/** Two people with a target of calls, 20 each working day for both. */
async function callers() {
  const team = await todoTeam(database.db)
  const { context, boss, teamId, as } = team
  context.moveTo('2026-03-01T09:00:00Z')
  const equally = { split: 'equal', weights: new Map(), byHand: null, role: null } as const
  const draft = { ...equally, value: 440, time: { by: 'days', weights: null }, monthsByHand: null } as const
  const wanted = { teamId, metricKey: 'calls', period: MONTH, userId: null, draft: { ...draft, reason: '' } }
  expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'w' })).toMatchObject({ ok: true })
  const logged = async (at: string, calls: number) => {
    context.moveTo(at)
    for (const userId of PEOPLE) await as(userId).command(`log calls ${calls}`)
  }
  return { ...team, logged, ask: (line: string) => as('UBOSS').command(line) }
}

test('numbers of a day that is not due yet do not hide that the team is behind', async () => {
  const { logged, ask, context } = await callers()
  await logged('2026-03-04T10:00:00Z', 24)
  await logged('2026-03-05T10:00:00Z', 8)
  context.moveTo('2026-03-05T11:00:00Z')
  expect(await ask('team this month')).toContain('80%')
  expect(await ask('review this month')).toContain('*Calls* −12 against what should be in by now.')
})

test('on its last day the month still runs', async () => {
  const { logged, ask, context } = await callers()
  await logged('2026-03-04T10:00:00Z', 24)
  context.moveTo('2026-03-31T12:00:00Z')
  const said = await ask('review this month')
  expect(said).toContain('*Calls* −372 against what should be in by now.')
  expect(said).toContain('The period still runs')
})

test('the agenda in a channel without names leaves out what the only analyst reports; the private review has it', async () => {
  const people = [{ name: 'Ann' }, { name: 'Liu' }, { name: 'Cal', role: 'analyst' }]
  const { context, as, boss, workspaceId, teamId, channelId } = await todoTeam(database.db, people, {
    boardNames: 'none',
  })
  await as('UAnn').command('log calls 8')
  await as('ULiu').command('log calls 9')
  await as('UCal').command('log reports 3')
  const channel = { workspaceId, channelId, name: 'north', isPrivate: false, isExternal: false }
  await saveChannel(database.db, channel, context.clock.now())
  const review = { teamId, kind: 'month', date: date('2026-03-01') } as const
  expect(await postAgenda(context, boss, review)).toEqual({ ok: true, channelId, why: null })
  const key = { workspaceId, messageKey: `agenda:${teamId}:month:2026-03-01` }
  const message = (await findMessage(database.db, key))!
  const facts = await factsOf(database.db, message, context.clock.now())
  const { text } = BOT.messages.get('meeting-agenda')!.render(facts as never, BOT.translator('en'))
  expect(text).toContain('• Calls: 17')
  expect(text).not.toContain('Reports delivered: 3')
  expect(text).toContain('one person alone reports them: Reports delivered.')
  expect(await as('UBOSS').command('review this month')).toContain('Reports delivered: 3')
})

test('words for a quarter show the last quarter, and what is typed behind them goes first', async () => {
  const { context, as } = await todoTeam(database.db, [{ name: 'Ann' }])
  context.moveTo('2026-05-04T12:00:00Z')
  const title = async (line: string) => (await as('UBOSS').command(line)).split('\n')[0]!.split(' · ').at(-1)
  expect(await title('review')).toBe('April 2026*')
  expect(await title('季报')).toBe('Q1 2026*')
  expect(await title('quarterly review 2026-04')).toBe('April 2026*')
})
