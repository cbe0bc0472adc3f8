// Reads and writes the standup of one member on one date: answered, late, missed or excused.

import { and, between, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { amongPairs, textArray } from '../../../core/db/pairs.ts'
import { asJson, columnsIn, rowsFrom, typedRow } from '../../../core/db/typed-rows.ts'
import type { MemberId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import type { PlanLine, StandupEntry } from '../domain/standup-facts.ts'
import { clearPlan } from './plan-items.ts'
import { planItems, standups } from './standups.sql.ts'

/** One member's entries up to the date, the newest first. */
export async function entriesUpTo(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  date: Temporal.PlainDate,
  limit: number,
): Promise<StandupEntry[]> {
  const rows = await q.execute(sql`
    select ${columnsIn(standups)} from standups
    where workspace_id = ${workspaceId} and member_id = ${memberId} and date <= ${date.toString()}
    order by date desc limit ${limit}`)
  return rows.map((row) => typedRow(standups, row))
}

/** A leave is not longer: the standup after it reports the day before it. */
const REPORTED_WITHIN_DAYS = 100

/** The dates of the member's answers that report the numbers of the date: mostly one, of the next working day. */
export async function datesReporting(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  date: Temporal.PlainDate,
): Promise<Temporal.PlainDate[]> {
  const rows = await q
    .select({ date: standups.date })
    .from(standups)
    .where(
      and(
        eq(standups.workspaceId, workspaceId),
        eq(standups.memberId, memberId),
        between(standups.date, date, date.add({ days: REPORTED_WITHIN_DAYS })),
        inArray(standups.state, ['answered', 'late']),
        eq(sql`coalesce(${standups.numbersDate}, ${standups.date})`, date.toString()),
      ),
    )
  return rows.map((row) => row.date)
}

/** Everybody's entries in the teams on one date. */
export async function entriesOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<StandupEntry[]> {
  if (wanted.length === 0) return []
  const among = amongPairs(
    { workspaceId: standups.workspaceId, id: standups.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  return q
    .select()
    .from(standups)
    .where(and(among, eq(standups.date, date)))
}

/** Which of the members, of any workspace, have answered on the date. */
export async function answeredAmong(
  q: Queryable,
  members: readonly { workspaceId: WorkspaceId; memberId: MemberId }[],
  date: Temporal.PlainDate,
): Promise<Set<MemberId>> {
  if (members.length === 0) return new Set()
  const among = amongPairs(
    { workspaceId: standups.workspaceId, id: standups.memberId, idType: 'uuid' },
    members.map((member) => ({ workspaceId: member.workspaceId, id: member.memberId })),
  )
  const rows = await q
    .select({ memberId: standups.memberId })
    .from(standups)
    .where(and(among, eq(standups.date, date), inArray(standups.state, ['answered', 'late'])))
  return new Set(rows.map((row) => row.memberId))
}

/**
 * Saves an answer and replaces its plan lines. An answer to a day that was closed as missed replaces that entry.
 */
export async function saveEntry(
  q: Queryable,
  entry: StandupEntry,
  { planned, hadLines }: { planned: readonly PlanLine[]; hadLines: boolean },
): Promise<void> {
  if (hadLines) await clearPlan(q, entry)
  await q.execute(sql`
    with lines as (
      insert into plan_items (${columnsIn(planItems)}) ${rowsFrom(planItems, asJson(planItems, planned))}
    )
    insert into standups (${columnsIn(standups)}) ${rowsFrom(standups, asJson(standups, [entry]))}
    on conflict (workspace_id, member_id, date) do update set
      (${columnsIn(standups)}) = row (${columnsIn(standups, 'excluded')})`)
}

type Unanswered = Pick<StandupEntry, 'workspaceId' | 'memberId' | 'teamId' | 'date'> & {
  state: 'missed' | 'excused'
}

/** Records days that closed without an answer. An answer that was saved in the meantime stays. */
export async function closeEntries(q: Queryable, unanswered: readonly Unanswered[]): Promise<void> {
  if (unanswered.length === 0) return
  const column = (pick: (entry: Unanswered) => string) => textArray(unanswered.map(pick))
  await q.execute(sql`
    insert into ${standups} (workspace_id, member_id, team_id, date, state)
    select workspace_id, member_id::uuid, team_id::uuid, date::date, state from unnest(
      ${column((entry) => entry.workspaceId)}, ${column((entry) => entry.memberId)},
      ${column((entry) => entry.teamId)}, ${column((entry) => entry.date.toString())},
      ${column((entry) => entry.state)}
    ) as entry (workspace_id, member_id, team_id, date, state)
    on conflict do nothing`)
}
