// `/kpi undo` takes back what was logged last, as the Undo button does, and asks where it is not clear what is meant.
import { expect, test } from 'vitest'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { smallTeam } from './small-team.ts'
import { buttonsOf, typist } from './typist.ts'

const database = usesDatabase()
const TUESDAY = Temporal.PlainDate.from('2026-03-03')

async function logging() {
  const team = await smallTeam(database.db, [{ name: 'Ann' }])
  const context = testContext(database.db)
  let now = Temporal.Instant.from('2026-03-03T10:00:00Z')
  context.clock.now = () => {
    now = now.add({ seconds: 1 })
    return now
  }
  const ann = typist(context, team.people[0]!)
  const calls = async (member = team.members[0]!, date = TUESDAY) =>
    (await dayTotals(database.db, team.workspaceId, member.memberId, date)).calls?.value ?? null
  const wait = (hours: number) => {
    now = now.add({ hours })
  }
  return { team, context, ann, calls, wait }
}

test('one entry after the other, the last one first, until nothing is left', async () => {
  const { team, ann, calls } = await logging()
  await ann.command('log calls 5', team.channelId)
  await ann.command('log calls 2', team.channelId)
  expect(await ann.command('undo', team.channelId)).toBe('Taken back: Calls 2 for Tue, Mar 3.')
  expect(await calls()).toBe(5)
  expect(await ann.command('undo', team.channelId)).toBe('Taken back: Calls 5 for Tue, Mar 3.')
  expect(await calls()).toBe(null)
  expect(await ann.command('undo', team.channelId)).toMatch(/^There is nothing of yours to take back/)
})

test.each(['撤销', '撤銷', '復原', '收回', 'take back', 'Undo!'])('“%s” is the same', async (word) => {
  const { team, ann, calls } = await logging()
  await ann.command('log calls 5', team.channelId)
  await ann.command(word, team.channelId)
  expect(await calls()).toBe(null)
})

test('what was saved in the form, too', async () => {
  const { ann, calls } = await logging()
  await ann.command('log')
  await ann.submit({ Calls: '7' })
  expect(await calls()).toBe(7)
  expect(await ann.command('undo')).toContain('Taken back: Calls 7')
  expect(await calls()).toBe(null)
})

test('an entry of the day before is asked about, and so is one with words behind the command', async () => {
  const { team, ann, calls, wait } = await logging()
  await ann.command('log calls 5', team.channelId)
  expect(await ann.command('undo visits', team.channelId)).toBe(
    'Your last entry: Calls 5 (Tue, Mar 3). Take it back?',
  )
  wait(22)
  expect(await ann.command('undo', team.channelId)).toContain('Take it back?')
  expect(await calls()).toBe(5)
  expect(await ann.press('Undo')).toBe('Taken back: Calls 5 for Tue, Mar 3.')
  expect(await calls()).toBe(null)
})

test('in two teams it is that of the channel, and elsewhere it is asked which', async () => {
  const { team, context, ann, calls } = await logging()
  const south = await smallTeam(database.db, [], {
    workspaceId: team.workspaceId,
    settings: { name: 'South' },
  })
  const own = { ...team.members[0]!, teamId: south.teamId, memberId: crypto.randomUUID() }
  await context.db.insert(members).values(own)
  await ann.command('log calls 5', team.channelId)
  await ann.command('log calls 3', south.channelId)
  await ann.command('undo', 'CELSEWHERE')
  expect(buttonsOf(ann)).toContain('South')
  expect([await calls(), await calls(own)]).toEqual([5, 3])
  await ann.press('South')
  expect([await calls(), await calls(own)]).toEqual([5, null])
  await ann.command('log calls 3', south.channelId)
  await ann.command('undo', team.channelId)
  expect([await calls(), await calls(own)]).toEqual([null, 3])
})

test('what a manager corrected since stays, and the answer says why', async () => {
  const { team, ann, calls } = await logging()
  await ann.command('log calls 5', team.channelId)
  await ann.command('log')
  await ann.submit({ Calls: '9' })
  await ann.command('undo', team.channelId)
  expect(await calls()).toBe(5)
  expect(await ann.click('numbers.undo-chosen', 'forged')).toBe('There is nothing to take back here.')
})
