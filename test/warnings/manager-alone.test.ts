// A manager who also sells, with nobody above: their own answer counts, since nobody else is left to give one.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import { ladderOf } from '../../src/warnings/domain/ladder-of.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { listWarnings } from '../../src/warnings/flows/list-warnings.ts'
import { loadWarning } from '../../src/warnings/flows/load-warning.ts'
import { day } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { bothBehind } from './both-behind.ts'
import { DIRECTOR, episodeWorld, REP } from './episode-world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('ben leads the team that he sells in: with somebody above it is theirs to answer, alone it is his', async () => {
  const { db } = database
  const { team, ben } = await bothBehind(db)
  const { workspaceId, teamId, context } = team
  const set = (changes: Partial<typeof teams.$inferInsert>) =>
    db.update(teams).set(changes).where(eq(teams.teamId, teamId))
  const { episodeId } = (await team.open()).find(({ memberId }) => memberId === team.memberId('ben'))!
  const now = context.clock.now()
  const rights = async () => {
    const view = await loadWarning(db, { workspaceId, episodeId, readerId: ben.userId }, now)
    const listed = (await listWarnings(context, ben)).own.find(
      ({ warning }) => warning.episodeId === episodeId,
    )
    expect(listed?.can).toEqual(view?.can)
    return view && [view.can.takeOn, view.can.close]
  }
  const name = (lastResortUserId: string | null) =>
    saveWorkspaceSettings(db, workspaceId, { lastResortUserId })
  await db
    .insert(workspaces)
    .values({ workspaceId, name: 'Acme', botUserId: 'UBOT', firstSeenAt: now })
    .onConflictDoNothing()
  await savePeople(db, [testPerson(workspaceId, 'U-owner')], now)
  await set({ managerUserId: ben.userId })
  expect(await rights()).toEqual([false, false])
  await set({ parentTeamId: null, delegateUserId: 'U-owner' })
  expect(await rights()).toEqual([false, false])
  await set({ delegateUserId: null })
  await name('U-owner')
  expect(await rights()).toEqual([false, false])
  await savePeople(db, [{ ...testPerson(workspaceId, 'U-owner'), deactivated: true }], now)
  expect(await rights()).toEqual([true, true])
  await name(null)
  expect(await rights()).toEqual([true, true])
  const answer = { kind: 'acknowledge', action: 'Two calls more a day', until: day('2026-03-10') } as const
  expect(await answerWarning(context, ben, episodeId, answer)).toEqual({ ok: true })
  await set({ managerUserId: 'U-boss' })
  expect(await rights()).toEqual([false, false])
})

test('alone, nobody is told more, and no step is taken; with somebody above, the first one is taken at once', () => {
  const world = episodeWorld()
  const none = { manager: null, director: null, lastResort: null }
  world.ladder = { ...world.ladder, ...none, isAlone: true }
  world.opened('red')
  for (let hours = 0; hours < 200; hours += 8) {
    world.now = world.now.add({ hours: 8 })
    expect(world.tick()).toMatchObject({ reason: 'up-to-date' })
  }
  expect(world.episode).toMatchObject({ state: 'open', step: 0, nextAt: null, told: [REP] })
  world.acknowledge('2026-03-20', REP)
  world.moveTo('2026-03-20T09:00')
  expect(world.tick()).toMatchObject({ reason: 'promise-broken', next: { state: 'open', nextAt: null } })
  world.read(undefined)
  expect(world.toldTo(REP)).toEqual(['posted', 'promise-broken', 'resolved'])
  world.opened('red')
  world.ladder = { ...world.ladder, isAlone: false, director: world.present(DIRECTOR) }
  expect(world.tick()).toMatchObject({ reason: 'escalated', posts: [{ userId: DIRECTOR }] })
})

test.each([
  ['the manager', { inTeam: ['ben'], above: [] }, true],
  ['the manager, and above the same', { inTeam: ['ben'], above: ['ben'] }, true],
  ['the manager and a delegate', { inTeam: ['ben', 'eva'], above: [] }, undefined],
  ['somebody above who is away', { inTeam: ['ben'], above: ['liu'] }, undefined],
])('who sells and leads is alone where it is led by %s: %s', (_, leads, isAlone) => {
  expect(ladderOf({ inTeam: [], above: [], leads }, 'ben').isAlone).toBe(isAlone)
  expect(ladderOf({ inTeam: [], above: [], leads }, null).isAlone).toBeUndefined()
})
