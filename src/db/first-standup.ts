// Saves the first answer to a day, its numbers and what is said of it, in one statement: all of it or nothing.
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Outcome } from '../domain/standup.ts'
import { type FirstNumbers, opening } from './activity.ts'
import type { Database } from './client.ts'
import { type Saying, said, saying } from './notices.ts'
import type { PlanRow } from './plan-items.ts'
import type { StandupFacts } from './standup-facts.ts'
import { planItems, standups } from './standups.sql.ts'
import type { StandupEntry } from './standups.ts'
import { statement } from './statement.ts'
import { asJson, columnsIn, rowsFrom } from './typed-rows.ts'

export interface FirstStandup {
  entry: StandupEntry
  planned: readonly PlanRow[]
  /** Of lines of earlier standups, by their ids. */
  outcomes: Readonly<Record<Outcome, readonly string[]>>
  numbers: FirstNumbers
  /** As `say` orders them. */
  notices: readonly NoticeDraft[]
  now: Temporal.Instant
}

const UNIQUE_VIOLATION = '23505'

/**
 * False, and nothing is saved: since `facts` were read another standup was filed at the place, or the day was closed; the day
 * has numbers already; or it could not begin within so many milliseconds (null: whenever).
 */
export async function saveFirst(
  db: Database,
  { entry, planned, outcomes, numbers, notices, now }: FirstStandup,
  { facts, beginWithin }: { facts: Pick<StandupFacts, 'filings' | 'readAt'>; beginWithin: number | null },
): Promise<boolean> {
  const settled = Object.entries(outcomes).flatMap(([outcome, ids]) => ids.map((id) => ({ id, outcome })))
  try {
    const rows = await insertAll(db, {
      ...numbers,
      ...saying(notices, now),
      entry: asJson(standups, [entry]),
      date: entry.date.toString(),
      planned: asJson(planItems, planned),
      settled: JSON.stringify(settled),
      filings: facts.filings,
      beginBy: beginWithin === null ? 'infinity' : after(facts.readAt, beginWithin),
    })
    return rows.length > 0
  } catch (fault) {
    if (fault instanceof postgres.PostgresError && fault.code === UNIQUE_VIOLATION) return false
    throw fault
  }
}

const after = (instant: Temporal.Instant, milliseconds: number): string =>
  instant.add({ milliseconds: Math.floor(milliseconds) }).toString()

type Values = FirstNumbers &
  Saying & { filings: number } & Record<'entry' | 'date' | 'planned' | 'settled' | 'beginBy', string>

// The place first, then the entry, the numbers, the notices: in the order of the other flows, so that none waits for another in a ring.
const insertAll = statement<Values>(
  (slots) => sql`
    with place as (
      update members set filings = filings + 1
      where workspace_id = ${slots.workspaceId} and member_id = ${slots.memberId} and filings = ${slots.filings}
        and (left_on is null or left_on >= ${slots.date}::date) and clock_timestamp() < ${slots.beginBy}::timestamptz
        and not exists (select from daily_totals where workspace_id = ${slots.workspaceId}
          and member_id = ${slots.memberId} and date = ${slots.numbersDate}::date)
      returning member_id
    ), entry as (
      insert into standups (${columnsIn(standups)}) ${rowsFrom(standups, slots.entry)}, place
      returning member_id
    ), lines as (
      insert into plan_items (${columnsIn(planItems)}) ${rowsFrom(planItems, slots.planned)}, entry
    ), settled as (
      update plan_items set outcome = told.outcome, settled_on = ${slots.date}::date
      from entry, jsonb_to_recordset(${slots.settled}::jsonb) as told(id uuid, outcome text)
      where workspace_id = ${slots.workspaceId} and item_id = told.id
    ), given as (
      select k, v, i from entry, jsonb_to_recordset(${slots.given}::jsonb) as g(k text, v bigint, i boolean)
    ), ${opening(slots, sql``)},
    ${said(slots, sql`exists (select from entry) and (select count(*) from entered) >= 0`)}
    select from entry`,
)
