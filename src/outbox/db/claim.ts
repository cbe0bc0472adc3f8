// Queries by which a process takes messages for delivery, in fair shares of the workspaces, and keeps them while it works on them.
import { sql } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../../core/db/client.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import { messages } from './messages.sql.ts'
import type { OutboxMessage } from './messages.ts'

/** Someone's turn to deliver a message, for as long as nobody else has taken it over. */
export interface Claim {
  claimId: string
  /** As it was when it was claimed. */
  message: OutboxMessage
}

/** Longer than a call to Slack can take (10 s) and the renewal before it may be old: during a call the claim does not end. */
const LEASE_SECONDS = 15
/** A claim that was not renewed for so long is probably a dead process's: until its lease ends it takes no other's place. */
const FRESH_SECONDS = 5

// By the clock of the database: it is one for all replicas. What is compared with an index is `now()`: the other changes from row to row.
const LEASE_END = sql.raw(`clock_timestamp() + interval '${LEASE_SECONDS} seconds'`)
const FRESH_LEASE_END = sql.raw(`now() + interval '${LEASE_SECONDS - FRESH_SECONDS} seconds'`)

/**
 * Claims what is due, at most `most`, and of each workspace only as many that `perWorkspace` are in hand in all processes. Those go
 * first whose workspace has the fewest in hand. What another process is just claiming or changing is passed over.
 */
export async function claimDueMessages(
  db: Database,
  limits: { most: number; perWorkspace: number },
): Promise<Claim[]> {
  return usingIndexes(db, async (tx) => {
    const rows = await takeDue(tx, limits)
    return rows.map((row) => ({ claimId: row.claim_id, message: typedRow(messages, row) }))
  })
}

// From workspace to workspace by the index: however many messages of one are due, only the first few are read. A claim that ended
// without an outcome counts as a failed attempt: what kills every process that tries it has to be given up, too.
const takeDue = (db: Queryable, { most, perWorkspace }: { most: number; perWorkspace: number }) =>
  db.execute<{ claim_id: string } & Record<string, unknown>>(sql`
    with recursive pending as (
      (select workspace_id from messages where next_attempt_at is not null order by workspace_id limit 1)
      union all
      select (select workspace_id from messages
        where next_attempt_at is not null and workspace_id > pending.workspace_id order by workspace_id limit 1)
      from pending where workspace_id is not null
    ), in_hand as (
      select workspace_id, (select count(*) from messages
        where workspace_id = pending.workspace_id and claim_id is not null and next_attempt_at > ${FRESH_LEASE_END}) as held
      from pending where workspace_id is not null
    ), due as (
      select row, next_attempt_at, held + row_number() over (partition by in_hand.workspace_id order by next_attempt_at) as turn
      from in_hand, lateral (
        select ctid as row, next_attempt_at from messages
        where workspace_id = in_hand.workspace_id and next_attempt_at <= now()
        order by next_attempt_at limit greatest(${perWorkspace}::int - held, 0) for update skip locked) first_due
    )
    update messages set claim_id = gen_random_uuid(), next_attempt_at = ${LEASE_END},
      attempts = attempts + case when claim_id is null then 0 else 1 end
    where ctid = any(array(select row from due order by turn, next_attempt_at limit ${most}))
    returning ${columnsIn(messages)}`)

type ClaimRef = { workspaceId: string; messageKey: string; claimId: string }
const refOf = ({ claimId, message: { workspaceId, messageKey } }: Claim): ClaimRef => ({
  ...{ workspaceId, messageKey, claimId },
})

/**
 * Before each call to Slack: the message is marked as being sent, and the lease begins anew. Waits for transactions that are just
 * changing it, so that what they decided is shown at once. Null: someone else has taken the message over.
 */
export async function markSending(db: Queryable, claim: Claim): Promise<OutboxMessage | null> {
  const [row] = await markRow(db, refOf(claim))
  return row ? typedRow(messages, row) : null
}

const markRow = (db: Queryable, { workspaceId, messageKey, claimId }: ClaimRef) =>
  db.execute(sql`
    update messages set state = 'sending', sending_since = clock_timestamp(), next_attempt_at = ${LEASE_END}
    where workspace_id = ${workspaceId} and message_key = ${messageKey} and claim_id = ${claimId}
    returning ${columnsIn(messages)}`)

/** Their leases begin anew, in one statement. What someone is just changing is passed over. Gives the ids of those renewed. */
export async function renewClaims(db: Database, claims: readonly Claim[]): Promise<Set<string>> {
  const rows = await usingIndexes(db, (tx) => renewRows(tx, { claims: JSON.stringify(claims.map(refOf)) }))
  return new Set(rows.map((row) => row.claim_id))
}

const renewRows = (db: Queryable, { claims }: { claims: string }) =>
  db.execute<{ claim_id: string } & Record<string, unknown>>(sql`
    update messages set next_attempt_at = ${LEASE_END}
    where ctid = any(array(
      select held.row from jsonb_to_recordset(${claims}::jsonb) as claim("workspaceId" text, "messageKey" text, "claimId" uuid),
        lateral (select ctid as row from messages where workspace_id = claim."workspaceId"
          and message_key = claim."messageKey" and claim_id = claim."claimId" for update skip locked) held))
    returning claim_id`)

/**
 * The outbox fills and empties faster than Postgres gathers statistics about it: a plan made for the empty table would read the
 * whole table at each poll.
 */
function usingIndexes<Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
        set_config('jit', 'off', true)`)
    return work(tx)
  })
}
