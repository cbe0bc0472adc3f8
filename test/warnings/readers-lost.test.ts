// What is left of a warning for a reader who may not see it any more: who has left the team, or leads it no longer; what it says where nobody leads above, and by whose clock.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { memberOf, setLastDay } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { setManager } from '../../src/org/db/teams.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { renderMessage } from '../../src/outbox/flows/message-kind.ts'
import { day } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { bothBehind } from './both-behind.ts'

const database = usesDatabase()

type Team = Awaited<ReturnType<typeof bothBehind>>['team']

/** Each of the person's messages about warnings as it would be sent or edited now. */
async function shownTo(team: Team, toUserId: string): Promise<{ kind: string; said: string }[]> {
  const own = await database.db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, team.workspaceId), eq(messages.toUserId, toUserId)))
  const shown: { kind: string; said: string }[] = []
  for (const message of own.filter(({ kind }) => kind.startsWith('warning'))) {
    const facts = await factsOf(database.db, message, team.context.clock.now())
    const kind = BOT.messages.get(message.kind)!
    const { text, blocks } = facts
      ? renderMessage(kind, facts, BOT.translator('en'))
      : { text: '', blocks: [] }
    if (facts) shown.push({ kind: message.kind, said: `${text} ${JSON.stringify(blocks)}` })
  }
  return shown
}

test('4: whoever leaves the team hears the end, once, and what they have of it loses its numbers and buttons', async () => {
  const { team } = await bothBehind(database.db)
  await team.deliver()
  const [ben] = await memberOf(database.db, team.workspaceId, 'U-ben')
  await database.db.transaction((tx) => setLastDay(tx, ben!, day('2026-03-06'), team.context.clock.now()))
  await team.tickAt('2026-03-09T08:00:00Z')
  const sent = await team.deliver()
  expect(sent.filter((one) => one.startsWith('U-ben'))).toEqual(['U-ben edit', 'U-ben resolved'])
  const shown = await shownTo(team, 'U-ben')
  expect(shown.map(({ kind }) => kind).sort()).toEqual(['warning', 'warning-note'])
  for (const { said } of shown) {
    expect(said).toContain('Closed: you are no longer in')
    expect(said).not.toMatch(/"button"|Urgent|calls/)
  }
  await team.tickAt('2026-03-10T08:00:00Z')
  expect((await team.deliver()).filter((one) => one.startsWith('U-ben'))).toEqual([])
})

test('4: whoever has handed the team over reads who leads it now, and nothing of the warning', async () => {
  const { team } = await bothBehind(database.db)
  await team.deliver()
  await setManager(database.db, team, 'U-deputy')
  await team.tickAt('2026-03-06T10:05:00Z')
  const sent = await team.deliver()
  expect(sent).toContain('U-deputy warning')
  expect(sent.filter((one) => one.startsWith('U-boss'))).toEqual(['U-boss edit', 'U-boss edit'])
  for (const { said } of await shownTo(team, 'U-boss')) {
    expect(said).toContain('<@U-deputy>')
    expect(said).not.toMatch(/"button"|Urgent|calls|ben|eva/)
  }
})

test('6: until when it waits is said by the reader’s clock, wherever the team is', async () => {
  const { team, boss } = await bothBehind(database.db)
  await team.deliver()
  const abroad = testPerson(team.workspaceId, boss.userId, { zone: 'America/New_York' })
  await savePeople(database.db, [abroad], team.context.clock.now())
  const said = (await shownTo(team, boss.userId)).map((one) => one.said)
  expect(said.filter((one) => one.includes('by Fri, Mar 6, 5:00 AM'))).toHaveLength(1)
})

test('9: where nobody leads above it does not go up: whoever leads is reminded, and so it says', async () => {
  const { team, boss } = await bothBehind(database.db)
  await team.deliver()
  const urgent = async () => (await shownTo(team, boss.userId)).find(({ said }) => said.includes('Urgent'))!
  expect((await urgent()).said).toContain('by Fri, Mar 6, 11:00 AM, it goes one step up')
  await database.db.update(teams).set({ parentTeamId: null }).where(eq(teams.teamId, team.teamId))
  expect((await urgent()).said).toContain('by Fri, Mar 6, 11:00 AM, you will be reminded')
  await team.tickAt('2026-03-06T10:00:00Z')
  expect(await team.events()).not.toContain('escalated')
  expect(await team.events()).toContain('repeated')
  expect(await team.deliver()).toContain('U-boss repeated')
})
