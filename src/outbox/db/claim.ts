// Queries that claim due messages for delivery, fairly by workspace, and renew the claims' leases.
import { sql } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../../core/db/client.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import { messages } from './messages.sql.ts'
import { isOutboxEmpty, type OutboxMessage } from './messages.ts'

/** A process's exclusive right to deliver a message, until the lease ends and another process claims it. */
export interface Claim {
  claimId: string
  /** The message as it was when it was claimed. */
  message: OutboxMessage
}

/** Longer than the timeout of a call to Slack (10 s) plus the age of the last renewal, so that a lease does not end during a call. */
const LEASE_SECONDS = 15
/** A claim that was not renewed for so long probably belongs to a dead process, and does not count against `perWorkspace`. */
const FRESH_SECONDS = 5

// Uses the database's clock, which all replicas share. Index conditions use `now()`, because `clock_timestamp()` changes from row to row.
const LEASE_END = sql.raw(`clock_timestamp() + interval '${LEASE_SECONDS} seconds'`)
const FRESH_LEASE_END = sql.raw(`now() + interval '${LEASE_SECONDS - FRESH_SECONDS} seconds'`)

export interface ClaimLimits {
  most: number
  /** Claimed at the same time, in all processes together. */
  perWorkspace: number
  /** From a call to Slack about a message to the next one: ten changes within a second become one or two edits. */
  editsApartMs: number
}

/**
 * Claims due messages; workspaces with the fewest claims go first. Skips rows that another process has locked. Most polls of a day find
 * an empty outbox: that takes one statement.
 */
export async function claimDueMessages(db: Database, limits: ClaimLimits): Promise<Claim[]> {
  if (await isOutboxEmpty(db)) return []
  return usingIndexes(db, async (tx) => {
    const rows = await takeDue(tx, limits)
    return rows.map((row) => ({ claimId: row.claim_id, message: typedRow(messages, row) }))
  })
}

// Steps from workspace to workspace through the index, and reads only the first few due messages of each. A claim that ended without
// an outcome counts as a failed attempt, so that a message that kills every process is given up, too.
const takeDue = (db: Queryable, { most, perWorkspace, editsApartMs }: ClaimLimits) =>
  db.execute<{ claim_id: string } & Record<string, unknown>>(sql`
    with recursive pending as (
      (select workspace_id from messages where next_attempt_at is not null order by workspace_id limit 1)
      union all
      select (select workspace_id from messages
        where next_attempt_at is not null and workspace_id > pending.workspace_id order by workspace_id limit 1)
      from pending where workspace_id is not null
    ), in_progress as (
      select workspace_id, (select count(*) from messages
        where workspace_id = pending.workspace_id and claim_id is not null and next_attempt_at > ${FRESH_LEASE_END}) as held
      from pending where workspace_id is not null
    ), due as (
      select row, next_attempt_at, held + row_number() over (partition by in_progress.workspace_id order by next_attempt_at) as turn
      from in_progress, lateral (
        select ctid as row, next_attempt_at from messages
        where workspace_id = in_progress.workspace_id and next_attempt_at <= now()
          and (sending_since is null or sending_since <= now() - make_interval(secs => ${editsApartMs / 1000}))
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
 * Marks the message as `sending` and renews its lease; call it before each call to Slack. Waits for transactions that are changing
 * the row, so that the version they write is sent. Null: another process has claimed the message.
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

/** Renews the leases in one statement, and returns the ids of the renewed claims. Skips rows that are locked. */
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
 * Forces index scans: the outbox fills faster than Postgres updates its statistics, and a plan made for an empty table would
 * scan the whole table at each poll.
 */
function usingIndexes<Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
        set_config('jit', 'off', true)`)
    return work(tx)
  })
}
