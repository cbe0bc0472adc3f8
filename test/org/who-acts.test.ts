// Who acts for a team: its manager, and whoever stands in while the manager is away.
import { beforeEach, describe, expect, test } from 'vitest'
import { insertLeave } from '../../src/org/db/leaves.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { insertTeam, loadTeam } from '../../src/org/db/teams.ts'
import { actorOf } from '../../src/org/flows/actor.ts'
import { whoActsFor, whoActsForEach, whoIsAbove } from '../../src/org/flows/who-acts-for.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const W = 'T1'
/** A Wednesday, 9:00 in Berlin. */
const NOW = Temporal.Instant.from('2026-03-04T08:00:00Z')
const TODAY = '2026-03-04'
const ids = { team: crypto.randomUUID(), region: crypto.randomUUID(), company: crypto.randomUUID() }
const person = (userId: string, more = {}) => testPerson(W, userId, more)

const database = usesDatabase()

/** The team North (manager Mara, delegate Dan) below the region (Rita) below the company (Cora), with one admin. */
beforeEach(async () => {
  const { db } = database
  await db.execute('truncate teams, leaves, people')
  await savePeople(
    db,
    ['UMARA', 'UDAN', 'URITA', 'UCORA', 'UOTHER'].map((id) => person(id)),
    NOW,
  )
  await savePeople(db, [person('UADMIN', { isAdmin: true })], NOW)
  const at = (
    teamId: string,
    managerUserId: string,
    parentTeamId: string | null,
    delegateUserId: string | null,
  ) =>
    insertTeam(
      db,
      { workspaceId: W, teamId, channelId: `C${teamId}`, managerUserId, parentTeamId, delegateUserId },
      NOW,
    )
  await at(ids.company, 'UCORA', null, null)
  await at(ids.region, 'URITA', ids.company, 'UOTHER')
  await at(ids.team, 'UMARA', ids.region, 'UDAN')
})

const gone = (userId: string, more = { deactivated: true } as object) =>
  savePeople(database.db, [person(userId, more)], NOW)
const onLeave = (userId: string, part: 'whole' | 'morning' = 'whole', date = TODAY) => {
  const from = Temporal.PlainDate.from(date)
  const leave = { leaveId: crypto.randomUUID(), userId, from, to: from, part, kind: 'other' as const }
  return insertLeave(database.db, W, leave, { by: userId, at: NOW })
}
/** Asked for one team alone, and for many at once. */
const acts = async (now = NOW, except: string[] = []) => {
  const team = (await loadTeam(database.db, W, ids.team))!
  const region = (await loadTeam(database.db, W, ids.region))!
  const alone = await whoActsFor(database.db, team, now, except)
  const amongMany = await whoActsForEach(database.db, W, [region, team], now)
  if (except.length === 0) expect(amongMany.get(ids.team) ?? null).toBe(alone)
  return alone
}
const managing = async (userId: string, now = NOW) => {
  const { manages, actsFor, directs } = await actorOf(database.db, person(userId), now)
  return { manages, actsFor, directs }
}

describe('messages for the manager go to', () => {
  test('the manager, also on half a day of leave', async () => {
    expect(await acts()).toBe('UMARA')
    await onLeave('UMARA', 'morning')
    expect(await acts()).toBe('UMARA')
  })

  test.each([
    ['on leave', () => onLeave('UMARA')],
    ['deactivated', () => gone('UMARA')],
    ['a guest now', () => gone('UMARA', { isGuest: true })],
  ])('the delegate while the manager is %s', async (_, away) => {
    await away()
    expect(await acts()).toBe('UDAN')
  })

  test('the manager again on the day after the leave', async () => {
    await onLeave('UMARA')
    expect(await acts(NOW.add({ hours: 24 }))).toBe('UMARA')
  })

  test('then up the teams above, past managers who are away, then an admin', async () => {
    await gone('UMARA')
    await gone('UDAN')
    expect(await acts()).toBe('URITA')
    await onLeave('URITA')
    expect(await acts()).toBe('UCORA')
    await gone('UCORA')
    expect(await acts()).toBe('UADMIN')
    await onLeave('UADMIN')
    expect(await acts()).toBe('UADMIN')
  })

  test('a manager on leave after all when there is nobody else, and to nobody when the manager is gone', async () => {
    for (const userId of ['UDAN', 'URITA', 'UCORA', 'UADMIN']) await gone(userId)
    await onLeave('UMARA')
    expect(await acts()).toBe('UMARA')
    await gone('UMARA')
    expect(await acts()).toBeNull()
  })

  test('the next in line when the message is about the one who would get it', async () => {
    expect(await acts(NOW, ['UMARA'])).toBe('UDAN')
    expect(await acts(NOW, ['UMARA', 'UDAN'])).toBe('URITA')
    expect(await acts(NOW, ['UMARA', 'UDAN', 'URITA', 'UCORA', 'UADMIN'])).toBeNull()
  })
})

test('whoever oversees the manager is the manager of the team above, else an admin, never the delegate', async () => {
  const above = async () => whoIsAbove(database.db, (await loadTeam(database.db, W, ids.team))!, NOW)
  expect(await above()).toBe('URITA')
  await gone('URITA')
  await gone('UCORA')
  expect(await above()).toBe('UADMIN')
})

describe('the delegate has the manager’s rights in that team', () => {
  const none = { manages: [], actsFor: [], directs: [] }
  test('while the manager is away, and no longer', async () => {
    expect(await managing('UDAN')).toEqual(none)
    await onLeave('UMARA')
    expect(await managing('UDAN')).toEqual({ ...none, actsFor: [ids.team] })
    expect(await managing('UDAN', NOW.add({ hours: 24 }))).toEqual(none)
    expect((await managing('UMARA')).manages).toEqual([ids.team])
  })

  test('and not in the teams below it', async () => {
    await gone('URITA')
    expect(await managing('UOTHER')).toEqual({ ...none, actsFor: [ids.region] })
  })

  test('the day counts in the manager’s own time zone', async () => {
    await gone('UMARA', { zone: 'Asia/Shanghai' })
    await onLeave('UMARA', 'whole', '2026-03-05')
    expect(await managing('UDAN', Temporal.Instant.from('2026-03-04T15:59:00Z'))).toEqual(none)
    expect((await managing('UDAN', Temporal.Instant.from('2026-03-04T16:00:00Z'))).actsFor).toEqual([
      ids.team,
    ])
    expect(await managing('UDAN', Temporal.Instant.from('2026-03-05T16:00:00Z'))).toEqual(none)
  })
})
