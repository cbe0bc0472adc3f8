// Tells whether anything was written: a hash of all tables but those in which every question to a model leaves its traces.
import { sql } from 'drizzle-orm'
import type { Database } from '../../../src/core/db/client.ts'

/** What a question leaves: which requests were made and what they cost, who has read whom, and that it was answered. */
const LEFT = ['model_requests', 'model_usage', 'readings', 'answered_messages', 'people']

export async function heldIn(db: Database): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const kept = tables.map(({ name }) => name).filter((name) => !LEFT.includes(name))
  const hash = (name: string) =>
    `select '${name}', md5(string_agg(r::text, ' ' order by r::text)) from "${name}" r`
  return JSON.stringify(await db.execute(sql.raw(kept.map(hash).join(' union all '))))
}
