// `npm start` imports drizzle through src/preload.ts: the same modules, in much less memory.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const MEASURE = `
  const { sql } = await import('drizzle-orm')
  const { pgTable, PgDialect } = await import('drizzle-orm/pg-core')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  await import('drizzle-orm/migrator')
  console.log(JSON.stringify({
    same: [sql, pgTable, PgDialect, drizzle].every((one) => typeof one === 'function') &&
      new PgDialect().sqlToQuery(sql\`select \${1}\`).sql === 'select $1',
    megabytes: process.memoryUsage.rss() / 1024 / 1024,
  }))`

async function importDrizzle(...options: string[]): Promise<{ same: boolean; megabytes: number }> {
  const measure = ['--input-type=module', '--eval', MEASURE]
  const { stdout } = await promisify(execFile)(process.execPath, [...options, ...measure])
  return JSON.parse(stdout)
}

test('drizzle works, and takes at least 20 MB less than without it', async () => {
  const preload = ['--import', new URL('../../src/preload.ts', import.meta.url).href]
  const without = await importDrizzle()
  const withIt = await importDrizzle(...preload)
  expect([without.same, withIt.same]).toEqual([true, true])
  expect(without.megabytes - withIt.megabytes).toBeGreaterThan(20)
})
