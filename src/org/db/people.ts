// Reads and writes workspaces and people, as last fetched from Slack.
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import type { Person } from '../../core/person.ts'
import { keepFormer } from './former-states.ts'
import { people, workspaces } from './people.sql.ts'

export type StoredPerson = Person & { dmChannelId: string | null; refreshedAt: Temporal.Instant }
export type Workspace = typeof workspaces.$inferSelect

export async function findPerson(
  db: Queryable,
  workspaceId: string,
  userId: string,
): Promise<StoredPerson | null> {
  const [row] = await db.execute(
    sql`select ${columnsIn(people)} from people where workspace_id = ${workspaceId} and user_id = ${userId}`,
  )
  return row ? typedRow(people, row) : null
}

/** The same, with the row locked until the transaction ends. */
export async function lockPerson(
  tx: Transaction,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<StoredPerson | null> {
  const [row] = await tx.execute(
    sql`select ${columnsIn(people)} from people where workspace_id = ${workspaceId} and user_id = ${userId} for update`,
  )
  return row ? typedRow(people, row) : null
}

/** The stored people among these users, in no particular order. */
export async function findPeople(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<StoredPerson[]> {
  if (userIds.length === 0) return []
  return db
    .select()
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), sql`${people.userId} = any(${textArray(userIds)})`))
}

/** The workspace's admins whom we know and who can act, in a fixed order. */
export async function activeAdmins(db: Queryable, workspaceId: string): Promise<StoredPerson[]> {
  const { isAdmin, isBot, isGuest, deactivated } = people
  const acts = and(eq(isAdmin, true), eq(isBot, false), eq(isGuest, false), eq(deactivated, false))
  return db
    .select()
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), acts))
    .orderBy(people.userId)
}

/** Inserts or updates people with Slack's current data; the direct message channel that we opened stays, and a former zone is kept. */
export async function savePeople(
  db: Queryable,
  persons: readonly Person[],
  now: Temporal.Instant,
): Promise<void> {
  if (persons.length === 0) return
  await keepFormer(
    db,
    'people',
    now,
    sql`select p.workspace_id, p.user_id as subject, '' as row_key, jsonb_build_object('zone', p.zone) as state
      from ${people} p join unnest(${textArray(persons.map(({ workspaceId }) => workspaceId))},
        ${textArray(persons.map(({ userId }) => userId))}, ${textArray(persons.map(({ zone }) => zone))})
        as saved(workspace_id, user_id, zone) using (workspace_id, user_id)
      where p.zone <> saved.zone`,
  )
  await db
    .insert(people)
    .values(persons.map((person) => ({ ...columnsOf(person), refreshedAt: now })))
    .onConflictDoUpdate({
      target: [people.workspaceId, people.userId],
      set: {
        name: sql`excluded.name`,
        zone: sql`excluded.zone`,
        locale: sql`excluded.locale`,
        isBot: sql`excluded.is_bot`,
        isAdmin: sql`excluded.is_admin`,
        isGuest: sql`excluded.is_guest`,
        deactivated: sql`excluded.deactivated`,
        refreshedAt: sql`excluded.refreshed_at`,
      },
    })
}

function columnsOf(person: Person): Person {
  const { workspaceId, userId, name, zone, locale, isBot, isAdmin, isGuest, deactivated } = person
  return { workspaceId, userId, name, zone, locale, isBot, isAdmin, isGuest, deactivated }
}

const activePeople = (workspaceId: string) =>
  and(
    eq(people.workspaceId, workspaceId),
    eq(people.isBot, false),
    eq(people.isGuest, false),
    eq(people.deactivated, false),
  )

/** The people of the workspace whom we have met, without bots, guests and deactivated accounts. */
export const countPeople = (db: Queryable, workspaceId: string): Promise<number> =>
  db.$count(people, activePeople(workspaceId))

/** Saves the person's direct message channel. Does nothing when the person is not stored. */
export async function saveDmChannel(
  db: Queryable,
  workspaceId: string,
  userId: string,
  dmChannelId: string,
): Promise<void> {
  await db
    .update(people)
    .set({ dmChannelId })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId)))
}

export async function findWorkspace(db: Queryable, workspaceId: string): Promise<Workspace | null> {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.workspaceId, workspaceId))
  return row ?? null
}

/** Saves the workspace whose bot this is. False, and nothing saved: the database belongs to another workspace's bot. */
export async function saveOnlyWorkspace(
  db: Database,
  workspace: Pick<Workspace, 'workspaceId' | 'name' | 'botUserId'>,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('only workspace'))`)
    const others = await tx
      .select({ id: workspaces.workspaceId })
      .from(workspaces)
      .where(ne(workspaces.workspaceId, workspace.workspaceId))
      .limit(1)
    if (others.length > 0) return false
    await saveWorkspace(tx, workspace, now)
    return true
  })
}

/** Inserts the workspace as first seen now, or updates its name and bot user. */
export async function saveWorkspace(
  db: Queryable,
  workspace: Pick<Workspace, 'workspaceId' | 'name' | 'botUserId'>,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insert(workspaces)
    .values({ ...workspace, firstSeenAt: now })
    .onConflictDoUpdate({
      target: workspaces.workspaceId,
      set: { name: workspace.name, botUserId: workspace.botUserId },
    })
}
