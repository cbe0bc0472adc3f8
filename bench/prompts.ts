// 20,000 prompts due in one minute: the tick that writes their messages, against a plain bulk insert and update of the same rows.
import type { Sql } from 'postgres'
import { BOT } from '../src/app/features.ts'
import { runDue } from '../src/schedule/flows/run-due.ts'
import { plantCompany, plantPrompts, TODAY } from './company.ts'
import { nobody, silent } from './database.ts'
import type { Measure } from './measure.ts'
import { median, milliseconds, timed } from './statistics.ts'

const ROUNDS = 5
const DUE_AT = `${TODAY}T08:00:00Z`
const NOW = Temporal.Instant.from(`${TODAY}T08:00:30Z`)
/** Does it in one transaction, like the tick. */
const AT_ONCE = 1000

export const prompts: Measure = async ({ databases, say }) => {
  const { db, sql, close } = await databases.fresh('bench_prompts')
  try {
    say('planting 20,000 members …')
    await plantCompany(sql, { workspaces: 50, teamsInEach: 20, membersInEach: 20 })
    const context = {
      db,
      clock: { now: () => NOW },
      log: silent,
      contributions: BOT.contributions,
      directory: nobody,
    }
    const took = { ours: [] as number[], theirs: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      await empty(sql)
      await plantPrompts(sql, DUE_AT)
      took.ours.push(await timed(() => runDue(context, BOT.dueKinds)))
      const rows = await written(sql)
      if (rows.flat().length !== 20_000) throw new Error('Not every prompt became a message.')
      await empty(sql)
      await plantPrompts(sql, DUE_AT)
      took.theirs.push(await timed(() => writePlainly(sql, rows)))
    }
    return [
      {
        measure: '20,000 prompts due in one minute: messages written, due items settled',
        against: 'plain bulk insert and update of the same rows',
        ours: milliseconds(median(took.ours)),
        theirs: milliseconds(median(took.theirs)),
        ratio: median(took.ours) / median(took.theirs),
        limit: { kind: 'at most', ratio: 3 },
        note: `median of ${ROUNDS} in turns; ours also reads members, calendars and answers`,
      },
    ]
  } finally {
    await close()
  }
}

/** Per transaction. */
async function written(sql: Sql): Promise<object[][]> {
  const rows = await sql<{ row: object }[]>`select to_jsonb(m) as row from messages m order by message_key`
  const lots: object[][] = []
  for (let start = 0; start < rows.length; start += AT_ONCE)
    lots.push(rows.slice(start, start + AT_ONCE).map(({ row }) => row))
  return lots
}

async function writePlainly(sql: Sql, lots: object[][]): Promise<void> {
  for (const lot of lots)
    await sql.begin(async (tx) => {
      const rows = tx.json(lot as never)
      await tx`insert into messages select * from jsonb_populate_recordset(null::messages, ${rows})`
      await tx`update due_items set state = 'done', settled_at = ${NOW.toString()}
        from jsonb_populate_recordset(null::messages, ${rows}) m
        where due_items.workspace_id = m.workspace_id
          and due_key = 'prompt:' || (m.subject ->> 'memberId') || ':' || ${TODAY}::text`
    })
}

const empty = (sql: Sql) => sql`truncate messages, due_items`
