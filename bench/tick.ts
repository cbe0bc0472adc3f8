// Measures a tick with nothing due in a large company against one empty query on an index.
import { BOT } from '../src/app/features.ts'
import { runDue } from '../src/schedule/flows/run-due.ts'
import { plantCompany, TODAY } from './company.ts'
import { nobody, silent } from './database.ts'
import type { Measure } from './measure.ts'
import { inTurns, median, milliseconds } from './statistics.ts'

const ROUNDS = 2000
const WARM_UP = 200
const NOW = Temporal.Instant.from(`${TODAY}T08:30:00Z`)

/** Every member has a future prompt and reminder, so that twice as many rows wait as there are members. */
export const tick: Measure = async ({ databases, options, say }) => {
  const { members } = options
  const { db, client, sql, close } = await databases.fresh('bench_tick')
  try {
    say(`planting ${members.toLocaleString('en')} members with their prompts and reminders …`)
    await plantCompany(sql, { workspaces: 100, teamsInEach: members / 2000, membersInEach: 20 })
    for (const kind of ['prompt', 'remind'])
      await sql`insert into due_items (workspace_id, due_key, kind, team_id, member_id, date, due_at, next_attempt_at, state)
        select workspace_id, ${kind} || ':' || member_id || ':' || ${TODAY}::text, ${kind}, team_id, member_id,
          ${TODAY}::date, ${`${TODAY}T09:00:00Z`}, ${`${TODAY}T09:00:00Z`}, 'waiting' from members`
    await sql`vacuum analyze due_items`
    const context = {
      db,
      clock: { now: () => NOW },
      log: silent,
      contributions: BOT.contributions,
      directory: nobody,
    }
    const ours = async () => {
      const counts = await runDue(context, BOT.dueKinds)
      if (counts.done > 0) throw new Error('Something was due.')
    }
    // Uses the same connections as the tick: half of the time depends on the core on which a connection's Postgres process runs.
    const theirs = () =>
      client`select due_key from due_items where state = 'waiting' and next_attempt_at <= ${NOW.toString()}
        order by next_attempt_at limit 1`
    await inTurns(WARM_UP, ours, theirs)
    const took = await inTurns(ROUNDS, ours, theirs)
    return [
      {
        measure: `tick with nothing due, ${members.toLocaleString('en')} members`,
        against: 'one empty query on the same index',
        ours: milliseconds(median(took.ours)),
        theirs: milliseconds(median(took.theirs)),
        ratio: median(took.ours) / median(took.theirs),
        limit: { kind: 'at most', ratio: 2 },
        note: `median of ${ROUNDS} in turns`,
      },
    ]
  } finally {
    await close()
  }
}
