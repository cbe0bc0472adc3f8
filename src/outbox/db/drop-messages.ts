// Drops what waits for a workspace from which the app was uninstalled, and takes it up again after a short interruption.
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { UNINSTALLED } from '../domain/message.ts'

/** Deliveries that are in progress lose their claim. */
export async function dropWaitingMessages(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.execute(sql`
    update messages set state = 'dropped', failure = ${UNINSTALLED}, next_attempt_at = null, claim_id = null, attempts = 0
    where workspace_id = ${workspaceId} and next_attempt_at is not null`)
}

/** Only what was enqueued since then. */
export async function takeUpDroppedMessages(
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Temporal.Instant,
): Promise<void> {
  await tx.execute(sql`
    update messages set state = 'waiting', failure = null, next_attempt_at = clock_timestamp()
    where workspace_id = ${workspaceId} and next_attempt_at is null and coalesce(delivered_at, created_at) >= ${since.toString()}::timestamptz
      and state = 'dropped' and failure = ${UNINSTALLED}`)
}
