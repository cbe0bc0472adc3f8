// Nobody is woken by a warning: what is new at night is told when the reader's own hours begin, and only if it still holds.
import { expect, test } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { warningEpisodes } from '../../src/warnings/db/warnings.sql.ts'
import { letWait } from '../../src/warnings/flows/waiting.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

const database = usesDatabase()

const NINE = { inBerlin: '2026-03-06T08:00:00Z', inNewYork: '2026-03-06T14:00:00Z' }

/** Far behind from the first day on; the urgent warning opens on Friday 6 March at nine in Berlin, at three in New York. */
async function farBehind() {
  const team = await warningTeam(database.db)
  const inNewYork = { ...testPerson(team.workspaceId, 'U-ben'), zone: 'America/New_York' }
  await savePeople(database.db, [inNewYork], team.context.clock.now())
  await team.replan('2026-03-02')
  for (let date = 2; date <= 6; date += 1)
    for (const [name, made] of [
      ['ben', 2],
      ['eva', 10],
    ] as const)
      await team.calls(name, { [`2026-03-0${date}`]: made })
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt(NINE.inBerlin)
  return team
}

test('the manager hears at nine in Berlin, the rep at nine in New York, each once', async () => {
  const team = await farBehind()
  expect(await team.deliver()).toEqual(['U-boss warning'])
  await team.tickAt('2026-03-06T13:59:00Z')
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual([])
  await team.tickAt(NINE.inNewYork)
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual(['U-ben warning'])
  await team.tickAt('2026-03-06T14:05:00Z')
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual([])
})

test('what is over before the rep wakes is told to the manager alone', async () => {
  const team = await farBehind()
  await team.deliver()
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.events()).toContain('recovered')
  await team.tickAt(NINE.inNewYork)
  const sent = await team.deliver()
  expect(sent.filter((one) => one.includes('U-ben'))).toEqual([])
  expect(sent).toContain('U-boss resolved')
})

test('with the clock set back past an hour that was served, what comes then is told all the same', async () => {
  const team = await farBehind()
  await team.tickAt(NINE.inNewYork)
  await team.deliver()
  const [warning] = await team.open()
  const at = Temporal.Instant.from(NINE.inNewYork)
  const said = [{ warning: warning!, userId: 'U-ben', what: 'repeated' as const, at }]
  const before = at.subtract({ minutes: 1 })
  await database.db.transaction((tx) => letWait(tx, said, new Map([['U-ben', 'America/New_York']]), before))
  await team.tickAt('2026-03-06T14:01:00Z')
  expect(await team.deliver()).toContain('U-ben repeated')
})

test('what is worse by the reader’s morning is one message: no note beside the warning that is new to them', async () => {
  const team = await farBehind()
  const [warning] = await team.open()
  const now = Temporal.Instant.from(NINE.inBerlin)
  const at = Temporal.Instant.from(NINE.inNewYork)
  const note = [{ warning: warning!, userId: 'U-ben', what: 'raised' as const, at }]
  await database.db.transaction((tx) => letWait(tx, note, new Map([['U-ben', 'America/New_York']]), now))
  await team.tickAt(NINE.inNewYork)
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual(['U-ben warning'])
})

test('a warning that is just being posted when it ends may have been read: its end is told', async () => {
  const team = await farBehind()
  await database.db.update(messages).set({ sendingSince: team.context.clock.now() })
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.deliver()).toContain('U-boss resolved')
})

test('the end of what has been open for over a month is told, though its message is kept no longer', async () => {
  const team = await farBehind()
  await team.deliver()
  await database.db.delete(messages)
  const monthAgo = team.context.clock.now().subtract({ hours: 24 * 31 })
  await database.db.update(warningEpisodes).set({ openedAt: monthAgo })
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.deliver()).toContain('U-boss resolved')
})
