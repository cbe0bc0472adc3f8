// Reads everything that a member's standup of one date is decided from, in one statement, because a person waits for it.

import { type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../../core/db/client.ts'
import { columnsIn, fixedPart, typedRow } from '../../../core/db/typed-rows.ts'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { metricOf } from '../../../numbers/db/catalogue.ts'
import { catalogue, metrics } from '../../../numbers/db/metrics.sql.ts'
import { around } from '../../../org/db/calendars.ts'
import { ownHolidaysIn } from '../../../org/db/own-holidays.ts'
import { parseSettings } from '../../../org/db/settings-schema.ts'
import { members, ownHolidays, teams } from '../../../org/db/teams.sql.ts'
import { WEEK_COLUMNS, type WeekRow, weekOfRow } from '../../../org/db/weeks.ts'
import type { ExtraDay, LeavePart, MemberCalendar } from '../../../org/domain/calendar.ts'
import { TRIP_KINDS } from '../../../org/domain/leave-kind.ts'
import type { Member } from '../../../org/domain/team.ts'
import { datedCalendar } from '../../../org/domain/work-calendar.ts'
import { DUE_ITEMS_NAMED, type StandupEntry, type StandupFacts } from '../domain/standup-facts.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { EARLIER_ENTRIES } from '../domain/streak.ts'
import { blockers, planItems, standups } from './standups.sql.ts'

export interface Filer {
  workspaceId: WorkspaceId
  teamId: TeamId
  userId: UserId
  date: Temporal.PlainDate
}

/** Null: on that date the person is not in that team, or the team is archived. */
export async function factsOfFiler(q: Queryable, filer: Filer): Promise<StandupFacts | null> {
  const { workspaceId, teamId, userId, date } = filer
  return readFacts(q, workspaceId, isMember({ teamId, userId, date }), date)
}

/** The same with the member's row locked until the transaction ends, so that two submits of one member run one after the other. */
export async function lockedFacts(tx: Transaction, filer: Filer): Promise<StandupFacts | null> {
  // Two statements, sent together: the second begins when the lock is had, and sees what its previous holder committed.
  const [locked, facts] = await Promise.all([lockFiler(tx, filer), factsOfFiler(tx, filer)])
  // A member that was added between the two is not locked.
  return locked.some(({ member_id }) => member_id === facts?.member.memberId) ? facts : null
}

async function lockFiler(tx: Transaction, filer: Filer): Promise<{ member_id: string }[]> {
  return await tx.execute<{ member_id: string }>(sql`
    select m.member_id from members m where m.workspace_id = ${filer.workspaceId} and ${isMember(filer)} for update`)
}

const isMember = ({ teamId, userId, date }: Omit<Filer, 'workspaceId'>) =>
  sql`m.user_id = ${userId} and m.team_id = ${teamId}
    and m.joined_on <= ${date.toString()} and (m.left_on is null or m.left_on >= ${date.toString()})`

/** Null: there is no such member, or the team is archived. */
export async function factsOfMember(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  date: Temporal.PlainDate,
): Promise<StandupFacts | null> {
  return readFacts(q, workspaceId, sql`m.member_id = ${memberId}`, date)
}

type Row = Record<string, unknown>
type LeaveRow = {
  from_date: string
  to_date: string
  part: LeavePart
  recorded_at: string
  cancelled_at: string | null
}
type Found = {
  member: Row
  team: Row
  settings: unknown
  weeks: WeekRow[] | null
  extra_days: Record<string, ExtraDay> | null
  holidays: Row[] | null
  leaves: LeaveRow[] | null
  entry: Row | null
  snoozed_until: string | null
  earlier:
    | { date: string; state: StandupEntry['state']; streak_days: number; numbers_date: string | null }[]
    | null
  last_board: string | null
  win_days: string[] | null
  reported_days: string[] | null
  metrics: { adopted: Row; defined: Row }[] | null
  plan: Row[] | null
  blockers: Row[] | null
  todo: { action_id: string; text: string; count: number }[] | null
}

const rowOf = (row: SQL) => sql`(select row_to_json(one) from (${row}) one)`
const listOf = (rows: SQL) => sql`(select json_agg(one) from (${rows}) one)`

/** Of the member `m` of the team `t` on the day `asked.date`; leave and extra days from `asked.from_date` to `asked.to_date`. */
const FACTS = fixedPart(sql`
  ${rowOf(sql`select ${columnsIn(members, 'm')}`)} as member, ${rowOf(sql`select ${columnsIn(teams, 't')}`)} as team,
    (select settings from team_settings s where s.workspace_id = m.workspace_id and s.team_id = m.team_id
      order by effective_from <= asked.date desc, abs(effective_from - asked.date) limit 1) as settings,
    ${listOf(sql`select ${WEEK_COLUMNS} from team_settings s where s.workspace_id = m.workspace_id and s.team_id = m.team_id
      order by effective_from desc`)} as weeks,
    (select json_object_agg(e.date, kind) from extra_days e
      where e.workspace_id = m.workspace_id and e.team_id = m.team_id
        and e.date between asked.from_date and asked.to_date) as extra_days,
    ${listOf(sql`select l.from_date, l.to_date, part, recorded_at, cancelled_at from leaves l
      where l.workspace_id = m.workspace_id and l.user_id = m.user_id
        and kind <> all(array[${sql.join(
          TRIP_KINDS.map((kind) => sql`${kind}`),
          sql`, `,
        )}])
        and l.to_date >= asked.from_date and l.from_date <= asked.to_date
      order by l.from_date`)} as leaves,
    ${listOf(sql`select ${columnsIn(ownHolidays, 'h')} from own_holidays h
      where h.workspace_id = m.workspace_id and h.user_id = m.user_id order by h.from_date desc`)} as holidays,
    ${rowOf(sql`select ${columnsIn(standups, 's')} from standups s
      where s.workspace_id = m.workspace_id and s.member_id = m.member_id and s.date = asked.date`)} as entry,
    (select to_json(snoozed_until) from checkin_prompts c where c.workspace_id = m.workspace_id
      and c.member_id = m.member_id and c.kind = ${STANDUP_KIND.name} and c.date = asked.date) as snoozed_until,
    ${listOf(sql`select s.date, state, streak_days, numbers_date from standups s
      where s.workspace_id = m.workspace_id and s.member_id = m.member_id and s.date < asked.date
      order by s.date desc limit ${EARLIER_ENTRIES}`)} as earlier,
    (select max(o.from_date) from board_snapshots o
      where o.workspace_id = m.workspace_id and o.team_id = m.team_id and o.period = 'day') as last_board,
    (select json_agg(distinct w.date) from wins w
      where w.workspace_id = m.workspace_id and w.member_id = m.member_id and w.date between asked.from_date and asked.date) as win_days,
    (select json_agg(distinct r.numbers_date) from checkin_answers r
      where r.workspace_id = m.workspace_id and r.member_id = m.member_id
        and r.numbers_date between asked.from_date and asked.date) as reported_days,
    ${listOf(sql`select row_to_json(a) as adopted, row_to_json(c) as defined from role_metrics r
      join metrics a using (workspace_id, team_id, metric_key) join catalogue c using (workspace_id, metric_key)
      where r.workspace_id = m.workspace_id and r.team_id = m.team_id and r.role = m.role and r.enabled
        and c.retired_at is null
      order by r.position`)} as metrics,
    ${listOf(sql`select ${columnsIn(planItems, 'p')} from plan_items p
      where p.workspace_id = m.workspace_id and p.team_id = m.team_id and p.member_id = m.member_id
        and (p.date = asked.date or p.date < asked.date and (settled_on is null or settled_on = asked.date))
      order by p.date, position`)} as plan,
    ${listOf(sql`select ${columnsIn(blockers, 'b')} from blockers b
      where b.workspace_id = m.workspace_id and b.team_id = m.team_id and b.member_id = m.member_id
        and raised_on <= asked.date and not withdrawn and (closed_on is null or closed_on = asked.date)
      order by raised_on, blocker_id`)} as blockers,
    ${listOf(sql`select i.action_id, i.text, count(*) over () as count from action_items i
      where i.workspace_id = m.workspace_id and i.owner_user_id = m.user_id and i.state = 'open' and i.due_on <= asked.date
      order by i.due_on, i.action_id limit ${DUE_ITEMS_NAMED}`)} as todo`)

async function readFacts(
  q: Queryable,
  workspaceId: WorkspaceId,
  whose: SQL,
  date: Temporal.PlainDate,
): Promise<StandupFacts | null> {
  const span = around(date)
  const [found] = await q.execute<Found>(sql`
    with asked as (select ${date.toString()}::date as date, ${span.from.toString()}::date as from_date, ${span.to.toString()}::date as to_date)
    select ${FACTS}
    from asked, members m join teams t on t.workspace_id = m.workspace_id and t.team_id = m.team_id
    where m.workspace_id = ${workspaceId} and t.archived_at is null and ${whose}`)
  return found ? factsIn(found, date) : null
}

function factsIn(row: Found, date: Temporal.PlainDate): StandupFacts {
  const [member, team] = [typedRow(members, row.member), typedRow(teams, row.team)]
  if (!row.settings) throw new Error(`The team ${team.teamId} has no settings.`)
  const settings = parseSettings(row.settings, team.teamId)
  const lines = (row.plan ?? []).map((line) => typedRow(planItems, line))
  return {
    member,
    team,
    date,
    settings,
    calendar: calendarIn(row, date, member),
    entry: row.entry && typedRow(standups, row.entry),
    snoozedUntil: row.snoozed_until === null ? null : Temporal.Instant.from(row.snoozed_until),
    earlier: (row.earlier ?? []).map(({ date: of, state, streak_days, numbers_date }) => ({
      date: Temporal.PlainDate.from(of),
      state,
      streakDays: streak_days,
      numbersDate: numbers_date === null ? null : Temporal.PlainDate.from(numbers_date),
    })),
    lastBoard: row.last_board === null ? null : Temporal.PlainDate.from(row.last_board),
    reportedDays: (row.reported_days ?? []).map((day) => Temporal.PlainDate.from(day)),
    winDays: (row.win_days ?? []).map((day) => Temporal.PlainDate.from(day)),
    metrics: (row.metrics ?? []).map(({ adopted, defined }) =>
      metricOf(typedRow(metrics, adopted), typedRow(catalogue, defined)),
    ),
    plan: {
      before: lines.filter((line) => !line.date.equals(date)),
      planned: lines.filter((line) => line.date.equals(date)),
    },
    blockers: (row.blockers ?? []).map((blocker) => typedRow(blockers, blocker)),
    todo: {
      items: (row.todo ?? []).map(({ action_id: actionId, text }) => ({ actionId, text })),
      count: row.todo?.[0]?.count ?? 0,
    },
  }
}

function calendarIn(
  { weeks, extra_days, leaves, holidays }: Found,
  date: Temporal.PlainDate,
  { joinedOn, leftOn }: Member,
): MemberCalendar {
  const leaveOnRecord = (leaves ?? []).map(({ from_date, to_date, part, recorded_at, cancelled_at }) => ({
    from: Temporal.PlainDate.from(from_date),
    to: Temporal.PlainDate.from(to_date),
    part,
    recordedAt: Temporal.Instant.from(recorded_at),
    cancelledAt: cancelled_at === null ? null : Temporal.Instant.from(cancelled_at),
  }))
  const leave = leaveOnRecord.filter(({ cancelledAt }) => cancelledAt === null)
  const own = (holidays ?? []).map((row) => ownHolidaysIn(typedRow(ownHolidays, row)))
  return {
    ...datedCalendar((weeks ?? []).map(weekOfRow), date, extra_days ?? {})!,
    ...{ joinedOn, leftOn, leave, leaveOnRecord, ownHolidays: own },
  }
}
