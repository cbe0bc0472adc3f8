// The month's board of a team of 10,000: with a year of history stored against a month of it, and against the ledger summed up.
import type { Sql } from 'postgres'
import { computeBoard } from '../src/boards/flows/board.ts'
import type { Database } from '../src/core/db/client.ts'
import { plantCompany, teamIdOf, workspaceIdOf } from './company.ts'
import type { Measure, Row } from './measure.ts'
import { inTurns, median, milliseconds } from './statistics.ts'

const ROUNDS = 15
const WARM_UP = 3
const MEMBERS = 10_000
const MONTH = { from: '2025-12-01', to: '2025-12-31' }
const BEFORE = { from: '2025-01-02', to: '2025-11-30' }
const of = { workspaceId: workspaceIdOf(1), teamId: teamIdOf(1) }

export const board: Measure = async ({ databases, say }) => {
  const [small, large] = [await databases.fresh('bench_month'), await databases.fresh('bench_year')]
  try {
    say('planting 10,000 members with a month of numbers, and the same with a year …')
    for (const { sql } of [small, large]) {
      await plantCompany(sql, { workspaces: 1, teamsInEach: 1, membersInEach: MEMBERS })
      await plantNumbers(sql, MONTH)
    }
    await plantNumbers(large.sql, BEFORE)
    const [year, month] = [() => show(large.db), () => show(small.db)]
    const ledger = () => sumLedger(large.sql)
    await inTurns(WARM_UP, year, month)
    const againstMonth = await inTurns(ROUNDS, year, month)
    await inTurns(WARM_UP, year, ledger)
    const againstLedger = await inTurns(ROUNDS, year, ledger)
    return [
      rowOf(againstMonth, {
        measure: 'board of 10,000 members, a month, one year of history stored',
        against: 'the same with one month stored',
        limit: { kind: 'at most', ratio: 1.2 },
        note: `medians of ${ROUNDS} in turns; one number a member and working day, 2.6 million in the year`,
      }),
      rowOf(againstLedger, {
        measure: 'the same board',
        against: 'plain aggregate over the ledger',
        limit: { kind: 'at most', ratio: 1, said: 'faster' },
        note: `medians of ${ROUNDS} in turns; ours is the ranked board with names, presence and marks, theirs the sums alone`,
      }),
    ]
  } finally {
    await small.close()
    await large.close()
  }
}

function rowOf(
  took: { ours: number[]; theirs: number[] },
  row: Pick<Row, 'measure' | 'against' | 'limit' | 'note'>,
): Row {
  const [ours, theirs] = [median(took.ours), median(took.theirs)]
  return { ...row, ours: milliseconds(ours), theirs: milliseconds(theirs), ratio: ours / theirs }
}

async function show(db: Database): Promise<void> {
  const date = Temporal.PlainDate.from(MONTH.to)
  const facts = await computeBoard(db, { ...of, period: 'month', date })
  if (facts?.board.ranked.length !== MEMBERS) throw new Error('Not everybody is on the board.')
}

const sumLedger = (sql: Sql) => sql`
  select member_id, sum((numbers ->> 'calls')::bigint) as value from activity
  where workspace_id = ${of.workspaceId} and team_id = ${of.teamId}
    and date between ${MONTH.from} and ${MONTH.to}
  group by member_id order by value desc`

/** Calls of every member and weekday, in ledger and totals. */
async function plantNumbers(sql: Sql, { from, to }: { from: string; to: string }): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
      select workspace_id, team_id, day::date, member_id,
        jsonb_build_object('calls', 20 + hashtext(member_id::text || day) % 20)
      from members, generate_series(${from}::date, ${to}::date, interval '1 day') day
      where extract(isodow from day) < 6`
    await tx`insert into activity (workspace_id, source_id, team_id, member_id, date, numbers, source, entered_at, entered_by)
      select workspace_id, gen_random_uuid(), team_id, member_id, date, totals, 'standup', date + interval '9 hours',
        'U0BENCH1'
      from daily_totals where date between ${from}::date and ${to}::date`
  })
  await sql`vacuum analyze daily_totals`
  await sql`vacuum analyze activity`
}
