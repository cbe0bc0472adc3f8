// Stored people and workspaces: updated from Slack, separate for each workspace, with the direct message channel kept.
import { expect, test } from 'vitest'
import {
  findPeople,
  findPerson,
  findWorkspace,
  saveDmChannel,
  savePeople,
  saveWorkspace,
} from '../../src/org/db/people.ts'
import { ensurePerson } from '../../src/org/flows/ensure-person.ts'
import { testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const T1 = Temporal.Instant.from('2026-03-02T09:00:00Z')
const T2 = Temporal.Instant.from('2026-03-03T09:00:00Z')
const database = usesDatabase()

test('saving a person again updates them and keeps their direct message channel', async () => {
  const { db } = database
  await savePeople(db, [testPerson('T1', 'U1'), testPerson('T1', 'U2')], T1)
  await saveDmChannel(db, 'T1', 'U1', 'D1')
  await savePeople(
    db,
    [testPerson('T1', 'U1', { zone: 'Asia/Taipei', locale: 'zh-TW', deactivated: true })],
    T2,
  )
  expect(await findPerson(db, 'T1', 'U1')).toEqual({
    ...testPerson('T1', 'U1', { zone: 'Asia/Taipei', locale: 'zh-TW', deactivated: true }),
    dmChannelId: 'D1',
    refreshedAt: T2,
  })
  expect(await findPerson(db, 'T1', 'U2')).toMatchObject({ zone: 'Europe/Berlin', refreshedAt: T1 })
})

test('the same id in another workspace is another person', async () => {
  const { db } = database
  await savePeople(
    db,
    [testPerson('T1', 'U3', { name: 'here' }), testPerson('T2', 'U3', { name: 'there' })],
    T1,
  )
  expect(await findPerson(db, 'T2', 'U3')).toMatchObject({ name: 'there' })
  expect((await findPeople(db, 'T1', ['U3', 'U9'])).map((person) => person.name)).toEqual(['here'])
})

test('a workspace keeps the day it was first seen', async () => {
  const { db } = database
  await saveWorkspace(db, { workspaceId: 'T1', name: 'Old', botUserId: 'B1' }, T1)
  await saveWorkspace(db, { workspaceId: 'T1', name: 'New', botUserId: 'B2' }, T2)
  expect(await findWorkspace(db, 'T1')).toEqual({
    ...{ workspaceId: 'T1', name: 'New', botUserId: 'B2', fiscalYearStartMonth: 1, firstSeenAt: T1 },
    settings: {},
    disconnectedAt: null,
  })
})

test('people are fetched from Slack when missing, then once a day; when Slack fails, the stored person is used', async () => {
  const context = testContext(database.db, '2026-03-02T09:00:00Z')
  let asked = 0
  let away = false
  context.directory.person = async (workspaceId, userId) => {
    asked += 1
    if (away) throw new Error('Slack is away')
    return userId === 'U7' ? testPerson(workspaceId, userId, { name: `told ${asked}` }) : null
  }
  const name = async (userId = 'U7') => (await ensurePerson(context, 'T1', userId))?.name
  expect([await name(), await name(), asked]).toEqual(['told 1', 'told 1', 1])
  context.moveTo('2026-03-03T08:59:00Z')
  expect([await name(), asked]).toEqual(['told 1', 1])
  context.moveTo('2026-03-03T09:00:00Z')
  expect([await name(), await name(), asked]).toEqual(['told 2', 'told 2', 2])
  context.moveTo('2026-03-05T09:00:00Z')
  away = true
  expect(await name()).toBe('told 2')
  await expect(name('USTRANGER')).rejects.toThrow('away')
  away = false
  expect(await name('USTRANGER')).toBeUndefined()
})
