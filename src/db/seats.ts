// Finds the place in a team from which a person files a standup; locked, it keeps two submits from crossing.
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../domain/ids.ts'
import type { Member, Team } from '../domain/team.ts'
import type { Queryable } from './client.ts'
import { memberColumns } from './members.ts'
import { members, teams } from './teams.sql.ts'
import { teamColumns } from './teams.ts'

export interface Seat {
  member: Member
  team: Team
}

/** Null: there is no such member, or the team is archived. */
export async function seatOfMember(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<Seat | null> {
  const rows = await seats(q).where(
    and(eq(members.workspaceId, workspaceId), eq(members.memberId, memberId), isNull(teams.archivedAt)),
  )
  return rows[0] ?? null
}

/** Null: on that date the person is not in that team, or the team is archived. */
export async function seatOf(
  q: Queryable,
  of: { workspaceId: WorkspaceId; teamId: TeamId; userId: UserId; date: Temporal.PlainDate },
  lock: 'lock' | 'no-lock',
): Promise<Seat | null> {
  const query = seats(q).where(
    and(
      eq(members.workspaceId, of.workspaceId),
      eq(members.userId, of.userId),
      eq(members.teamId, of.teamId),
      lte(members.joinedOn, of.date),
      or(isNull(members.leftOn), gte(members.leftOn, of.date)),
      isNull(teams.archivedAt),
    ),
  )
  const rows = await (lock === 'lock' ? query.for('update', { of: members }) : query)
  return rows[0] ?? null
}

const seats = (q: Queryable) =>
  q
    .select({ member: memberColumns, team: teamColumns })
    .from(members)
    .innerJoin(teams, and(eq(teams.workspaceId, members.workspaceId), eq(teams.teamId, members.teamId)))
