// Blockers on real Postgres: raised, helped with by whom, solved, carried on, and rewritten by an edit.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { blockers } from '../../../src/checkins/standup/db/standups.sql.ts'
import type { StandupAnswer } from '../../../src/checkins/standup/domain/standup.ts'
import { helpWithBlocker } from '../../../src/checkins/standup/flows/help-with-blocker.ts'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

const MORNING = '2026-03-03T08:30:00Z'
const TUESDAY = '2026-03-03'
const WEDNESDAY = '2026-03-04'
const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
const newTeam = () => standupTeam(database.db, { zones, now: MORNING })
type Team = Awaited<ReturnType<typeof newTeam>>

const open = async (team: Team, date: string) => {
  const opened = await openStandup(team.context, team.person('ben'), { teamId: team.teamId, date: day(date) })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.form
}
const blockersOf = (team: Team) =>
  database.db.select().from(blockers).where(eq(blockers.workspaceId, team.workspaceId))

describe('blockers', () => {
  const raise: Partial<StandupAnswer> = { newBlockers: ['No budget from legal'], helperUserId: 'U-eva' }

  test('the helper gets a request, takes it on, and the summary shows it until it is solved', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, raise)
    const [blocker] = await blockersOf(team)
    const key = `help:${blocker!.blockerId}:U-eva`
    expect(await team.facts(key)).toEqual({
      kind: 'help-wanted',
      blockerId: blocker!.blockerId,
      fromUserId: 'U-ben',
      text: 'No budget from legal',
      state: 'open',
      byOther: null,
    })
    const summary = () => team.facts(`summary:${team.teamId}:${TUESDAY}`)
    expect(await summary()).toMatchObject({
      blockers: [{ name: 'ben', helperUserId: 'U-eva', state: 'open' }],
    })
    const help = (name: 'ben' | 'eva', state: 'helped' | 'closed') =>
      helpWithBlocker(team.context, team.person(name), blocker!.blockerId, state)
    expect(await help('ben', 'helped')).toEqual({ ok: false, reason: 'own' })
    const news = `helped:${blocker!.blockerId}:U-eva`
    expect(await team.message(news)).toBeNull()
    expect(await help('eva', 'helped')).toEqual({ ok: true })
    expect(await team.facts(key)).toMatchObject({ state: 'helped' })
    expect(await team.message(news)).toMatchObject({ toUserId: 'U-ben' })
    expect(await team.facts(news)).toEqual({
      kind: 'help-coming',
      helperUserId: 'U-eva',
      text: 'No budget from legal',
      state: 'helped',
    })
    expect(await summary()).toMatchObject({ blockers: [{ state: 'helped' }] })
    team.context.moveTo('2026-03-04T08:30:00Z')
    expect((await open(team, WEDNESDAY)).blockers).toMatchObject([
      { text: 'No budget from legal', closed: false },
    ])
    expect(await help('eva', 'closed')).toEqual({ ok: true })
    expect(await team.facts(news)).toMatchObject({ state: 'closed' })
    expect(await help('eva', 'helped')).toEqual({ ok: false, reason: 'already-closed' })
    team.context.moveTo('2026-03-05T08:30:00Z')
    expect((await open(team, '2026-03-05')).blockers).toEqual([])
  })

  test.each<{ how: string; solve: (team: Team, blockerId: string) => Promise<unknown> }>([
    {
      how: 'by the helper',
      solve: (team, id) => helpWithBlocker(team.context, team.person('eva'), id, 'closed'),
    },
    {
      how: 'in a standup',
      solve: (team, id) => team.submit(team.person('ben'), '2026-05-05', { closedBlockerIds: [id] }),
    },
  ])(
    'solved two months later $how: a request that is not kept any more is not sent anew',
    async ({ solve }) => {
      const team = await newTeam()
      await team.submit(team.person('ben'), TUESDAY, raise)
      const [{ blockerId } = { blockerId: '' }] = await blockersOf(team)
      await database.db.delete(messages).where(eq(messages.workspaceId, team.workspaceId))
      team.context.moveTo('2026-05-05T08:30:00Z')
      await solve(team, blockerId)
      expect(await blockersOf(team)).toMatchObject([{ state: 'closed' }])
      expect(await team.message(`help:${blockerId}:U-eva`)).toBeNull()
    },
  )

  test('nobody else, and no other workspace, can change it', async () => {
    const team = await newTeam()
    const other = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, raise)
    const [blocker] = await blockersOf(team)
    const refused = { ok: false, reason: 'not-allowed' }
    const stranger = testPerson(team.workspaceId, 'U-nobody')
    expect(await helpWithBlocker(team.context, stranger, blocker!.blockerId, 'closed')).toEqual(refused)
    const foreign = other.person('eva')
    expect(await helpWithBlocker(team.context, foreign, blocker!.blockerId, 'helped')).toEqual(refused)
    expect(await blockersOf(team)).toMatchObject([{ state: 'open' }])
  })

  test('an edit rewrites it: another helper is asked, the first one is told, a removed line is taken back', async () => {
    const team = await standupTeam(database.db, { zones: { ...zones, kim: 'Europe/Berlin' }, now: MORNING })
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, raise)
    const [blocker] = await blockersOf(team)
    await team.markDelivered()
    expect(await open(team, TUESDAY)).toMatchObject({ newBlockers: raise.newBlockers, helperUserId: 'U-eva' })
    await team.submit(ben, TUESDAY, { ...raise, helperUserId: 'U-kim' }, { viewId: 'V2' })
    expect(await blockersOf(team)).toMatchObject([{ helperUserId: 'U-kim', state: 'open' }])
    expect(await team.facts(`help:${blocker!.blockerId}:U-eva`)).toMatchObject({ state: 'closed' })
    expect(await team.facts(`help:${blocker!.blockerId}:U-kim`)).toMatchObject({ state: 'open' })
    await team.submit(ben, TUESDAY, { doneNote: 'Found another way' }, { viewId: 'V3' })
    expect(await blockersOf(team)).toMatchObject([{ state: 'closed', withdrawn: true }])
    expect(await team.facts(`summary:${team.teamId}:${TUESDAY}`)).toMatchObject({ blockers: [] })
  })

  test('ticked as solved it is gone the next day; unticked in an edit it stands again', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { newBlockers: ['No budget'] })
    team.context.moveTo('2026-03-04T08:30:00Z')
    const { blockerId } = (await open(team, WEDNESDAY)).blockers[0]!
    await team.submit(ben, WEDNESDAY, { closedBlockerIds: [blockerId] })
    expect((await open(team, WEDNESDAY)).blockers).toMatchObject([{ closed: true }])
    await team.submit(
      ben,
      WEDNESDAY,
      { reopenedBlockerIds: [blockerId], doneNote: 'Not yet' },
      { viewId: 'V2' },
    )
    expect(await blockersOf(team)).toMatchObject([{ state: 'open', closedOn: null }])
  })
})
