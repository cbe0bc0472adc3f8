// A small team whose members type numbers, anew for each test: Ann in English, Bo and Mei in both Chinese scripts.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { type Typist, typist } from './typist.ts'

/** The day of the tests; it is 13:00 UTC. */
export const TUESDAY = '2026-03-03'

export interface LoggingTeam {
  database: TestDatabase
  context: TestContext
  team: SmallTeam
  ann: Typist
}

/** Registers the hooks of the test file; `use` gets what each test works with. */
export function withLoggingTeam(use: (made: LoggingTeam) => void): void {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    const context = testContext(database.db, `${TUESDAY}T13:00:00Z`)
    const team = await smallTeam(database.db, [
      { name: 'Ann' },
      { name: 'Bo', more: { locale: 'zh-CN', zone: 'Asia/Shanghai' } },
      { name: 'Mei', more: { locale: 'zh-TW', zone: 'Asia/Taipei' } },
    ])
    use({ database, context, team, ann: typist(context, team.people[0]!) })
  })
}

/** What is stored of the member's day, by metric. */
export async function totalsOf(
  { db }: TestContext,
  { workspaceId, memberId }: Member,
  day = TUESDAY,
): Promise<Record<string, number>> {
  const found = await dayTotals(db, workspaceId, memberId, Temporal.PlainDate.from(day))
  return Object.fromEntries(Object.entries(found).map(([key, { value }]) => [key, value]))
}
