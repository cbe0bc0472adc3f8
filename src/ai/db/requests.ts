// Reserves, settles and reads what requests to the model cost, and which of them held a person's data.
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import type { RequestOutcome, Tokens } from '../domain/usage.ts'
import { modelRequests, modelUsage } from './model.sql.ts'

export type RequestRow = Omit<
  typeof modelRequests.$inferInsert,
  'outcome' | 'inputTokens' | 'outputTokens' | 'tools'
>

/** False: it does not fit into the budget. The workspace's lock keeps replicas from reserving the same tokens. */
export async function reserveRequest(tx: Transaction, row: RequestRow, budget: number): Promise<boolean> {
  await lockWorkspace(tx, row.workspaceId)
  const used = await usedTokens(tx, row.workspaceId, row.month)
  if (used + row.reservedTokens > budget) return false
  await tx.insert(modelRequests).values(row)
  return true
}

/** With what is reserved by requests that have not ended. */
export async function usedTokens(q: Queryable, workspaceId: WorkspaceId, month: string): Promise<number> {
  const [row] = await q.execute<{ used: string }>(sql`
    select (select coalesce(sum(input_tokens + output_tokens), 0) from model_usage
             where workspace_id = ${workspaceId} and month = ${month})
         + (select coalesce(sum(reserved_tokens), 0) from model_requests
             where workspace_id = ${workspaceId} and month = ${month} and outcome is null) as used`)
  return Number(row?.used ?? 0)
}

export async function settleRequest(
  tx: Transaction,
  row: RequestRow,
  { outcome, tools, tokens }: { outcome: RequestOutcome; tools: readonly string[]; tokens: Tokens },
): Promise<void> {
  const { workspaceId, requestId, month, purpose } = row
  const { input: inputTokens, output: outputTokens } = tokens
  await tx
    .update(modelRequests)
    .set({ outcome, tools: [...tools], inputTokens, outputTokens })
    .where(
      and(
        eq(modelRequests.workspaceId, workspaceId),
        eq(modelRequests.requestId, requestId),
        isNull(modelRequests.outcome),
      ),
    )
  await tx
    .insert(modelUsage)
    .values({ workspaceId, month, purpose, requests: 1, inputTokens, outputTokens })
    .onConflictDoUpdate({
      target: [modelUsage.workspaceId, modelUsage.month, modelUsage.purpose],
      set: {
        requests: sql`${modelUsage.requests} + 1`,
        inputTokens: sql`${modelUsage.inputTokens} + ${inputTokens}`,
        outputTokens: sql`${modelUsage.outputTokens} + ${outputTokens}`,
      },
    })
}

export type MonthUsage = typeof modelUsage.$inferSelect

/** The latest month first. */
export const usageSince = (q: Queryable, workspaceId: WorkspaceId, month: string): Promise<MonthUsage[]> =>
  q
    .select()
    .from(modelUsage)
    .where(and(eq(modelUsage.workspaceId, workspaceId), gte(modelUsage.month, month)))
    .orderBy(desc(modelUsage.month), modelUsage.purpose)

export type SentRequest = Pick<
  typeof modelRequests.$inferSelect,
  'requestId' | 'at' | 'userId' | 'purpose' | 'fields' | 'model'
>

/** The place in the list after which it goes on. */
export type RequestCursor = Pick<SentRequest, 'at' | 'requestId'>

/** Of all that are kept, those that held the person's data, the latest first. `after` null: from the latest on. */
export const requestsAbout = (
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  after: RequestCursor | null,
  limit: number,
): Promise<SentRequest[]> => {
  const { requestId, at, userId: asker, purpose, fields, model, subjects } = modelRequests
  return q
    .select({ requestId, at, userId: asker, purpose, fields, model })
    .from(modelRequests)
    .where(
      and(
        eq(modelRequests.workspaceId, workspaceId),
        sql`${userId} = any(${subjects})`,
        after === null
          ? undefined
          : sql`(${at}, ${requestId}) < (${after.at.toString()}::timestamptz, ${after.requestId}::uuid)`,
      ),
    )
    .orderBy(desc(at), desc(requestId))
    .limit(limit)
}

export const pruneModelRequests = pruneRows('model_requests', sql`at`)
