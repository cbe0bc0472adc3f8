// Queries on the Home tabs that were opened lately, and which of them show what has changed since.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { activity } from '../../numbers/db/activity.sql.ts'
import { members, teams } from '../../org/db/teams.sql.ts'
import { openHomes } from './open-homes.sql.ts'

export interface HomeRef {
  workspaceId: WorkspaceId
  userId: UserId
}

export interface OpenHome extends HomeRef {
  shown: string
  /** Before it was looked at now. */
  lookedAt: Temporal.Instant
}

export async function saveOpenHome(
  q: Queryable,
  home: HomeRef & { shown: string; openedAt: Temporal.Instant; lookedAt: Temporal.Instant },
): Promise<void> {
  const { openedAt, lookedAt, shown } = home
  await q
    .insert(openHomes)
    .values(home)
    .onConflictDoUpdate({
      target: [openHomes.workspaceId, openHomes.userId],
      set: { openedAt, lookedAt, shown },
    })
}

/** Whatever changed after `lookedAt` is looked for the next time. Another process that asks at the same moment gets others. */
export async function takeOpenHomes(
  q: Queryable,
  of: { openedAfter: Temporal.Instant; lookedAt: Temporal.Instant; most: number },
): Promise<OpenHome[]> {
  const rows = await q.execute<{ workspace_id: string; user_id: UserId; shown: string; was: string }>(sql`
    with taken as (
      select workspace_id, user_id, looked_at from ${openHomes}
      where opened_at > ${of.openedAfter.toString()}::timestamptz
        and looked_at < ${of.lookedAt.toString()}::timestamptz
      order by looked_at limit ${of.most} for update skip locked
    )
    update ${openHomes} home set looked_at = ${of.lookedAt.toString()}::timestamptz from taken
    where home.workspace_id = taken.workspace_id and home.user_id = taken.user_id
    returning home.workspace_id, home.user_id, home.shown,
      to_char(taken.looked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as was`)
  return rows.map((row) => ({
    ...{ workspaceId: row.workspace_id, userId: row.user_id, shown: row.shown },
    lookedAt: Temporal.Instant.from(row.was),
  }))
}

/** Has only the days that are entered while they are talked about; an act on an earlier one is seen when Home is opened. */
const DAYS_BACK = 3

/**
 * Those about whose person, or about a team led by them, a message was sent or edited since, or whose teams' numbers were entered. Every
 * answer, close, request and offer of help changes a message, so nothing has to be noted where they are made.
 */
export async function changedHomes(
  q: Queryable,
  homes: readonly OpenHome[],
  today: Temporal.PlainDate,
): Promise<HomeRef[]> {
  const rows = await q.execute<{ workspace_id: string; user_id: UserId }>(sql`
    with recursive home as (
      select * from unnest(${textArray(homes.map(({ workspaceId }) => workspaceId))},
        ${textArray(homes.map(({ userId }) => userId))},
        ${textArray(homes.map(({ lookedAt }) => lookedAt.toString()))}::timestamptz[])
        as one(workspace_id, user_id, looked_at)
    ), led as (
      select home.workspace_id, home.user_id, home.looked_at, team.team_id from home join ${teams} team
        on team.workspace_id = home.workspace_id and (team.manager_user_id = home.user_id or team.delegate_user_id = home.user_id)
      union
      select led.workspace_id, led.user_id, led.looked_at, below.team_id from led join ${teams} below
        on below.workspace_id = led.workspace_id and below.parent_team_id = led.team_id
    ), sent as materialized (
      select workspace_id, team_id, to_user_id, coalesce(delivered_at, created_at) as at from messages
      where next_attempt_at is null and coalesce(delivered_at, created_at) > (select min(looked_at) from home)
    )
    select workspace_id, user_id from home where exists (select from sent
      where sent.workspace_id = home.workspace_id and sent.to_user_id = home.user_id and sent.at > home.looked_at)
    union
    select led.workspace_id, led.user_id from led join sent
      on sent.workspace_id = led.workspace_id and sent.team_id = led.team_id and sent.at > led.looked_at
    union
    select led.workspace_id, led.user_id from led
    join ${members} member on member.workspace_id = led.workspace_id and member.team_id = led.team_id and member.left_on is null
    join ${activity} act on act.workspace_id = member.workspace_id and act.member_id = member.member_id
      and act.date >= ${today.subtract({ days: DAYS_BACK }).toString()}::date and act.entered_at > led.looked_at`)
  return rows.map((row) => ({ workspaceId: row.workspace_id, userId: row.user_id }))
}

/** For what could not be shown now. */
export const lookAgainAt = (q: Queryable, { workspaceId, userId, lookedAt }: OpenHome) =>
  q.update(openHomes).set({ lookedAt }).where(isHome(workspaceId, userId))

export const saveShown = (q: Queryable, { workspaceId, userId }: HomeRef, shown: string) =>
  q.update(openHomes).set({ shown }).where(isHome(workspaceId, userId))

const isHome = (workspaceId: WorkspaceId, userId: UserId) =>
  and(eq(openHomes.workspaceId, workspaceId), eq(openHomes.userId, userId))

export const pruneOpenHomes = pruneRows('open_homes', sql`opened_at`)
