// Saves the first answer to a day, its numbers and what is said of it, in one statement: all of it or nothing.
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Database } from '../../../core/db/client.ts'
import { statement } from '../../../core/db/statement.ts'
import { asJson, columnsIn, rowsFrom } from '../../../core/db/typed-rows.ts'
import { type FirstNumbers, openingSteps } from '../../../numbers/db/activity.ts'
import { type DraftRows, draftRowsOf, messageSteps } from '../../../outbox/db/messages.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { type Outcomes, type PlanRow, type Settling, settlingOf, settlingStep } from './plan-items.ts'
import type { StandupFacts } from './standup-facts.ts'
import { planItems, standups } from './standups.sql.ts'
import type { StandupEntry } from './standups.ts'

export interface FirstStandup {
  entry: StandupEntry
  planned: readonly PlanRow[]
  /** Of lines of earlier standups. */
  outcomes: Outcomes
  numbers: FirstNumbers
  /** As `enqueueMessage` orders them. */
  messages: readonly MessageDraft[]
  now: Temporal.Instant
}

const UNIQUE_VIOLATION = '23505'

/**
 * False, and nothing is saved: since `facts` were read someone may have filed at the place, it was left, or the day was closed; the
 * day has numbers already; or the statement could not begin within so many milliseconds (null: whenever).
 */
export async function saveFirst(
  db: Database,
  { entry, planned, outcomes, numbers, messages, now }: FirstStandup,
  {
    facts,
    beginWithin,
  }: { facts: Pick<StandupFacts, 'standupVersion' | 'readAt'>; beginWithin: number | null },
): Promise<boolean> {
  try {
    const rows = await insertAll(db, {
      ...numbers,
      ...settlingOf(entry.date, outcomes),
      ...draftRowsOf(messages, now),
      entry: asJson(standups, [entry]),
      planned: asJson(planItems, planned),
      standupVersion: facts.standupVersion,
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
  Settling &
  DraftRows & { standupVersion: number } & Record<'entry' | 'planned' | 'beginBy', string>

/** Of a step that another one counts, all is done before that goes on; in which order Postgres takes the others it does not say. */
const afterSteps = sql`(select count(*) from lines) + (select count(*) from settled) + (select count(*) from entered) >= 0`

// The messages come last, as in the other flows: others change them too, and so none waits for another in a ring.
const insertAll = statement<Values>(
  (slots) => sql`
    with place as (
      update members set standup_version = standup_version + 1
      where workspace_id = ${slots.workspaceId} and member_id = ${slots.memberId} and standup_version = ${slots.standupVersion}
        and (left_on is null or left_on >= ${slots.told}::date) and clock_timestamp() < ${slots.beginBy}::timestamptz
        and not exists (select from daily_totals where workspace_id = ${slots.workspaceId}
          and member_id = ${slots.memberId} and date = ${slots.numbersDate}::date)
      returning member_id
    ), entry as (
      insert into standups (${columnsIn(standups)}) ${rowsFrom(standups, slots.entry)}, place
      returning member_id
    ), lines as (
      insert into plan_items (${columnsIn(planItems)}) ${rowsFrom(planItems, slots.planned)}, entry
      returning item_id
    ), ${settlingStep(slots, sql`exists (select from entry)`)},
    given as (
      select k, v, i from entry, jsonb_to_recordset(${slots.given}::jsonb) as g(k text, v bigint, i boolean)
    ), ${openingSteps(slots, 'refused')},
    ${messageSteps(slots, sql`exists (select from entry) and ${afterSteps}`)}
    select from entry`,
)
