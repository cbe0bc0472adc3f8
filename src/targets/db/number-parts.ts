// Reads the parts of one number of each of many teams, in one statement: as text, because most members of a team have the same.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { TargetPart } from '../domain/target.ts'
import type { TargetPeriodKind } from '../domain/target-period.ts'

export interface NumberOfTeam {
  teamId: TeamId
  metricKey: MetricKey
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }
type Stored = [TargetPeriodKind, string, string, number, number, boolean, string, string]

/** By member, in every version, of periods that overlap the span; equal texts are equal parts. `partsIn` reads them. */
export async function partTextsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly NumberOfTeam[],
  { from, to }: Span,
): Promise<Map<MemberId, string>> {
  if (wanted.length === 0) return new Map()
  const rows = await q.execute<{ member_id: MemberId; parts: string }>(sql`
    select member_id, json_agg(json_build_array(period, from_date, to_date, version, value, by_hand, until, effective_from)
      order by period, from_date, version)::text as parts
    from ${wishes(wanted)} join target_parts p on p.workspace_id = ${workspaceId} and p.team_id = wish.team_id
      and p.metric_key = wish.metric_key and p.from_date <= ${to.toString()}::date and p.to_date >= ${from.toString()}::date
    group by member_id`)
  return new Map(rows.map(({ member_id, parts }) => [member_id, parts]))
}

export function partsIn(text: string, { teamId, metricKey }: NumberOfTeam, memberId: MemberId): TargetPart[] {
  const date = Temporal.PlainDate.from
  return (JSON.parse(text) as Stored[]).map(
    ([kind, from, to, version, value, byHand, until, effectiveFrom]): TargetPart => ({
      ...{ teamId, memberId, metricKey, period: { kind, from: date(from), to: date(to) } },
      ...{ version, value, byHand, until: date(until), effectiveFrom: date(effectiveFrom) },
    }),
  )
}

/** The roles that count the number of the team; a team of which nobody does is missing. */
export async function rolesCounting(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly NumberOfTeam[],
): Promise<Map<TeamId, Role[]>> {
  if (wanted.length === 0) return new Map()
  const rows = await q.execute<{ team_id: TeamId; roles: Role[] }>(sql`
    select r.team_id, array_agg(r.role order by r.role) as roles
    from ${wishes(wanted)} join role_metrics r on r.workspace_id = ${workspaceId} and r.team_id = wish.team_id
      and r.metric_key = wish.metric_key and r.enabled
    join catalogue c on c.workspace_id = r.workspace_id and c.metric_key = r.metric_key and c.retired_at is null
    group by r.team_id`)
  return new Map(rows.map(({ team_id, roles }) => [team_id, roles]))
}

const wishes = (
  wanted: readonly NumberOfTeam[],
) => sql`unnest(${uuidArray(wanted.map(({ teamId }) => teamId))},
  ${textArray(wanted.map(({ metricKey }) => metricKey))}) as wish (team_id, metric_key)`
