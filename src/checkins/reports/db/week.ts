// Reads what a member's week has brought: plan lines that were done or settled, what else was done, and wins.
import { and, asc, between, eq, gt, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { textArray, uuidArray } from '../../../core/db/pairs.ts'
import type { MemberId } from '../../../core/ids.ts'
import type { Member } from '../../../org/domain/team.ts'
import { wins } from '../../../wins/db/wins.sql.ts'
import type { Win } from '../../../wins/domain/win.ts'
import { planItems, standups } from '../../standup/db/standups.sql.ts'
import type { ReportSpan } from '../domain/report-span.ts'

type Whose = Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>
type MemberSpan = ReportSpan & { memberId: MemberId }

/**
 * Plan lines by the report that tells of them: of what a standup has said, the next; of what was ticked off by the time of a
 * report and not taken back, that one, whenever a standup says so afterwards. A standup or a report counts from when it was
 * answered first: an edit makes neither tell a thing again, nor leaves one out.
 */
function linesTold(
  { workspaceId, teamId }: Pick<Whose, 'workspaceId' | 'teamId'>,
  spans: readonly MemberSpan[],
): SQL {
  const column = (pick: (span: MemberSpan) => { toString(): string } | null) =>
    textArray(spans.map((span) => pick(span)?.toString() ?? null))
  return sql`
    from unnest(
      ${uuidArray(spans.map(({ memberId }) => memberId))}, ${column(({ after }) => after)}::date[],
      ${column(({ filedBefore }) => filedBefore)}::timestamptz[], ${column(({ to }) => to)}::date[],
      ${column(({ until }) => until)}::timestamptz[]
    ) as span (member_id, after_day, filed_before, to_day, until)
    join ${planItems} as line on line.workspace_id = ${workspaceId} and line.team_id = ${teamId}
      and line.member_id = span.member_id and (line.settled_on is null or line.settled_on >= span.after_day)
    left join ${standups} as said on said.workspace_id = line.workspace_id and said.member_id = line.member_id
      and said.date = line.settled_on
    cross join lateral (select
      line.settled_on > span.to_day or line.settled_on = span.to_day and said.first_answered_at > span.until as later,
      line.settled_on is null or line.outcome = 'done' as done) as is_
    where (
      (line.settled_on > span.after_day or said.first_answered_at > span.filed_before) and not coalesce(is_.later, false)
      or line.ticked_at <= span.until and is_.done and coalesce(is_.later, true)
    ) and not coalesce(line.ticked_at <= span.filed_before and is_.done, false)`
}

/** What became of the lines that a report tells of. */
export async function linesIn(
  q: Queryable,
  member: Whose,
  span: ReportSpan,
): Promise<{ text: string; done: boolean }[]> {
  const told = linesTold(member, [{ ...span, memberId: member.memberId }])
  return q.execute<{ text: string; done: boolean }>(sql`
    select line.text, is_.done ${told} order by line.settled_on nulls last, line.date, line.position`)
}

/** How many lines the reports of a team's people tell of, and how many of them were done. Null: of none. */
export async function saidDidOfTeam(
  q: Queryable,
  team: Pick<Whose, 'workspaceId' | 'teamId'>,
  spans: readonly MemberSpan[],
): Promise<{ done: number; planned: number } | null> {
  const [row] = await q.execute<{ done: number; planned: number }>(sql`
    select count(*)::int as planned, (count(*) filter (where is_.done))::int as done ${linesTold(team, spans)}`)
  return row && row.planned > 0 ? row : null
}

/** What the member wrote as done beside the plan, the oldest first. */
export async function doneNotesIn(
  q: Queryable,
  { workspaceId, memberId }: Whose,
  { after, filedBefore, to }: ReportSpan,
): Promise<string[]> {
  const { date, firstAnsweredAt } = standups
  const rows = await q
    .select({ note: standups.doneNote })
    .from(standups)
    .where(
      and(
        ...[eq(standups.workspaceId, workspaceId), eq(standups.memberId, memberId)],
        or(gt(date, after), filedBefore ? and(eq(date, after), gt(firstAnsweredAt, filedBefore)) : undefined),
        ...[lte(date, to), ne(standups.doneNote, ''), inArray(standups.state, ['answered', 'late'])],
      ),
    )
    .orderBy(asc(date))
  return rows.map(({ note }) => note)
}

/** Without those that were taken back; with those of earlier days that were entered once the report before was filed. */
export async function winsIn(
  q: Queryable,
  { workspaceId, memberId }: Whose,
  { after, belated, to }: ReportSpan,
): Promise<Win[]> {
  const { date, enteredAt } = wins
  return q
    .select()
    .from(wins)
    .where(
      and(
        ...[eq(wins.workspaceId, workspaceId), eq(wins.memberId, memberId)],
        or(
          gt(date, after),
          belated ? and(between(date, belated.since, after), gt(enteredAt, belated.filedAt)) : undefined,
        ),
        ...[lte(date, to), gt(wins.amount, 0)],
      ),
    )
    .orderBy(asc(enteredAt))
}
