// A working morning on other set-ups of Postgres than the embedded one: nothing is lost, said twice, or answered wrongly.
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, expect, inject, test } from 'vitest'
import { MEMBERS, TEAMS } from '../crash/world.ts'
import type { TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { administer } from '../support/throw-away-postgres.ts'
import { transactionPooler } from '../support/transaction-pooler.ts'
import { at, fillIn, keysIn, type Morning, morning } from './world.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const start = async (options: Parameters<typeof morning>[0]) => {
  const started = await morning(options)
  undo.push(started.database.close, started.harness.kill)
  return started
}

/** Everyone answers at once, 20 lines are typed at once, the standup closes. */
async function workingMorning({ harness, database: { db } }: Morning) {
  await harness.moveTo(at('09:00:01'))
  const answered = MEMBERS.map(async (member) => {
    const user = await fillIn(harness, member, 12, `Plan of ${member.name}`)
    // As the form asks, where a busy machine takes too long.
    await eventually(async () => expect(await user.modal.submit()).toMatchObject({ closed: true }), 20_000)
  })
  await Promise.all(answered)
  const lines = Array.from({ length: 20 }, (_, line) => {
    const team = TEAMS[line % 2]!
    const rep = team.reps[line % 5]!
    return harness.user(rep.name).command('/kpi', 'log proposals 1', { in: team.channel })
  })
  for (const result of await Promise.all(lines)) expect(result).toMatchObject({ ok: true })
  await harness.settled()
  await harness.moveTo(at('11:00:01'))

  const [kept] = await db.execute(sql`select
    (select count(*)::int from plan_items) as plans,
    (select count(*)::int from activity where numbers = '{"proposals": 1}' and source <> 'standup') as lines`)
  expect(kept).toEqual({ plans: MEMBERS.length, lines: 20 })
  expect([...keysIn(harness).values()].every((times) => times === 1)).toBe(true)
  const failed = await db.execute(sql`select failure from messages where state = 'failed'`)
  expect([...failed]).toEqual([])
}

const connectionsOf = async ({ db }: TestDatabase) => {
  const [row] = await db.execute<{ open: number }>(sql`
    select count(*)::int as open from pg_stat_activity
    where datname = current_database() and application_name = 'pacesetter' and pid <> pg_backend_pid() and backend_start > now() - interval '1 hour'`)
  return row!.open
}

test.each([
  { budget: '20', replicas: 2 },
  { budget: '2', replicas: 1 },
])(
  'behind a pooler in transaction mode: $replicas processes with $budget connections each',
  async ({ budget, replicas }) => {
    let pooler: Awaited<ReturnType<typeof transactionPooler>> | undefined
    const started = await start({
      replicas,
      env: { DATABASE_CONNECTIONS: budget },
      through: async (url) => {
        pooler = await transactionPooler(url)
        undo.push(pooler.close)
        return pooler.url
      },
    })
    await workingMorning(started)
    expect(pooler!.swaps()).toBeGreaterThan(50)
    expect(started.harness.bots[0]!.log()).toContain('a pooler stands before the database')
  },
)

test('a database with German dates, another time zone, serializable transactions, short timeouts', async () => {
  const defaults = [
    `datestyle = 'German, DMY'`,
    `intervalstyle = 'sql_standard'`,
    `timezone = 'Asia/Kolkata'`,
    `default_transaction_isolation = 'serializable'`,
    `lock_timeout = '10ms'`,
    `idle_in_transaction_session_timeout = '3s'`,
  ]
  const started = await start({
    through: async (url) => {
      const name = new URL(url).pathname.slice(1)
      for (const one of defaults) await administer(inject('postgresUrl'), `alter database ${name} set ${one}`)
      return url
    },
  })
  await workingMorning(started)
})

test('with two connections, which are never exceeded', async () => {
  const started = await start({ env: { DATABASE_CONNECTIONS: '2' } })
  const before = await connectionsOf(started.database)
  const most: number[] = []
  const looking = setInterval(async () => most.push(await connectionsOf(started.database)), 100)
  undo.push(async () => clearInterval(looking))
  await workingMorning(started)
  expect(before).toBeGreaterThan(0)
  expect(most.length).toBeGreaterThan(10)
  // The test's own pool has up to 8 of the same name.
  expect(Math.max(...most)).toBeLessThanOrEqual(2 + 7)
})

test('a role with no more rights than docs/operators.md says', async () => {
  const docs = readFileSync('docs/operators.md', 'utf8')
  const statements = /```sql\n(-- The bot's role.*?)```/s.exec(docs)?.[1]
  expect(statements).toContain('grant')
  const role = `least_${process.pid}`
  const started = await start({
    through: async (url) => {
      const name = new URL(url).pathname.slice(1)
      await administer(inject('postgresUrl'), `revoke all on database ${name} from public`)
      const ours = statements!
        .replaceAll('pacesetter_bot', role)
        .replaceAll('database pacesetter', `database ${name}`)
      await administer(url, ours)
      undo.push(() => administer(inject('postgresUrl'), `drop role ${role}`))
      const asRole = new URL(url)
      Object.assign(asRole, { username: role, password: 'change-me' })
      return asRole.href
    },
  })
  await workingMorning(started)
  const rights = await started.database.db.execute(sql`select
    has_schema_privilege(${role}, 'public', 'create') as schema, has_database_privilege(${role}, current_database(), 'create') as database`)
  expect([...rights]).toEqual([{ schema: false, database: false }])
})
