// Daylight saving, both ways, in the zones of one team: each prompt, reminder and close once, at its time on everyone's own clock.

import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { planItem } from '../../../src/org/domain/next-plan.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { planDueItems } from '../../../src/schedule/db/due.ts'
import { runDue } from '../../../src/schedule/flows/run-due.ts'
import { seedDatabase, TEAMS, WORKSPACE } from '../../crash/world.ts'
import { testContext } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

const { teamId, reps } = TEAMS[0]!
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai']
let database: TestDatabase | undefined
afterEach(async () => {
  await database?.close()
  database = undefined
})

/** Five days, hour by hour, of a team in three zones that works every day. */
async function fiveDays(from: string, promptTime: string) {
  database = await freshDatabase()
  const { db } = database
  await seedDatabase(db)
  const first = Temporal.PlainDate.from(from)
  for (const [index, zone] of ZONES.entries())
    await db.execute(sql`update people set zone = ${zone} where user_id = ${reps[index]!.userId}`)
  await db.execute(sql`
    update team_settings set settings = settings ||
      ${JSON.stringify({ promptTime, zoneRule: 'member', workDays: [1, 2, 3, 4, 5, 6, 7] })}::jsonb`)
  await db.delete(dueItems)
  await planDueItems(db, [{ workspaceId: WORKSPACE, teamId, ...planItem(teamId, first) }])
  const context = testContext(db, `${from}T00:00:00Z`)
  for (let hour = -14; hour < 6 * 24; hour += 1) {
    const now = first.toZonedDateTime('UTC').toInstant().add({ hours: hour })
    context.moveTo(now.toString())
    await runDue(context, BOT.dueKinds)
  }
  const rows = await db.select().from(dueItems)
  const ofDays = rows.filter(({ date }) => first.until(date).days >= 0 && first.until(date).days < 5)
  const said = await db.select({ key: messages.messageKey }).from(messages)
  return { rows: ofDays, first, said: new Set(said.map(({ key }) => key)) }
}

const CHANGES = [
  { what: 'spring in New York', from: '2026-03-06', zone: 'America/New_York', gap: '2026-03-08' },
  { what: 'spring in Berlin', from: '2026-03-27', zone: 'Europe/Berlin', gap: '2026-03-29' },
  { what: 'autumn in Berlin', from: '2026-10-23', zone: 'Europe/Berlin', gap: null },
  { what: 'autumn in New York', from: '2026-10-30', zone: 'America/New_York', gap: null },
]

test.each(CHANGES)('$what: nine o’clock stays nine o’clock', async ({ from }) => {
  const { rows, first, said } = await fiveDays(from, '09:00')
  for (const [index, zone] of ZONES.entries()) {
    const { memberId } = reps[index]!
    const prompts = rows.filter(({ kind, memberId: of }) => kind === 'prompt' && of === memberId)
    const times = prompts.map(({ dueAt }) => dueAt.toZonedDateTimeISO(zone).toPlainTime().toString())
    expect(times).toEqual(Array(5).fill('09:00:00'))
    expect(prompts.every(({ state }) => state === 'done')).toBe(true)
    for (let day = 0; day < 5; day += 1)
      expect(said).toContain(`standup:${memberId}:${first.add({ days: day })}`)
  }
  expect(rows.filter(({ kind, state }) => kind === 'close' && state === 'done')).toHaveLength(5)
})

test.each(CHANGES)('$what: half past two in the night comes once a day', async ({ from, zone, gap }) => {
  const { rows } = await fiveDays(from, '02:30')
  const { memberId } = reps[ZONES.indexOf(zone)]!
  const prompts = rows.filter(({ kind, memberId: of }) => kind === 'prompt' && of === memberId)
  expect(prompts).toHaveLength(5)
  for (const { date, dueAt, state } of prompts) {
    const local = dueAt.toZonedDateTimeISO(zone)
    // On the day that has no half past two: the first minute after the gap.
    expect(local.toPlainTime().toString()).toBe(date.toString() === gap ? '03:00:00' : '02:30:00')
    expect(local.toPlainDate().equals(date)).toBe(true)
    expect(state).toBe('done')
  }
})
