// Queries on the outbox: write what is to be said, claim it for sending, record what became of it.
import { and, eq, sql } from 'drizzle-orm'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Queryable, Transaction } from './client.ts'
import { notices } from './notices.sql.ts'
import { textArray } from './pairs.ts'

export type Notice = typeof notices.$inferSelect
type Key = Pick<Notice, 'workspaceId' | 'noticeKey'>

const isNotice = ({ workspaceId, noticeKey }: Key) =>
  and(eq(notices.workspaceId, workspaceId), eq(notices.noticeKey, noticeKey))

/** New keys are inserted; of a key said before, the version grows. Drafts must not repeat a key. */
export async function saveNotices(
  tx: Transaction,
  drafts: readonly NoticeDraft[],
  now: Temporal.Instant,
): Promise<void> {
  const column = (pick: (draft: NoticeDraft) => string | null) => textArray(drafts.map(pick))
  const user = ({ audience }: NoticeDraft) => (audience.to === 'person' ? audience.userId : null)
  const channel = ({ audience }: NoticeDraft) => (audience.to === 'channel' ? audience.channelId : null)
  await tx.execute(sql`
    insert into ${notices}
      (workspace_id, notice_key, kind, team_id, to_user_id, to_channel_id, subject, state, created_at)
    select workspace_id, notice_key, kind, team_id::uuid, to_user_id, to_channel_id, subject::jsonb, 'waiting',
      ${now.toString()}::timestamptz
    from unnest(
      ${column((draft) => draft.workspaceId)}, ${column((draft) => draft.key)}, ${column((draft) => draft.kind)},
      ${column((draft) => draft.teamId)}, ${column(user)}, ${column(channel)},
      ${column((draft) => JSON.stringify(draft.subject))}
    ) as draft (workspace_id, notice_key, kind, team_id, to_user_id, to_channel_id, subject)
    on conflict (workspace_id, notice_key) do update set
      version = notices.version + 1,
      subject = excluded.subject,
      state = case when notices.state = 'sending' then 'sending' else 'waiting' end,
      failure = null`)
}

export async function findNotice(db: Queryable, key: Key): Promise<Notice | null> {
  const [row] = await db.select().from(notices).where(isNotice(key))
  return row ?? null
}

export type Claim =
  /** `notice` as it was before; its version is the one to deliver. */
  { ok: true; notice: Notice } | { ok: false; reason: 'nothing-to-say' | 'in-other-hands' }

/**
 * Takes a notice for sending. Waits for transactions that are just changing it, so that what they decided is
 * seen: their job was perhaps folded into the one that is running. A claim older than `leaseSeconds` is that of
 * a process that died.
 */
export async function claimNotice(
  db: Queryable,
  key: Key,
  now: Temporal.Instant,
  leaseSeconds: number,
): Promise<Claim> {
  return db.transaction(async (tx) => {
    const [notice] = await tx.select().from(notices).where(isNotice(key)).for('update')
    if (!notice || notice.deliveredVersion >= notice.version) return { ok: false, reason: 'nothing-to-say' }
    if (notice.state === 'sending' && notice.sendingSince) {
      const ageSeconds = (now.epochMilliseconds - notice.sendingSince.epochMilliseconds) / 1000
      // A claim from the future is one made before the clock was set back: as good as old.
      if (ageSeconds >= 0 && ageSeconds < leaseSeconds) return { ok: false, reason: 'in-other-hands' }
    }
    await tx.update(notices).set({ state: 'sending', sendingSince: now }).where(isNotice(key))
    return { ok: true, notice }
  })
}

/** The message stands in Slack and shows `version`. If the notice changed meanwhile it waits again. */
export async function recordDelivered(
  db: Queryable,
  notice: Notice,
  message: { channelId: string; ts: string },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .update(notices)
    .set({
      ...message,
      deliveredVersion: notice.version,
      deliveredAt: now,
      sendingSince: null,
      failure: null,
      state: sql`case when ${notices.version} > ${notice.version} then 'waiting' else 'delivered' end`,
    })
    .where(isNotice(notice))
}

/** It exists in Slack, though this version is not shown yet. */
export async function recordFound(
  db: Queryable,
  notice: Notice,
  message: { channelId: string; ts: string } | { channelId: null; ts: null },
): Promise<void> {
  await db.update(notices).set(message).where(isNotice(notice))
}

/**
 * Gives a claim back. `unsure`: perhaps Slack has posted it all the same (no answer came), so that the next
 * attempt has to look for it first.
 */
export async function releaseNotice(db: Queryable, notice: Notice, unsure: boolean): Promise<void> {
  await db
    .update(notices)
    .set({ state: 'waiting', ...(unsure ? {} : { sendingSince: null }) })
    .where(isNotice(notice))
}

/** Dropped: nothing to say any more. Failed: it could not be said, and why. A newer version waits again. */
export async function settleNotice(
  db: Queryable,
  notice: Notice,
  state: 'dropped' | 'failed',
  failure: string | null,
): Promise<void> {
  await db
    .update(notices)
    .set({
      state: sql`case when ${notices.version} > ${notice.version} then 'waiting' else ${state} end`,
      sendingSince: null,
      failure,
    })
    .where(isNotice(notice))
}

/** After the last attempt. What was delivered or dropped meanwhile stays so; another job may still get it through. */
export async function giveUpNotices(db: Queryable, keys: readonly Key[], failure: string): Promise<void> {
  await db
    .update(notices)
    .set({ state: 'failed', failure })
    .where(
      and(
        sql`(${notices.workspaceId}, ${notices.noticeKey}) in (select * from unnest(
          ${textArray(keys.map((key) => key.workspaceId))}, ${textArray(keys.map((key) => key.noticeKey))}))`,
        sql`${notices.state} in ('waiting', 'sending') and ${notices.deliveredVersion} < ${notices.version}`,
      ),
    )
}
