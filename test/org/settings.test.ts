// Stored settings: what an older version wrote is read with defaults, what a newer one wrote is kept, nonsense is a fault.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { latestSettings, settingsHistory, settingsIn, settingsOn } from '../../src/org/db/settings.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'

const database = usesDatabase()

const day = (date: string) => Temporal.PlainDate.from(date)
const store = async (settings: object, from = '2026-01-01', ref = newTeam()) => {
  await database.db.execute(sql`
    insert into team_settings (workspace_id, team_id, effective_from, settings, set_by, set_at)
    values (${ref.workspaceId}, ${ref.teamId}, ${from}, ${JSON.stringify(settings)}::jsonb, 'U1', now())`)
  return ref
}
const newTeam = () => ({ workspaceId: 'T1', teamId: crypto.randomUUID() })

test('a field that an older version did not know has its default, however it is read', async () => {
  const { questions: _, ...older } = testSettings()
  const ref = await store(older)
  expect(await settingsOn(database.db, 'T1', ref.teamId, day('2026-03-02'))).toEqual(testSettings())
  expect((await latestSettings(database.db, ref))?.settings).toEqual(testSettings())
  expect((await settingsHistory(database.db, ref))[0]?.settings).toEqual(testSettings())
})

test('a field that only a newer version knows is not lost when the settings are saved again', async () => {
  const ref = await store({ ...testSettings(), added: 7 })
  expect((await latestSettings(database.db, ref))?.settings).toMatchObject({ added: 7 })
})

test('settings that no version wrote are a fault that names the team and the field', async () => {
  const ref = await store({ ...testSettings(), promptTime: 9 })
  await expect(latestSettings(database.db, ref)).rejects.toThrow(ref.teamId)
  await expect(latestSettings(database.db, ref)).rejects.toThrow('promptTime')
})

test('of all versions the one in force on a date is chosen as the database chooses it', async () => {
  const ref = await store(testSettings({ promptTime: '08:00' }), '2026-01-01')
  await store(testSettings({ promptTime: '10:00' }), '2026-03-02', ref)
  const versions = await settingsHistory(database.db, ref)
  for (const date of ['2025-12-31', '2026-01-01', '2026-03-01', '2026-03-02', '2026-04-01'])
    expect(settingsIn(versions, day(date))).toEqual(
      await settingsOn(database.db, 'T1', ref.teamId, day(date)),
    )
  expect(settingsIn([], day('2026-03-02'))).toBeNull()
})
