// Queries that record the outcome of a delivery. Each has an effect only while the claim is still valid.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { Claim } from './claim.ts'
import { messages } from './messages.sql.ts'

const isClaimed = ({ claimId, message: { workspaceId, messageKey } }: Claim) =>
  and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.messageKey, messageKey),
    eq(messages.claimId, claimId),
  )

/** Slack shows this version of the message. */
export async function recordDelivered(
  db: Queryable,
  { claimId, message }: Claim,
  shown: { version: number; channelId: string; ts: string },
  now: Temporal.Instant,
): Promise<void> {
  const { workspaceId, messageKey } = message
  await db.execute(sql`
    update messages set channel_id = ${shown.channelId}, ts = ${shown.ts}, delivered_version = ${shown.version}::int,
      delivered_at = ${now.toString()}::timestamptz, claim_id = null, attempts = 0, failure = null,
      state = case when version > ${shown.version}::int then 'waiting' else 'delivered' end,
      next_attempt_at = case when version > ${shown.version}::int then clock_timestamp() end
    where workspace_id = ${workspaceId} and message_key = ${messageKey} and claim_id = ${claimId}`)
}

/** Records where the message was found in Slack, or with nulls that it is not there. The claim stays valid. */
export async function recordFound(
  db: Queryable,
  claim: Claim,
  found: { channelId: string; ts: string } | { channelId: null; ts: null },
): Promise<void> {
  await db.update(messages).set(found).where(isClaimed(claim))
}

export interface NextAttempt {
  afterSeconds: number
  attempts: number
  failure: string | null
  /** Slack has certainly not posted it, so the next attempt need not search the channel. */
  notPosted: boolean
}

/** Releases the claim and schedules the next attempt. False: another process has claimed the message. */
export async function retryLater(db: Queryable, claim: Claim, next: NextAttempt): Promise<boolean> {
  const { afterSeconds, attempts, failure, notPosted } = next
  const rows = await db
    .update(messages)
    .set({
      ...{ state: 'waiting', claimId: null, attempts, failure },
      nextAttemptAt: sql`clock_timestamp() + make_interval(secs => ${afterSeconds})`,
      ...(notPosted ? { sendingSince: null } : {}),
    })
    .where(isClaimed(claim))
    .returning({ messageKey: messages.messageKey })
  return rows.length > 0
}

export interface Settlement {
  state: 'dropped' | 'failed'
  failure: string | null
  notPosted: boolean
}

/** Ends the delivery of this version; a newer one is due next. False: another process has claimed the message. */
export async function settle(
  db: Queryable,
  claim: Claim,
  version: number,
  { state, failure, notPosted }: Settlement,
): Promise<boolean> {
  const isNewer = sql`${messages.version} > ${version}`
  const rows = await db
    .update(messages)
    .set({
      ...{ claimId: null, attempts: 0, failure },
      state: sql`case when ${isNewer} then 'waiting' else ${state} end`,
      nextAttemptAt: sql`case when ${isNewer} then clock_timestamp() end`,
      ...(notPosted ? { sendingSince: null } : {}),
    })
    .where(isClaimed(claim))
    .returning({ messageKey: messages.messageKey })
  return rows.length > 0
}
