// Says what a team holds in the database, so that a test sees whether an action has changed any of it.
import { sql } from 'drizzle-orm'
import type { Database } from '../../src/core/db/client.ts'

const hashOf = (rows: string) => `md5(coalesce(string_agg(${rows}, ' ' order by ${rows}), ''))`

/** What is no team's own table, or not under the team's own id. */
const BESIDES = [
  `select 'leaves', ${hashOf('r::text')} from leaves r where workspace_id = of_workspace`,
  `select 'asked', ${hashOf('r::text')} from leave_requests r where home_team_id = of_team`,
  `select 'lent', ${hashOf('r::text')} from join_requests r where home_team_id = of_team`,
  `select 'workspace', ${hashOf('settings::text')} from workspaces where workspace_id = of_workspace`,
  `select 'rates', ${hashOf('r::text')} from plan_rates r where workspace_id = of_workspace`,
]

/** Defines the function that `holdingOf` calls thousands of times: Postgres plans it once per connection. */
export async function defineHolding(db: Database): Promise<void> {
  const tables = await db.execute<{ table_name: string }>(sql`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'team_id' order by table_name`)
  const own = tables.map(
    ({ table_name }) =>
      `select '${table_name}', ${hashOf('r::text')} from "${table_name}" r where team_id = of_team`,
  )
  await db.execute(
    sql.raw(`create function holding_of(of_workspace text, of_team uuid) returns text stable language plpgsql as $$
      begin
        return (select string_agg(t || ' ' || d, chr(10) order by t) from (${[...own, ...BESIDES].join(' union all ')}) parts(t, d));
      end $$`),
  )
}

/** A hash of this team's rows for each table with team data, of the requests for its people, and of the workspace's leave, settings and plan rates. */
export async function holdingOf(
  db: Database,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
): Promise<string> {
  const [row] = await db.execute<{ holding: string }>(
    sql`select holding_of(${workspaceId}, ${teamId}::uuid) as holding`,
  )
  return row!.holding
}

/**
 * Whether this transaction has changed what the team holds. One that has written nothing has not, and Postgres knows that by itself:
 * the hashes, half of the time of a case, are left out.
 *
 * @param untouched the `holdingOf` the team before the transaction
 */
export async function hasChanged(
  tx: Database,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
  untouched: string,
): Promise<boolean> {
  const [row] = await tx.execute<{ changed: boolean }>(sql`
    select case when pg_current_xact_id_if_assigned() is null then false
      else holding_of(${workspaceId}, ${teamId}::uuid) <> ${untouched} end as changed`)
  return row!.changed
}
