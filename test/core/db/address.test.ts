// The database address: libpq's sslmode values against a server with its own certificate, and faults that end the start with a sentence.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readAddress } from '../../../src/core/db/address.ts'
import { connect } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { permanentFault } from '../../../src/core/db/permanent.ts'
import { serverAccount } from '../../../src/core/embedded/account.ts'
import { type EmbeddedPostgres, startEmbedded } from '../../../src/core/embedded/server.ts'
import { PermanentFault } from '../../../src/core/retry.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'

let folder: string
let withTls: EmbeddedPostgres
const certificate = () => join(folder, 'server.crt')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pacesetter-tls-'))
  chmodSync(folder, 0o755)
  const key = join(folder, 'server.key')
  execFileSync(
    'openssl',
    [
      ...['req', '-batch', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate()],
    ],
    { stdio: 'ignore' },
  )
  const account = serverAccount()
  if (account) chownSync(key, account.uid, account.gid)
  chmodSync(key, 0o600)
  withTls = await startEmbedded({
    dataDir: join(folder, 'data'),
    settings: { fsync: 'off', ssl: 'on', ssl_cert_file: certificate(), ssl_key_file: key },
  })
})
afterAll(async () => {
  await withTls.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Whether the connection is encrypted, or the sentence that ends the start. */
async function isEncrypted(url: string): Promise<boolean | string> {
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 5000 })
  try {
    const [row] = await db.execute(sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`)
    return row?.ssl === true
  } catch (fault) {
    return permanentFault(fault)?.message ?? `may pass: ${(fault as Error).cause}`
  } finally {
    await close()
  }
}
const at = (host: string, query: string) =>
  `${withTls.url.replace('127.0.0.1', host)}?${query}`.replace('ROOT', encodeURIComponent(certificate()))

test.each([
  { query: 'sslmode=disable', host: 'localhost', seen: false },
  { query: 'ssl=false', host: 'localhost', seen: false },
  { query: 'sslmode=allow', host: 'localhost', seen: true },
  { query: 'sslmode=prefer', host: 'localhost', seen: true },
  { query: 'sslmode=require', host: 'localhost', seen: true },
  { query: 'ssl=require', host: 'localhost', seen: true },
  { query: 'ssl=true', host: 'localhost', seen: true },
  { query: 'sslmode=no-verify', host: 'localhost', seen: true },
  { query: 'sslmode=verify-ca', host: 'localhost', seen: expect.stringContaining('PGSSLROOTCERT') },
  { query: 'sslmode=verify-full', host: 'localhost', seen: expect.stringContaining('PGSSLROOTCERT') },
  { query: 'sslmode=verify-ca&sslrootcert=ROOT', host: '127.0.0.1', seen: true },
  { query: 'sslmode=verify-full&sslrootcert=ROOT', host: 'localhost', seen: true },
  {
    query: 'sslmode=verify-full&sslrootcert=ROOT',
    host: '127.0.0.1',
    seen: expect.stringContaining('another host'),
  },
])('a server with its own certificate, $query at $host', async ({ query, host, seen }) => {
  expect(await isEncrypted(at(host, query))).toEqual(seen)
})

test('a server without TLS: what insists on it ends with a sentence, prefer goes on without', async () => {
  const plain = inject('postgresUrl')
  expect(await isEncrypted(`${plain}?sslmode=prefer`)).toBe(false)
  expect(await isEncrypted(`${plain}?sslmode=require`)).toContain('does not offer TLS')
})

test('parameters that we do not know are not passed on to the server', async () => {
  expect(
    await isEncrypted(`${inject('postgresUrl')}?pgbouncer=true&nonsense=1&channel_binding=require`),
  ).toBe(false)
})

describe('a start that cannot succeed ends with a sentence', () => {
  const server = () => inject('postgresUrl')
  const sentence = (url: string) =>
    migrate(url).then(
      () => 'migrated',
      (fault: unknown) => {
        expect(fault).toBeInstanceOf(PermanentFault)
        return (fault as Error).message
      },
    )

  test('a wrong password, a missing database', async () => {
    const wrong = new URL(server())
    wrong.password = 'wrong'
    expect(await sentence(wrong.href)).toMatch(/^The database refuses the password/)
    expect(await sentence(databaseUrl(server(), 'nowhere'))).toMatch(/^There is no database of this name/)
  })

  test('a role that may not create: the missing right is named', async () => {
    const [role, name] = [`may_not_${process.pid}`, `test_may_not_${process.pid}`]
    await administer(server(), `create role ${role} login password 'x'`)
    await administer(server(), `create database ${name}`)
    const url = new URL(databaseUrl(server(), name))
    Object.assign(url, { username: role, password: 'x' })
    expect(await sentence(url.href)).toMatch(/^permission denied for database.*npm run migrate/)
    await administer(server(), `drop database ${name} with (force)`)
    await administer(server(), `drop role ${role}`)
  })

  test('a server that is not there yet is tried again', async () => {
    await expect(migrate('postgres://u:p@127.0.0.1:1/x')).rejects.not.toBeInstanceOf(PermanentFault)
  })
})

test.each([
  { url: 'postgres://u:p@db.example/x', risky: true },
  { url: 'postgres://u:p@db.example/x?sslmode=disable', risky: true },
  { url: 'postgres://u:p@db.example/x?sslmode=require', risky: false },
  { url: 'postgres://u:p@localhost/x', risky: false },
  { url: 'postgres://u:p@localhost/x?host=/var/run/postgresql', risky: false },
])('a database on another machine without TLS is told apart: $url', ({ url, risky }) => {
  expect(readAddress(url)).toMatchObject({ ok: true, address: { mayBeUnencrypted: risky } })
})

test('a mode that does not exist, and a root certificate that is not there, are named', () => {
  expect(readAddress('postgres://u@h/x?sslmode=strict')).toEqual({
    ok: false,
    problem: expect.stringContaining('verify-full'),
  })
  expect(readAddress('postgres://u@h/x?sslmode=verify-full&sslrootcert=/nowhere')).toEqual({
    ok: false,
    problem: expect.stringContaining('PGSSLROOTCERT'),
  })
})
