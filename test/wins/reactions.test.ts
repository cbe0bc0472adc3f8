// Colleagues' reactions to a win are counted once each, whatever else people react to, and however often Slack tells of it.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { EventRequest } from '../../src/slack/requests.ts'
import { winsBetween } from '../../src/wins/db/wins.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

test('each colleague once, the winner not, until the reaction is taken away', async () => {
  const team = await smallTeam(database.db, [{ name: 'Ann' }], { settings: { wins: 'all' } })
  const { workspaceId, channelId } = team
  const context = testContext(database.db, '2026-03-02T10:00:00Z')
  await typist(context, team.people[0]!).command('log signed Hengxin 5,000', channelId)
  await database.db.execute(sql`
    update messages set channel_id = to_channel_id, ts = '1.2' where workspace_id = ${workspaceId} and kind = 'win'`)
  const tell = async (type: string, user: string, reaction: string, ts = '1.2', kind = 'message') => {
    const item = kind === 'message' ? { type: kind, channel: channelId, ts } : { type: kind, file: 'F1' }
    const call = { workspaceId, now: context.clock.now(), event: { type, user, reaction, item } }
    await BOT.handlers.events[type]!(call as EventRequest, context)
  }
  const reactedBy = async () => {
    const day = Temporal.PlainDate.from('2026-03-02')
    return (await winsBetween(database.db, team, { from: day, to: day })).map((win) => win.reactedBy)
  }
  expect(await reactedBy()).toEqual([0])
  for (const _ of [1, 2]) await tell('reaction_added', 'UBEA', 'tada')
  await tell('reaction_added', 'UBEA', 'clap')
  await tell('reaction_added', 'UCY', 'tada')
  await tell('reaction_added', 'UAnn', 'tada')
  await tell('reaction_added', 'UDEE', 'tada', '9.9')
  await tell('reaction_added', 'UDEE', 'tada', '', 'file')
  expect(await reactedBy()).toEqual([2])
  await tell('reaction_removed', 'UCY', 'tada')
  await tell('reaction_removed', 'UBEA', 'clap')
  expect(await reactedBy()).toEqual([1])
})
