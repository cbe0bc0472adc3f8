// Records which answers are being written, and finds those that nobody writes any more.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import { openAnswers } from './open-answers.sql.ts'

export interface OpenAnswerRef {
  workspaceId: WorkspaceId
  answerId: string
}

export interface OpenAnswer extends OpenAnswerRef {
  channelId: ChannelId
  userId: UserId
  statusTs: string | null
}

export async function insertOpenAnswer(
  q: Queryable,
  answer: Omit<OpenAnswer, 'statusTs'>,
  now: Temporal.Instant,
): Promise<void> {
  await q.insert(openAnswers).values({ ...answer, triedAt: now })
}

const isThat = ({ workspaceId, answerId }: OpenAnswerRef) =>
  and(eq(openAnswers.workspaceId, workspaceId), eq(openAnswers.answerId, answerId))

export async function saveStatus(q: Queryable, ref: OpenAnswerRef, statusTs: string): Promise<void> {
  await q.update(openAnswers).set({ statusTs }).where(isThat(ref))
}

/** Whoever looks for those that nobody writes any more passes it by. */
export async function saveStillWritten(
  q: Queryable,
  ref: OpenAnswerRef,
  now: Temporal.Instant,
): Promise<void> {
  await q.update(openAnswers).set({ triedAt: now }).where(isThat(ref))
}

export async function deleteOpenAnswer(q: Queryable, ref: OpenAnswerRef): Promise<void> {
  await q.delete(openAnswers).where(isThat(ref))
}

/** Another process that asks at the same moment gets others; one that is not deleted afterwards is found again. */
export async function takeOpenAnswers(
  q: Queryable,
  { before, now, most }: { before: Temporal.Instant; now: Temporal.Instant; most: number },
): Promise<OpenAnswer[]> {
  const rows = await q.execute<{
    workspace_id: WorkspaceId
    answer_id: string
    channel_id: ChannelId
    user_id: UserId
    status_ts: string | null
  }>(sql`
    with taken as (
      select workspace_id, answer_id from ${openAnswers}
      where tried_at < ${before.toString()}::timestamptz
      order by tried_at limit ${most} for update skip locked
    )
    update ${openAnswers} answer set tried_at = ${now.toString()}::timestamptz from taken
    where answer.workspace_id = taken.workspace_id and answer.answer_id = taken.answer_id
    returning answer.workspace_id, answer.answer_id, answer.channel_id, answer.user_id, answer.status_ts`)
  return rows.map((row) => ({
    ...{ workspaceId: row.workspace_id, answerId: row.answer_id, channelId: row.channel_id },
    ...{ userId: row.user_id, statusTs: row.status_ts },
  }))
}

export const pruneOpenAnswers = pruneRows('open_answers', sql`tried_at`)
