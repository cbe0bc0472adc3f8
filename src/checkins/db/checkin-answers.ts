// Reads and writes answers in sections: one member's on one date, and those of teams.
import { and, between, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs, textArray } from '../../core/db/pairs.ts'
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { MemberDate } from './checkin-days.ts'
import { checkinAnswers } from './checkins.sql.ts'

type Answer = typeof checkinAnswers.$inferSelect
type Whose = { workspaceId: WorkspaceId; memberId: MemberId }

const isOf = (kind: string, { workspaceId, memberId }: Whose) =>
  and(
    eq(checkinAnswers.workspaceId, workspaceId),
    eq(checkinAnswers.memberId, memberId),
    eq(checkinAnswers.kind, kind),
  )

/** Null: the date is neither answered nor closed without an answer. */
export async function answerOn(
  q: Queryable,
  kind: string,
  of: Whose,
  date: Temporal.PlainDate,
): Promise<Answer | null> {
  const rows = await q
    .select()
    .from(checkinAnswers)
    .where(and(isOf(kind, of), eq(checkinAnswers.date, date)))
  return rows[0] ?? null
}

/** The member's answers between two dates, the newest first. */
export const answersBetween = async (
  q: Queryable,
  kind: string,
  of: Whose,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Answer[]> =>
  q
    .select()
    .from(checkinAnswers)
    .where(and(isOf(kind, of), between(checkinAnswers.date, from, to)))
    .orderBy(desc(checkinAnswers.date))

/** Where somebody was away for longer, what they did before is told by nobody any more. */
const LOOKED_BACK_DAYS = 35

/** Of members of one workspace: the last before the date that was answered or missed. `filedAt`: first, whatever was edited since. */
export async function lastBefore(
  q: Queryable,
  kind: string,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  before: Temporal.PlainDate,
): Promise<Map<MemberId, { date: Temporal.PlainDate; filedAt: Temporal.Instant | null }>> {
  const { memberId, date, state, firstAnsweredAt } = checkinAnswers
  const rows = await q
    .selectDistinctOn([memberId], { memberId, date, filedAt: firstAnsweredAt })
    .from(checkinAnswers)
    .where(
      and(
        ...[eq(checkinAnswers.workspaceId, workspaceId), inArray(memberId, [...memberIds])],
        ...[eq(checkinAnswers.kind, kind), ne(state, 'excused')],
        between(date, before.subtract({ days: LOOKED_BACK_DAYS }), before.subtract({ days: 1 })),
      ),
    )
    .orderBy(memberId, desc(date))
  return new Map(rows.map(({ memberId: id, ...last }) => [id, last]))
}

export async function answersOfTeams(
  q: Queryable,
  kind: string,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Answer[]> {
  if (wanted.length === 0) return []
  const among = amongPairs(
    { workspaceId: checkinAnswers.workspaceId, id: checkinAnswers.teamId, idType: 'uuid' },
    wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId })),
  )
  return q
    .select()
    .from(checkinAnswers)
    .where(and(among, eq(checkinAnswers.date, date), eq(checkinAnswers.kind, kind)))
}

/** Of teams of one workspace: what was expected between two dates and came, or was missing when it closed. */
export async function expectedAnswers(
  q: Queryable,
  kind: string,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Pick<Answer, 'teamId' | 'memberId' | 'date' | 'state'>[]> {
  if (teamIds.length === 0) return []
  const { teamId, memberId, date, state } = checkinAnswers
  return q
    .select({ teamId, memberId, date, state })
    .from(checkinAnswers)
    .where(
      and(
        ...[eq(checkinAnswers.workspaceId, workspaceId), inArray(teamId, [...teamIds])],
        ...[between(date, from, to), eq(checkinAnswers.kind, kind), ne(state, 'excused')],
      ),
    )
}

/** Which of the members, of any workspace, have answered on the date. */
export async function answeredAmong(
  q: Queryable,
  kind: string,
  members: readonly Whose[],
  date: Temporal.PlainDate,
): Promise<Set<MemberId>> {
  if (members.length === 0) return new Set()
  const among = amongPairs(
    { workspaceId: checkinAnswers.workspaceId, id: checkinAnswers.memberId, idType: 'uuid' },
    members.map(({ workspaceId, memberId }) => ({ workspaceId, id: memberId })),
  )
  const rows = await q
    .select({ memberId: checkinAnswers.memberId })
    .from(checkinAnswers)
    .where(
      and(
        among,
        ...[eq(checkinAnswers.date, date), eq(checkinAnswers.kind, kind)],
        inArray(checkinAnswers.state, ['answered', 'late']),
      ),
    )
  return new Set(rows.map(({ memberId }) => memberId))
}

/** The kinds and dates of the member's answers with which numbers of the day were entered. */
export const answersWithNumbersOf = async (
  q: Queryable,
  { workspaceId, memberId }: Whose,
  date: Temporal.PlainDate,
): Promise<Pick<Answer, 'kind' | 'date'>[]> =>
  q
    .select({ kind: checkinAnswers.kind, date: checkinAnswers.date })
    .from(checkinAnswers)
    .where(
      and(
        eq(checkinAnswers.workspaceId, workspaceId),
        eq(checkinAnswers.memberId, memberId),
        eq(checkinAnswers.numbersDate, date),
      ),
    )

/** An answer to a date that was closed as missed replaces that entry. */
export async function saveAnswer(q: Queryable, answer: Answer): Promise<void> {
  const { workspaceId, memberId, kind, date, ...saved } = answer
  await q
    .insert(checkinAnswers)
    .values(answer)
    .onConflictDoUpdate({
      target: [
        ...[checkinAnswers.workspaceId, checkinAnswers.memberId, checkinAnswers.kind, checkinAnswers.date],
      ],
      set: saved,
    })
}

/** Records dates that closed without an answer. An answer that was saved in the meantime stays. */
export async function closeAnswers(
  q: Queryable,
  kind: string,
  unanswered: readonly (MemberDate & { state: 'missed' | 'excused' })[],
): Promise<void> {
  if (unanswered.length === 0) return
  const column = (pick: (entry: (typeof unanswered)[number]) => string) => textArray(unanswered.map(pick))
  await q.execute(sql`
    insert into ${checkinAnswers} (workspace_id, member_id, kind, date, team_id, state)
    select workspace_id, member_id::uuid, ${kind}, date::date, team_id::uuid, state from unnest(
      ${column((entry) => entry.workspaceId)}, ${column((entry) => entry.memberId)},
      ${column((entry) => entry.date.toString())}, ${column((entry) => entry.teamId)},
      ${column((entry) => entry.state)}
    ) as entry (workspace_id, member_id, date, team_id, state)
    on conflict do nothing`)
}
