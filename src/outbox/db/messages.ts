// Queries that write and read messages in the outbox. Claims are in `claim.ts`.
import { sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft, MessageEdit, MessageRef } from '../domain/message.ts'
import { messages } from './messages.sql.ts'

export type OutboxMessage = typeof messages.$inferSelect

/**
 * Inserts new keys, except of edits, and increments the version of existing ones. Drafts must not repeat a key. A message that is claimed or waits for
 * a retry keeps its next attempt, which sends the new version.
 * Whether a message is there is looked up by its key for each edit: of an `exists` Postgres makes a scan of the whole outbox.
 */
export async function saveMessages(
  tx: Transaction,
  drafts: readonly (MessageDraft | MessageEdit)[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into messages (workspace_id, message_key, kind, team_id, to_user_id, to_channel_id, subject, state,
      created_at, next_attempt_at)
    select workspace_id, message_key, kind, team_id, to_user_id, to_channel_id, subject, 'waiting',
      ${now.toString()}::timestamptz, clock_timestamp()
    from jsonb_to_recordset(${rowsOf(drafts)}::jsonb) as draft(workspace_id text, message_key text, kind text, team_id uuid,
      to_user_id text, to_channel_id text, subject jsonb, only_edits boolean)
    left join lateral (select true as is_kept from messages there
      where there.workspace_id = draft.workspace_id and there.message_key = draft.message_key limit 1) kept on only_edits
    where not only_edits or is_kept
    on conflict (workspace_id, message_key) do update set
      version = messages.version + 1,
      subject = excluded.subject,
      state = case when messages.state = 'sending' then 'sending' else 'waiting' end,
      failure = null,
      attempts = case when messages.next_attempt_at is null then 0 else messages.attempts end,
      next_attempt_at = coalesce(messages.next_attempt_at, clock_timestamp())`)
}

function rowsOf(drafts: readonly (MessageDraft | MessageEdit)[]): string {
  const rows = drafts.map((draft) => {
    const { workspaceId, key, kind, teamId, subject } = draft
    const audience = 'audience' in draft ? draft.audience : null
    return {
      ...{ workspace_id: workspaceId, message_key: key, kind, team_id: teamId, subject },
      to_user_id: audience?.to === 'person' ? audience.userId : null,
      to_channel_id: audience?.to === 'channel' ? audience.channelId : null,
      only_edits: audience === null,
    }
  })
  return JSON.stringify(rows)
}

export async function findMessage(
  db: Queryable,
  { workspaceId, messageKey }: MessageRef,
): Promise<OutboxMessage | null> {
  const [row] = await db.execute(sql`
    select ${columnsIn(messages)} from messages where workspace_id = ${workspaceId} and message_key = ${messageKey}`)
  return row ? typedRow(messages, row) : null
}

/** Who has the messages with these keys, or gets them: those that go to a person. */
export async function recipientsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<Map<string, UserId>> {
  if (keys.length === 0) return new Map()
  const rows = await q.execute<{ message_key: string; to_user_id: UserId }>(sql`
    select message_key, to_user_id from messages
    where workspace_id = ${workspaceId} and message_key = any(${textArray(keys)}) and to_user_id is not null`)
  return new Map(rows.map((row) => [row.message_key, row.to_user_id]))
}

/** Of the keys those whose message stands where it was posted, or is on its way. */
export async function standingKeys(
  q: Queryable,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await q.execute<{ message_key: string }>(sql`
    select message_key from messages where workspace_id = ${workspaceId} and message_key = any(${textArray(keys)})
      and (ts is not null or next_attempt_at is not null)`)
  return new Set(rows.map((row) => row.message_key))
}

/** The messages to single people about a team that are still kept. */
export async function messagesAboutTeam(
  q: Queryable,
  { workspaceId, teamId, kind }: { workspaceId: WorkspaceId; teamId: string; kind: string },
): Promise<OutboxMessage[]> {
  const rows = await q.execute(sql`
    select ${columnsIn(messages)} from messages
    where workspace_id = ${workspaceId} and team_id = ${teamId}::uuid and kind = ${kind} and to_user_id is not null
    order by message_key`)
  return rows.map((row) => typedRow(messages, row))
}

export interface MessagePlace {
  workspaceId: WorkspaceId
  channelId: ChannelId
  ts: string
}

/** The message that stands there in a channel; null: it is none of ours, or not kept any more. */
export async function messageAt(
  q: Queryable,
  { workspaceId, channelId, ts }: MessagePlace,
): Promise<Pick<OutboxMessage, 'kind' | 'subject'> | null> {
  const [row] = await q.execute<{ kind: string; subject: unknown }>(sql`
    select kind, subject from messages where workspace_id = ${workspaceId} and channel_id = ${channelId} and ts = ${ts}
      and to_channel_id is not null and ts is not null`)
  return row ?? null
}

/** True where no message waits, is being sent, or will be retried. */
export async function isOutboxEmpty(q: Queryable): Promise<boolean> {
  const pending = await q.execute(sql`
    select from messages where next_attempt_at is not null order by workspace_id, next_attempt_at limit 1`)
  return pending.length === 0
}
