// Reads and writes members of teams. A person in two teams is two members; the row of a member who left stays.
import { and, eq, gte, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs, textArray } from '../../core/db/pairs.ts'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Member, Role } from '../domain/team.ts'
import { keepFormer } from './former-states.ts'
import { giveHomeTeams, passOnHomeTeams } from './home-teams.ts'
import { members, teams } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

export const memberColumns = {
  workspaceId: members.workspaceId,
  memberId: members.memberId,
  teamId: members.teamId,
  userId: members.userId,
  role: members.role,
  joinedOn: members.joinedOn,
  leftOn: members.leftOn,
}

/** The team's members on the date, in the order of joining. */
export async function membersOn(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<Member[]> {
  return membersOfTeams(q, [{ workspaceId, teamId }], date)
}

export async function membersOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Member[]> {
  return membersBetween(q, wanted, date, date)
}

/** The members of these teams on any day of the range (both ends included), including those who left since. */
export async function membersBetween(
  q: Queryable,
  wanted: readonly TeamRef[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Member[]> {
  if (wanted.length === 0) return []
  const among = amongPairs(
    { workspaceId: members.workspaceId, id: members.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  // A director's teams have thousands: read as they are, each date once.
  const rows = await q.execute<MemberRow>(sql`
    select workspace_id, member_id, team_id, user_id, role, joined_on::text, left_on::text from ${members}
    where ${among} and joined_on <= ${to.toString()}::date and (left_on is null or left_on >= ${from.toString()}::date)
    order by ${members.joinedOn}, ${members.userId}`)
  const dateOf = datesOnce()
  return rows.map((row) => ({
    ...{ workspaceId: row.workspace_id, memberId: row.member_id, teamId: row.team_id, userId: row.user_id },
    ...{
      role: row.role,
      joinedOn: dateOf(row.joined_on),
      leftOn: row.left_on === null ? null : dateOf(row.left_on),
    },
  }))
}

type MemberRow = {
  workspace_id: WorkspaceId
  member_id: MemberId
  team_id: TeamId
  user_id: UserId
  role: Role
  joined_on: string
  left_on: string | null
}

function datesOnce(): (text: string) => Temporal.PlainDate {
  const known = new Map<string, Temporal.PlainDate>()
  return (text) => {
    const date = known.get(text) ?? Temporal.PlainDate.from(text)
    known.set(text, date)
    return date
  }
}

export async function loadMembers(
  q: Queryable,
  wanted: readonly { workspaceId: WorkspaceId; memberId: MemberId }[],
): Promise<Map<MemberId, Member>> {
  if (wanted.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: members.workspaceId, id: members.memberId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.memberId })),
  )
  const rows = await q.select(memberColumns).from(members).where(among)
  return new Map(rows.map((member) => [member.memberId, member]))
}

export async function loadMember(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<Member | null> {
  const rows = await q
    .select(memberColumns)
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.memberId, memberId)))
  return rows[0] ?? null
}

/** The person's memberships in active teams now, the oldest first: usually one. */
export async function memberOf(q: Queryable, workspaceId: WorkspaceId, userId: UserId): Promise<Member[]> {
  return q
    .select(memberColumns)
    .from(members)
    .innerJoin(teams, and(eq(teams.workspaceId, members.workspaceId), eq(teams.teamId, members.teamId)))
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.userId, userId),
        isNull(members.leftOn),
        isNull(teams.archivedAt),
      ),
    )
    .orderBy(members.joinedOn, members.memberId)
}

/** Each person's first day in any team of the workspace. */
export async function firstDaysOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<Map<UserId, Temporal.PlainDate>> {
  if (userIds.length === 0) return new Map()
  const rows = await q
    .selectDistinctOn([members.userId], { userId: members.userId, joinedOn: members.joinedOn })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), sql`${members.userId} = any(${textArray(userIds)})`))
    .orderBy(members.userId, members.joinedOn)
  return new Map(rows.map(({ userId, joinedOn }) => [userId, joinedOn]))
}

/** The current members, including those whose first day is still to come. */
export async function activeMembers(q: Queryable, ref: TeamRef): Promise<Member[]> {
  return q
    .select(memberColumns)
    .from(members)
    .where(and(ofTeam(ref), isNull(members.leftOn)))
    .orderBy(members.joinedOn, members.userId)
}

/** Those of the teams that have a member now. */
export async function teamsWithMembers(q: Queryable, wanted: readonly TeamRef[]): Promise<Set<TeamId>> {
  if (wanted.length === 0) return new Set()
  const among = amongPairs(
    { workspaceId: members.workspaceId, id: members.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const rows = await q
    .selectDistinct({ teamId: members.teamId })
    .from(members)
    .where(and(among, isNull(members.leftOn)))
  return new Set(rows.map(({ teamId }) => teamId))
}

/**
 * A person who left at most one day ago gets the former row back, so that a person has one member row on a date.
 * Who has no home team gets this one.
 * Returns the members as stored, without those who were in the team already.
 */
export async function insertMembers(
  q: Queryable,
  joining: readonly Member[],
  at: Temporal.Instant,
): Promise<Member[]> {
  const joined: Member[] = []
  const users = amongPairs(
    { workspaceId: members.workspaceId, id: members.userId, idType: 'text' },
    joining.map(({ workspaceId, userId }) => ({ workspaceId, id: userId })),
  )
  const teamIds = joining.map(({ teamId }) => teamId)
  await keepMembers(q, and(users, inArray(members.teamId, teamIds), isNotNull(members.leftOn))!, at)
  for (const member of joining) {
    const reopened = await q
      .update(members)
      .set({ leftOn: null, role: member.role })
      .where(
        and(
          ofTeam(member),
          eq(members.userId, member.userId),
          gte(members.leftOn, member.joinedOn.subtract({ days: 1 })),
        ),
      )
      .returning(memberColumns)
    joined.push(...(reopened.length > 0 ? reopened : await insertMember(q, member)))
  }
  await giveHomeTeams(q, joining)
  return joined
}

const insertMember = (q: Queryable, member: Member): Promise<Member[]> =>
  q.insert(members).values(member).onConflictDoNothing().returning(memberColumns)

/** `leftOn` is the last day in the team. It can be the day before `joinedOn`, when a member joined today. */
export async function endMembers(
  q: Queryable,
  ref: TeamRef,
  leaving: readonly { memberId: MemberId; leftOn: Temporal.PlainDate }[],
  at: Temporal.Instant,
): Promise<void> {
  const userIds: UserId[] = []
  const leavingIds = leaving.map(({ memberId }) => memberId)
  await keepMembers(q, and(ofTeam(ref), inArray(members.memberId, leavingIds), isNull(members.leftOn))!, at)
  for (const { memberId, leftOn } of leaving) {
    const ended = await q
      .update(members)
      .set({ leftOn })
      .where(and(ofTeam(ref), eq(members.memberId, memberId), isNull(members.leftOn)))
      .returning({ userId: members.userId })
    userIds.push(...ended.map(({ userId }) => userId))
  }
  await passOnHomeTeams(q, ref, userIds)
}

/** Changes the last day of a member who has left. */
export async function setLastDay(
  q: Queryable,
  member: Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>,
  leftOn: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  const which = and(ofTeam(member), eq(members.memberId, member.memberId))!
  await keepMembers(q, which, at)
  await q.update(members).set({ leftOn }).where(which)
}

export async function setRole(
  q: Queryable,
  ref: TeamRef,
  memberIds: readonly MemberId[],
  role: Role,
  at: Temporal.Instant,
): Promise<void> {
  if (memberIds.length === 0) return
  const which = and(ofTeam(ref), inArray(members.memberId, [...memberIds]))!
  await keepMembers(q, which, at)
  await q.update(members).set({ role }).where(which)
}

/** Their roles, first and last days as they are before a change. */
const keepMembers = (q: Queryable, which: SQL, at: Temporal.Instant): Promise<void> =>
  keepFormer(
    q,
    'members',
    at,
    sql`select workspace_id, member_id::text as subject, '' as row_key,
        jsonb_build_object('role', role, 'joined_on', joined_on, 'left_on', left_on) as state
      from ${members} where ${which}`,
  )

function ofTeam(ref: TeamRef) {
  return and(eq(members.workspaceId, ref.workspaceId), eq(members.teamId, ref.teamId))
}
