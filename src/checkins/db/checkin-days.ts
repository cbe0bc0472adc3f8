// Reads and writes how far a check-in of a date has come: who was prompted and reminded, and which teams' dates are closed.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { amongPairs, textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { checkinDays, checkinPrompts } from './checkins.sql.ts'

export interface TeamDate {
  workspaceId: WorkspaceId
  teamId: TeamId
  date: Temporal.PlainDate
}

export type MemberDate = TeamDate & { memberId: MemberId }

/** Of one date: members by what they were sent. */
export interface Prompted {
  prompted: ReadonlySet<MemberId>
  reminded: ReadonlySet<MemberId>
  /** Who asked to be reminded. */
  snoozed: ReadonlySet<MemberId>
  nudged: ReadonlySet<MemberId>
}

/** In the transaction that enqueues the prompts or reminders. A second prompt keeps the time of the first. */
export async function recordPrompts(
  tx: Transaction,
  kind: string,
  what: 'prompted_at' | 'reminded_at',
  members: readonly MemberDate[],
  at: Temporal.Instant,
): Promise<void> {
  if (members.length === 0) return
  const column = sql.identifier(what)
  await tx.execute(sql`
    insert into ${checkinPrompts} (workspace_id, member_id, kind, date, team_id, ${column})
    select workspace_id, member_id, ${kind}, date::date, team_id, ${at.toString()}::timestamptz
    from unnest(
      ${textArray(members.map(({ workspaceId }) => workspaceId))},
      ${uuidArray(members.map(({ memberId }) => memberId))},
      ${textArray(members.map(({ date }) => date.toString()))},
      ${uuidArray(members.map(({ teamId }) => teamId))}
    ) as sent (workspace_id, member_id, date, team_id)
    on conflict (workspace_id, member_id, kind, date) do update
      set ${column} = coalesce(${checkinPrompts}.${column}, excluded.${column})`)
}

/** In the transaction that closes them. */
export async function recordCloses(
  tx: Transaction,
  kind: string,
  closed: readonly TeamDate[],
  at: Temporal.Instant,
): Promise<void> {
  if (closed.length === 0) return
  const rows = closed.map(({ workspaceId, teamId, date }) => ({
    workspaceId,
    teamId,
    kind,
    date,
    closedAt: at,
  }))
  await tx.insert(checkinDays).values(rows).onConflictDoNothing()
}

export async function promptedOn(
  q: Queryable,
  kind: string,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Prompted> {
  if (wanted.length === 0)
    return { prompted: new Set(), reminded: new Set(), snoozed: new Set(), nudged: new Set() }
  const among = amongPairs(
    { workspaceId: checkinPrompts.workspaceId, id: checkinPrompts.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const rows = await q
    .select()
    .from(checkinPrompts)
    .where(and(among, eq(checkinPrompts.date, date), eq(checkinPrompts.kind, kind)))
  const those = (sent: (row: (typeof rows)[number]) => Temporal.Instant | null) =>
    new Set(rows.filter((row) => sent(row) !== null).map(({ memberId }) => memberId))
  return {
    prompted: those((row) => row.promptedAt),
    reminded: those((row) => row.remindedAt),
    snoozed: those((row) => row.snoozedUntil),
    nudged: those((row) => row.nudgedAt),
  }
}

/** Until when members, of any workspace, asked to be left alone on the date. */
export async function snoozesAmong(
  q: Queryable,
  kind: string,
  members: readonly Pick<MemberDate, 'workspaceId' | 'memberId'>[],
  date: Temporal.PlainDate,
): Promise<ReadonlyMap<MemberId, Temporal.Instant>> {
  if (members.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: checkinPrompts.workspaceId, id: checkinPrompts.memberId, idType: 'uuid' },
    members.map(({ workspaceId, memberId }) => ({ workspaceId, id: memberId })),
  )
  const rows = await q
    .select({ memberId: checkinPrompts.memberId, until: checkinPrompts.snoozedUntil })
    .from(checkinPrompts)
    .where(
      and(
        among,
        eq(checkinPrompts.date, date),
        eq(checkinPrompts.kind, kind),
        isNotNull(checkinPrompts.snoozedUntil),
      ),
    )
  return new Map(rows.flatMap(({ memberId, until }) => (until ? [[memberId, until]] : [])))
}

/** The date of the member's latest prompt. Null: there is none, or its day is closed. */
export async function lastPrompt(
  q: Queryable,
  kind: string,
  { workspaceId, teamId, memberId }: Omit<MemberDate, 'date'>,
): Promise<Temporal.PlainDate | null> {
  const rows = await q.execute<{ date: string; closed: boolean }>(sql`
    select p.date::text as date, exists (select from ${checkinDays} d where d.workspace_id = p.workspace_id
      and d.team_id = ${teamId} and d.kind = p.kind and d.date = p.date) as closed
    from ${checkinPrompts} p
    where p.workspace_id = ${workspaceId} and p.member_id = ${memberId} and p.kind = ${kind}
    order by p.date desc limit 1`)
  const [last] = rows
  return last && !last.closed ? Temporal.PlainDate.from(last.date) : null
}

/** False: the member was not prompted, or is reminded already; then nothing is changed. */
export async function recordSnooze(
  tx: Transaction,
  kind: string,
  { workspaceId, memberId, date }: Omit<MemberDate, 'teamId'>,
  until: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx
    .update(checkinPrompts)
    .set({ snoozedUntil: until })
    .where(
      and(
        eq(checkinPrompts.workspaceId, workspaceId),
        eq(checkinPrompts.memberId, memberId),
        eq(checkinPrompts.kind, kind),
        eq(checkinPrompts.date, date),
        isNotNull(checkinPrompts.promptedAt),
        isNull(checkinPrompts.snoozedUntil),
      ),
    )
    .returning({ memberId: checkinPrompts.memberId })
  return rows.length > 0
}

/** Of the prompted members, those who are nudged now: nobody is nudged twice about a date, whoever presses. */
export async function recordNudges(
  tx: Transaction,
  kind: string,
  {
    workspaceId,
    date,
    memberIds,
  }: Pick<TeamDate, 'workspaceId' | 'date'> & { memberIds: readonly MemberId[] },
  by: { userId: UserId; at: Temporal.Instant },
): Promise<ReadonlySet<MemberId>> {
  if (memberIds.length === 0) return new Set()
  const rows = await tx
    .update(checkinPrompts)
    .set({ nudgedAt: by.at, nudgedBy: by.userId })
    .where(
      and(
        eq(checkinPrompts.workspaceId, workspaceId),
        inArray(checkinPrompts.memberId, [...memberIds]),
        eq(checkinPrompts.kind, kind),
        eq(checkinPrompts.date, date),
        isNotNull(checkinPrompts.promptedAt),
        isNull(checkinPrompts.nudgedAt),
      ),
    )
    .returning({ memberId: checkinPrompts.memberId })
  return new Set(rows.map(({ memberId }) => memberId))
}

/** Who nudged the member about the date. Null: nobody did. */
export async function nudgedBy(
  q: Queryable,
  kind: string,
  { workspaceId, memberId, date }: Pick<MemberDate, 'workspaceId' | 'memberId' | 'date'>,
): Promise<UserId | null> {
  const rows = await q
    .select({ nudgedBy: checkinPrompts.nudgedBy })
    .from(checkinPrompts)
    .where(
      and(
        eq(checkinPrompts.workspaceId, workspaceId),
        eq(checkinPrompts.memberId, memberId),
        eq(checkinPrompts.kind, kind),
        eq(checkinPrompts.date, date),
      ),
    )
  return rows[0]?.nudgedBy ?? null
}

/** In the transaction of the change. Dates that are not closed are left: their summary is still filling up. */
export async function recordRevisions(
  tx: Transaction,
  kind: string,
  changed: readonly TeamDate[],
  at: Temporal.Instant,
): Promise<void> {
  if (changed.length === 0) return
  await tx.execute(sql`
    update ${checkinDays} set revised_at = ${at.toString()}::timestamptz
    from unnest(
      ${textArray(changed.map(({ workspaceId }) => workspaceId))},
      ${uuidArray(changed.map(({ teamId }) => teamId))},
      ${textArray(changed.map(({ date }) => date.toString()))}
    ) as changed (workspace_id, team_id, date)
    where checkin_days.workspace_id = changed.workspace_id and checkin_days.team_id = changed.team_id
      and checkin_days.kind = ${kind} and checkin_days.date = changed.date::date`)
}

/** Null: the team's check-in of the date is not closed. `revisedAt` null: nothing has changed since. */
export async function closeOf(
  q: Queryable,
  kind: string,
  ref: TeamRef,
  date: Temporal.PlainDate,
): Promise<{ closedAt: Temporal.Instant; revisedAt: Temporal.Instant | null } | null> {
  const rows = await q
    .select({ closedAt: checkinDays.closedAt, revisedAt: checkinDays.revisedAt })
    .from(checkinDays)
    .where(
      and(
        eq(checkinDays.workspaceId, ref.workspaceId),
        eq(checkinDays.teamId, ref.teamId),
        eq(checkinDays.kind, kind),
        eq(checkinDays.date, date),
      ),
    )
  return rows[0] ?? null
}
