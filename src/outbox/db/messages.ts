// Queries that write and read messages in the outbox; who delivers them claims them first (`claim.ts`).
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { type Slots, statement } from '../../core/db/statement.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import type { MessageDraft, MessageRef } from '../domain/message.ts'
import { messages } from './messages.sql.ts'

export type OutboxMessage = typeof messages.$inferSelect

/** New keys are inserted; of a known key the version grows. Drafts must not repeat a key. */
export async function saveMessages(
  tx: Transaction,
  drafts: readonly MessageDraft[],
  now: Temporal.Instant,
): Promise<void> {
  await upsertMessages(tx, draftRowsOf(drafts, now))
}

/** What `messageSteps` has slots for. */
export type DraftRows = { drafts: string; enqueuedAt: string }

export function draftRowsOf(drafts: readonly MessageDraft[], now: Temporal.Instant): DraftRows {
  const rows = drafts.map(({ workspaceId, key, kind, teamId, audience, subject }) => ({
    ...{ workspace_id: workspaceId, message_key: key, kind, team_id: teamId, subject },
    to_user_id: audience.to === 'person' ? audience.userId : null,
    to_channel_id: audience.to === 'channel' ? audience.channelId : null,
  }))
  return { drafts: JSON.stringify(rows), enqueuedAt: now.toString() }
}

/**
 * Steps of a statement: what `saveMessages` does, where `when` holds. A message that is claimed, or put off after a failure, keeps its
 * next attempt: that one shows the new version too. An edit follows the last call to Slack after a second at the earliest, so that
 * ten changes in a second are one or two edits.
 */
export const messageSteps = ({ drafts, enqueuedAt }: Slots<DraftRows>, when: SQL): SQL => sql`enqueued as (
      insert into messages (workspace_id, message_key, kind, team_id, to_user_id, to_channel_id, subject, state,
        created_at, next_attempt_at)
      select workspace_id, message_key, kind, team_id, to_user_id, to_channel_id, subject, 'waiting',
        ${enqueuedAt}::timestamptz, clock_timestamp()
      from jsonb_to_recordset(${drafts}::jsonb) as draft(workspace_id text, message_key text, kind text, team_id uuid,
        to_user_id text, to_channel_id text, subject jsonb)
      where ${when}
      on conflict (workspace_id, message_key) do update set
        version = messages.version + 1,
        subject = excluded.subject,
        state = case when messages.state = 'sending' then 'sending' else 'waiting' end,
        failure = null,
        attempts = case when messages.next_attempt_at is null then 0 else messages.attempts end,
        next_attempt_at = coalesce(messages.next_attempt_at,
          greatest(clock_timestamp(), messages.sending_since + interval '1 second'))
    )`

const upsertMessages = statement<DraftRows>((slots) => sql`with ${messageSteps(slots, sql`true`)} select`)

export async function findMessage(
  db: Queryable,
  { workspaceId, messageKey }: MessageRef,
): Promise<OutboxMessage | null> {
  const [row] = await readMessage(db, { workspaceId, messageKey })
  return row ? typedRow(messages, row) : null
}

const readMessage = statement<{ workspaceId: string; messageKey: string }>(
  ({ workspaceId, messageKey }) =>
    sql`select ${columnsIn(messages)} from messages where workspace_id = ${workspaceId} and message_key = ${messageKey}`,
)

/** No message is to be sent, is just being sent, or will be tried again. */
export async function isOutboxEmpty(q: Queryable): Promise<boolean> {
  return (await readAnyPending(q, {})).length === 0
}

const readAnyPending = statement(
  () =>
    sql`select from messages where next_attempt_at is not null order by workspace_id, next_attempt_at limit 1`,
)
