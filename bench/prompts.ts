// 20,000 prompts due in one minute: the tick that writes their notices and jobs, against a plain bulk insert of the same rows.
import type { Sql } from 'postgres'
import { isAnyUnqueued } from '../src/outbox/db/messages.ts'
import { queueNotices } from '../src/outbox/flows/queue-notices.ts'
import { createQueue } from '../src/outbox/queue.ts'
import { DUE_HANDLERS } from '../src/schedule/flows/due-handlers.ts'
import { runDue } from '../src/schedule/flows/run-due.ts'
import { plantCompany, plantPrompts, TODAY } from './company.ts'
import { silent } from './database.ts'
import type { Measure } from './measure.ts'
import { median, milliseconds, timed } from './statistics.ts'

const ROUNDS = 5
const DUE_AT = `${TODAY}T08:00:00Z`
const NOW = Temporal.Instant.from(`${TODAY}T08:00:30Z`)
/** In one transaction, as the tick does. */
const AT_ONCE = 1000

export const prompts: Measure = async ({ databases, say }) => {
  const { url, db, sql, close } = await databases.fresh('bench_prompts')
  const queue = createQueue(url, { now: () => NOW }, silent)
  await queue.start()
  try {
    say('planting 20,000 members …')
    await plantCompany(sql, { workspaces: 50, teamsInEach: 20, membersInEach: 20 })
    const context = {
      db,
      clock: { now: () => NOW },
      log: silent,
      // As if Slack took all of them at once: otherwise most would not be queued yet.
      queue: { ...queue, withWaiting: async () => [] },
      directory: {
        person: async () => null,
        channel: async () => null,
        channelMembers: async () => null,
      },
    }
    const took = { ours: [] as number[], theirs: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      await empty(sql)
      await plantPrompts(sql, DUE_AT)
      took.ours.push(
        await timed(async () => {
          await runDue(context, DUE_HANDLERS)
          while (await isAnyUnqueued(db)) await queueNotices(context)
        }),
      )
      const rows = await written(sql)
      if (rows.notices.flat().length !== 20_000 || rows.jobs.flat().length !== 20_000)
        throw new Error('Not every prompt became a notice and a job.')
      await empty(sql)
      took.theirs.push(await timed(() => insertPlainly(sql, rows)))
    }
    return [
      {
        measure: '20,000 prompts due in one minute: notices and jobs written',
        against: 'plain bulk insert of the same rows',
        ours: milliseconds(median(took.ours)),
        theirs: milliseconds(median(took.theirs)),
        ratio: median(took.ours) / median(took.theirs),
        limit: { kind: 'at most', ratio: 3 },
        note: `median of ${ROUNDS} in turns; ours also reads members, calendars and answers, and settles the 20,000 due items; all are said before the first is queued`,
      },
    ]
  } finally {
    await queue.stop(1000)
    await close()
  }
}

interface Written {
  /** By transaction. */
  notices: object[][]
  jobs: object[][]
}

async function written(sql: Sql): Promise<Written> {
  const notices = await sql<{ row: object }[]>`select to_jsonb(n) as row from notices n order by notice_key`
  const jobs = await sql<
    { row: object }[]
  >`select to_jsonb(j) as row from pgboss.job j order by singleton_key`
  return { notices: inLots(notices), jobs: inLots(jobs) }
}

function inLots(rows: readonly { row: object }[]): object[][] {
  const lots: object[][] = []
  for (let start = 0; start < rows.length; start += AT_ONCE)
    lots.push(rows.slice(start, start + AT_ONCE).map(({ row }) => row))
  return lots
}

async function insertPlainly(sql: Sql, { notices, jobs }: Written): Promise<void> {
  for (const [lot, rows] of notices.entries())
    await sql.begin(async (tx) => {
      await tx`insert into notices select * from jsonb_populate_recordset(null::notices, ${tx.json(rows as never)})`
      await tx`insert into pgboss.job select * from jsonb_populate_recordset(null::pgboss.job, ${tx.json(jobs[lot] as never)})`
    })
}

async function empty(sql: Sql): Promise<void> {
  await sql`truncate notices, unqueued_notices, due_items`
  await sql`delete from pgboss.job`
  await sql`vacuum pgboss.job`
}
