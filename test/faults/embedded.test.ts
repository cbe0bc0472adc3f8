// The Postgres that the bot started itself is killed: the bot starts it again, and nothing that was confirmed is lost.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { startHarness } from '../../demo/harness/harness.ts'
import { connect } from '../../src/core/db/client.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { startEmbedded } from '../../src/core/embedded/server.ts'
import { MEMBERS, SEED, seedDatabase } from '../crash/world.ts'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn } from './world.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function morningOnItsOwnPostgres(replicas: number) {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-killed-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: folder })
  undo.push(server.stop)
  await migrate(server.url)
  const { db, close } = connect(server.url, { maxConnections: 1, statementTimeoutMillis: 10_000 })
  undo.push(close)
  await seedDatabase(db)
  const env = { DATABASE_URL: '', PACESETTER_DATA: folder }
  const startAt = at('07:00').toString()
  const harness = await startHarness({ seed: SEED, databaseUrl: '', startAt, replicas, env })
  undo.push(harness.kill)
  const pid = () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  return { harness, db, pid }
}

test.each([1, 2])(
  '%i processes: killed with SIGKILL, it is back within seconds, on the same port',
  async (replicas) => {
    const { harness, db, pid } = await morningOnItsOwnPostgres(replicas)
    await harness.moveTo(at('09:00:01'))
    const anna = await fillIn(harness, ANNA, 12, 'Visit Hafenwerk')
    expect(await anna.modal.submit()).toMatchObject({ closed: true })
    await harness.settled()
    const killed = pid()
    process.kill(killed, 'SIGKILL')

    const again = await fillIn(harness, MEMBERS[1]!, 7, 'Call Nordlicht').catch(() => null)
    await eventually(async () => expect(pid()).not.toBe(killed), 20_000)
    await eventually(async () => {
      for (const bot of harness.bots) expect(await bot.readiness()).toMatchObject({ ready: true })
    }, 30_000)
    const user = again ?? (await fillIn(harness, MEMBERS[1]!, 7, 'Call Nordlicht'))
    await eventually(async () => expect(await user.modal.submit()).toMatchObject({ closed: true }), 30_000)
    await harness.settled()
    await harness.moveTo(at('10:30:01'))

    const plans = await db.execute(sql`select text from plan_items order by text`)
    expect(plans.map(({ text }) => text)).toEqual(['Call Nordlicht', 'Visit Hafenwerk'])
    expect([...keysIn(harness).values()].every((times) => times === 1)).toBe(true)
    const logs = harness.bots.map((bot) => bot.log()).join('\n')
    expect(logs).toContain('was gone, and was started again')
    expect(logs).not.toContain('the database is lost')
  },
)
