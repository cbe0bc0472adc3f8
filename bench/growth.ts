// What stays in the database for each member and working day: months of a team's standups by the real flows, pruned by the real retention.
import type { Sql } from 'postgres'
import { createPruning } from '../src/app/retention.ts'
import { factsOfFiler } from '../src/checkins/standup/db/standup-facts.ts'
import { addRoleMetrics } from '../src/numbers/db/metrics.ts'
import { presetFor } from '../src/numbers/domain/presets.ts'
import { day, standupTeam } from '../test/checkins/standup/team.ts'
import { METRICS } from './company.ts'
import type { Measure } from './measure.ts'

const FIRST = day('2025-03-03')
/** What goes after at most 92 days is as much as it will ever be by then, and no part of what stays. */
const SETTLED_AFTER_DAYS = 80
const MEASURED_DAYS = 80
const MOST_BYTES = 2048
const NAMES = Array.from({ length: 20 }, (_, place) => `rep${place + 1}`)

type Team = Awaited<ReturnType<typeof standupTeam>>

export const growth: Measure = async ({ databases, say }) => {
  const { db, sql, close } = await databases.fresh('bench_growth')
  try {
    const zones = Object.fromEntries(NAMES.map((name) => [name, 'Europe/Berlin']))
    const team = await standupTeam(db, {
      zones,
      now: `${FIRST.subtract({ days: 1 })}T12:00:00Z`,
      workspaceId: 'T0BENCH12345',
    })
    const others = presetFor('hunter', 'EUR').filter(
      ({ key }) => (METRICS as readonly string[]).includes(key) && key !== 'calls' && key !== 'visits',
    )
    await addRoleMetrics(db, team, 'hunter', others)
    await team.replan(FIRST.toString())
    const pruning = createPruning()
    let date = FIRST
    let before: Record<string, number> = {}
    for (let count = 0; count < SETTLED_AFTER_DAYS + MEASURED_DAYS; date = date.add({ days: 1 })) {
      if (date.dayOfWeek > 5) continue
      if (count % 20 === 0) say(`${count} working days, ${date}`)
      if (count === SETTLED_AFTER_DAYS) before = await sizes(sql)
      await oneDay(team, date, count)
      await pruning.run(team.context)
      // As autovacuum would, which is too slow for days of a second.
      if (count % 10 === 9) await sql`vacuum`
      count += 1
    }
    const after = await sizes(sql)
    const memberDays = NAMES.length * MEASURED_DAYS
    const stays = Object.entries(after)
      .map(([table, size]) => ({ table, bytes: (size - (before[table] ?? 0)) / memberDays }))
      .filter(({ bytes }) => Math.abs(bytes) >= 1)
      .sort((a, b) => b.bytes - a.bytes)
    const bytes = stays.reduce((sum, one) => sum + one.bytes, 0)
    return [
      {
        measure: 'growth that stays, for a member and working day: five numbers, two plan lines, board',
        against: 'none',
        ours: `${Math.round(bytes)} bytes`,
        theirs: '',
        ratio: null,
        limit: { kind: 'at most', ratio: MOST_BYTES, said: 'at most 2 KB' },
        holds: bytes <= MOST_BYTES,
        note: `tables with indexes and TOAST, ${NAMES.length} members, ${MEASURED_DAYS} days after the first ${SETTLED_AFTER_DAYS}, vacuumed but not rewritten: ${stays
          .map((one) => `${one.table} ${Math.round(one.bytes)}`)
          .join(', ')}`,
      },
    ]
  } finally {
    await close()
  }
}

/** Prompts, everybody's answer, reminders, the close with its board; all messages are delivered. */
async function oneDay(team: Team, date: Temporal.PlainDate, count: number): Promise<void> {
  await team.tickAt(`${date}T08:00:10Z`)
  for (const [place, name] of NAMES.entries()) {
    const { userId } = team.person(name)
    team.context.moveTo(`${date}T08:${String(10 + place)}:00Z`)
    const facts = await factsOfFiler(team.context.db, { ...team, userId, date })
    const settled = facts?.plan.before.map(({ itemId }) => itemId) ?? []
    await team.submit(
      team.person(name),
      date.toString(),
      {
        doneItemIds: settled,
        plan: ['Call the leads from the fair in Hanover', 'Send the offer to the bakery'],
        doneNote: 'A good day',
        numbers: Object.fromEntries(METRICS.map((key, metric) => [key, 3 + ((count + place + metric) % 5)])),
      },
      { viewId: `V0${count}${place}ABCDEF`, digest: `${count}-${place}-0123456789abcdef`, revision: 0 },
    )
  }
  await team.tickAt(`${date}T09:30:10Z`)
  await team.tickAt(`${date}T10:00:10Z`)
  await team.markDelivered()
  await team.context.db.execute(
    `update messages set delivered_at = '${date}T10:00:20Z' where delivered_at is null and state = 'delivered'`,
  )
}

/** Bytes of each table, with its indexes and TOAST. */
async function sizes(sql: Sql): Promise<Record<string, number>> {
  await sql`vacuum`
  const rows = await sql<{ name: string; size: string }[]>`
    select relname as name, pg_total_relation_size(oid) as size from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`
  return Object.fromEntries(rows.map(({ name, size }) => [name, Number(size)]))
}
