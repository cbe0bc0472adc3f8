// What a workspace's tests look at: what was due there, what was said, and how each member's day stands.
import { sql } from 'drizzle-orm'
import { standups } from '../../../src/checkins/standup/db/standups.sql.ts'
import type { Database } from '../../../src/core/db/client.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'

/** What was due in a workspace, by key with names for ids. */
export async function dueOf(db: Database, workspaceId: string, names: Record<string, string>) {
  const rows = await db
    .select()
    .from(dueItems)
    .where(sql`workspace_id = ${workspaceId}`)
    .orderBy(dueItems.dueAt, dueItems.dueKey)
  const named = (key: string) => {
    let text = key
    for (const [id, name] of Object.entries(names)) text = text.replace(id, name)
    return text
  }
  return rows.map(({ dueKey, dueAt, state, reason }) => ({
    key: named(dueKey),
    dueAt: dueAt.toString(),
    state,
    reason,
  }))
}
/** Without the manager's morning message, which has tests of its own. */
export async function saidIn(db: Database, workspaceId: string) {
  const rows = await db.select().from(messages).where(sql`workspace_id = ${workspaceId}`)
  return rows
    .filter(({ kind }) => kind !== 'morning')
    .map(({ kind, toUserId, toChannelId }) => `${kind} ${toUserId ?? (toChannelId && 'channel')}`)
    .sort()
}
export async function statesIn(db: Database, workspaceId: string) {
  const rows = await db.select().from(standups).where(sql`workspace_id = ${workspaceId}`)
  return rows.map(({ memberId, state }) => [memberId, state])
}
