// Streaks from the time when an empty form was saved as an answer are counted again: only real answers count.
import { globSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { usesDatabase } from '../../support/database.ts'

const [MIGRATION] = globSync('migrations/*_recount_streaks.sql')
const [TEAM, ANN, BEN, LINE] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

const database = usesDatabase()

/** In days before today, because plan lines of more than two years ago are not kept. */
const ago = (days: number) => sql`current_date - ${days}::int`

const standup = (member: string, days: number, state: string, streak: number, note = '') =>
  database.db.execute(sql`insert into standups (workspace_id, member_id, date, team_id, state, streak_days, done_note, numbers_date)
    values ('T1', ${member}, ${ago(days)}, ${TEAM}, ${state}, ${streak}, ${note}, ${ago(days + 1)})`)
const line = (days: number, item: string, more: { settled?: number; outcome?: string; carried?: string }) =>
  database.db.execute(sql`insert into plan_items (workspace_id, item_id, member_id, team_id, date, position, text, carried_from, outcome, settled_on)
    values ('T1', ${item}, ${ANN}, ${TEAM}, ${ago(days)}, 1, 'Call Acme', ${more.carried ?? null}, ${more.outcome ?? null},
      ${more.settled === undefined ? null : ago(more.settled)})`)

async function streaks(member: string): Promise<number[]> {
  const rows = await database.db.execute(
    sql`select streak_days from standups where member_id = ${member} order by date`,
  )
  return rows.map(({ streak_days }) => Number(streak_days))
}

const recount = () => database.db.execute(sql.raw(readFileSync(MIGRATION!, 'utf8')))

test('days with nothing on record no longer count and break nothing; real answers of each kind do', async () => {
  await standup(ANN!, 20, 'answered', 1, 'A note')
  // A line planned on it; it is carried over on the next day, which alone says nothing.
  await standup(ANN!, 19, 'answered', 2)
  await line(19, LINE!, { settled: 18, outcome: 'carried' })
  await standup(ANN!, 18, 'answered', 3)
  await line(18, crypto.randomUUID(), { carried: LINE!, settled: 15, outcome: 'done' })
  await standup(ANN!, 17, 'excused', 0)
  await standup(ANN!, 16, 'answered', 4)
  // Done, a blocker, and numbers, however they were entered.
  await standup(ANN!, 15, 'answered', 5)
  await standup(ANN!, 14, 'answered', 6)
  await database.db.execute(sql`insert into blockers (workspace_id, blocker_id, team_id, member_id, text, state, raised_on)
    values ('T1', ${crypto.randomUUID()}, ${TEAM}, ${ANN}, 'No price list', 'open', ${ago(14)})`)
  await standup(ANN!, 13, 'answered', 7)
  await database.db.execute(sql`insert into activity (workspace_id, source_id, member_id, team_id, date, entered_at, source, entered_by, numbers)
    values ('T1', ${crypto.randomUUID()}, ${ANN}, ${TEAM}, ${ago(14)}, now(), 'command', 'UANN', '{"calls": 5}')`)
  await standup(ANN!, 12, 'late', 0)
  await standup(ANN!, 11, 'answered', 1, 'A note')
  await standup(ANN!, 10, 'answered', 2)
  await standup(BEN!, 800, 'answered', 1)
  await standup(BEN!, 20, 'missed', 0)
  await recount()
  expect(await streaks(ANN!)).toEqual([1, 2, 2, 0, 2, 3, 4, 5, 0, 1, 1])
  expect(await streaks(BEN!)).toEqual([1, 0])
})
