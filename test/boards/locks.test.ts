// Changes at once of the days of one week: they wait for each other, and none of them is undone by a deadlock and tried again.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { insertSnapshot, lockSnapshotsOf } from '../../src/boards/db/boards.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

const MONDAY = Temporal.PlainDate.from('2026-03-02')
const TUESDAY = Temporal.PlainDate.from('2026-03-03')

test('leave of two days and a number of the second one, after the week’s board was posted', async () => {
  const { workspaceId, teamId } = await smallTeam(database.db, [{ name: 'Ann' }])
  const takenAt = Temporal.Instant.from('2026-03-09T08:00:00Z')
  const rows = { measure: { kind: 'points' }, decimals: 0, ranked: [], notRanked: [] } as const
  const posted = [
    ['day', MONDAY, MONDAY],
    ['day', TUESDAY, TUESDAY],
    ['week', MONDAY, MONDAY.add({ days: 6 })],
  ] as const
  await database.db.transaction(async (tx) => {
    for (const [period, fromDate, toDate] of posted)
      await insertSnapshot(tx, { workspaceId, teamId, period, fromDate, toDate, rows, takenAt })
  })
  let attempts = 0
  const locking = (dates: readonly Temporal.PlainDate[]) =>
    database.db.transaction(async (tx) => {
      attempts += 1
      for (const date of dates) {
        await lockSnapshotsOf(tx, { workspaceId, teamId }, date)
        await setTimeout(300)
      }
    })
  const leave = locking([MONDAY, TUESDAY])
  await setTimeout(100)
  await Promise.all([leave, locking([TUESDAY])])
  expect(attempts).toBe(2)
})
