// Reads all that was ever on record of members' days, in one statement.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import { typedRow } from '../../core/db/typed-rows.ts'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { DayHistory, MemberState, OnRecord } from '../domain/day-history.ts'
import { TRIP_KINDS } from '../domain/leave-kind.ts'
import type { Member } from '../domain/team.ts'
import { ownHolidaysIn } from './own-holidays.ts'
import { people } from './people.sql.ts'
import { parseSettings } from './settings-schema.ts'
import { extraDays, leaves, members, ownHolidays, teamSettings } from './teams.sql.ts'
import { formerHolidaysOf } from './weeks.ts'

type Kind =
  | 'team_settings'
  | 'extra_days'
  | 'leaves'
  | 'own_holidays'
  | 'people'
  | 'members'
  | 'known_holidays'
/** `until` null: it still holds. */
type Row = {
  kind: Kind
  subject: string
  row_key: string
  state: Record<string, unknown>
  until: string | null
}

/** The next standup after the last day of a period is found within it. */
const AHEAD_DAYS = 60

/** Of members of one workspace, for the days of the span. Who is not stored is missing. */
export async function dayHistoriesOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly Member[],
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Map<MemberId, DayHistory>> {
  if (wanted.length === 0) return new Map()
  const teamIds = [...new Set(wanted.map(({ teamId }) => teamId))]
  const userIds = [...new Set(wanted.map(({ userId }) => userId))]
  const memberIds = wanted.map(({ memberId }) => memberId)
  const [teams, users] = [uuidArray(teamIds), textArray(userIds)]
  const [from, to] = [span.from.toString(), span.to.add({ days: AHEAD_DAYS }).toString()]
  const rows = await q.execute<Row>(sql`
    select 'team_settings' as kind, team_id::text as subject, '' as row_key, null::timestamptz as until,
      jsonb_build_object('effective_from', effective_from, 'settings', settings, 'set_at', set_at) as state
    from ${teamSettings} where workspace_id = ${workspaceId} and team_id = any(${teams})
    union all
    select 'extra_days', team_id::text, '', null, jsonb_build_object('date', date, 'kind', kind, 'set_at', set_at)
    from ${extraDays} where workspace_id = ${workspaceId} and team_id = any(${teams}) and date between ${from} and ${to}
    union all
    select 'leaves', user_id, '', null, jsonb_build_object('from_date', from_date, 'to_date', to_date, 'part', part,
      'recorded_at', recorded_at, 'cancelled_at', cancelled_at)
    from ${leaves} where workspace_id = ${workspaceId} and user_id = any(${users})
      and to_date >= ${from} and from_date <= ${to} and kind <> all(${textArray(TRIP_KINDS)})
    union all
    select 'own_holidays', user_id, '', null, jsonb_build_object('from_date', from_date, 'follows_team', follows_team,
      'country', country, 'region', region, 'set_at', set_at)
    from ${ownHolidays} where workspace_id = ${workspaceId} and user_id = any(${users})
    union all
    select 'people', user_id, '', null, jsonb_build_object('zone', zone)
    from ${people} where workspace_id = ${workspaceId} and user_id = any(${users})
    union all
    select kind, subject, row_key, until, state from former_states where workspace_id = ${workspaceId}
      and (kind in ('team_settings', 'extra_days') and subject = any(${textArray(teamIds)})
        or kind in ('own_holidays', 'people') and subject = any(${users})
        or kind = 'members' and subject = any(${textArray(memberIds)})
        or kind = 'known_holidays')
    order by until nulls last`)
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const grouped = new Map(
    [...byKind].map(([kind, own]) => [kind, Map.groupBy(own, ({ subject }) => subject)] as const),
  )
  const formerHolidays = (byKind.get('known_holidays') ?? []).map(({ subject, row_key, until, state }) =>
    formerHolidaysOf({ place: subject, year: row_key, until: until!, dates: state.dates as never }),
  )
  const shared = new Map(
    teamIds.map((teamId) => [teamId, { ...teamHistoryOf(teamId, grouped), formerHolidays }]),
  )
  return new Map(
    wanted.map((member) => [
      member.memberId,
      { ...shared.get(member.teamId)!, ...memberHistoryOf(member, grouped) },
    ]),
  )
}

/** By kind, then by whom or what they are about. */
type Grouped = ReadonlyMap<Kind, ReadonlyMap<string, readonly Row[]>>
type OfTeam = 'settings' | 'extraDays' | 'formerHolidays'

const rowsOf = (grouped: Grouped, kind: Kind, subject: TeamId | UserId | MemberId): readonly Row[] =>
  grouped.get(kind)?.get(subject) ?? NONE

const NONE: readonly Row[] = []

function teamHistoryOf(teamId: TeamId, grouped: Grouped): Pick<DayHistory, 'settings' | 'extraDays'> {
  return {
    settings: rowsOf(grouped, 'team_settings', teamId).map((row) => {
      const { effectiveFrom, settings, setAt } = typedRow(teamSettings, row.state)
      return { from: effectiveFrom, settings: parseSettings(settings, teamId), ...onRecord(row, setAt) }
    }),
    extraDays: rowsOf(grouped, 'extra_days', teamId).map((row) => {
      const { date, kind, setAt } = typedRow(extraDays, row.state)
      return { date: date.toString(), kind, ...onRecord(row, setAt) }
    }),
  }
}

function memberHistoryOf(member: Member, grouped: Grouped): Omit<DayHistory, OfTeam> {
  const { userId, memberId, role, joinedOn, leftOn } = member
  const of = (kind: Kind, subject: UserId | MemberId) => rowsOf(grouped, kind, subject)
  return {
    leaves: of('leaves', userId).map(({ state }) => {
      const { fromDate, toDate, part, recordedAt, cancelledAt } = typedRow(leaves, state)
      return { from: fromDate, to: toDate, part, recordedAt, cancelledAt }
    }),
    ownHolidays: of('own_holidays', userId).map((row) => {
      const choice = typedRow(ownHolidays, row.state)
      return { ...ownHolidaysIn(choice), ...onRecord(row, choice.setAt) }
    }),
    states: inTurn([...of('members', memberId).map(stateIn), { role, joinedOn, leftOn, until: null }]),
    zones: inTurn(
      of('people', userId).map((row) => ({
        zone: String(row.state.zone),
        until: onRecord(row, null).until,
      })),
    ),
  }
}

const onRecord = ({ until }: Row, since: Temporal.Instant | null): OnRecord => ({
  since,
  until: until === null ? null : Temporal.Instant.from(until),
})

function stateIn(row: Row): MemberState & { until: Temporal.Instant | null } {
  const { role, joinedOn, leftOn } = typedRow(members, row.state)
  return { role, joinedOn, leftOn, until: onRecord(row, null).until }
}

/** One followed the other: each was on record since the one before was not. */
const inTurn = <T extends { until: Temporal.Instant | null }>(states: readonly T[]): (T & OnRecord)[] =>
  states.map((state, index) => ({ ...state, since: states[index - 1]?.until ?? null }))
