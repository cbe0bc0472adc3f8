// Loads what a member's report of a date is decided from.
import type { Queryable } from '../../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../../core/ids.ts'
import { roleMetricsOfTeams } from '../../../numbers/db/metrics.ts'
import { calendarsOf } from '../../../org/db/calendars.ts'
import { loadMember } from '../../../org/db/members.ts'
import { findPerson } from '../../../org/db/people.ts'
import { settingsOn } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import type { Member } from '../../../org/domain/team.ts'
import { answerOn } from '../../db/checkin-answers.ts'
import { snoozesAmong } from '../../db/checkin-days.ts'
import { questionOf } from '../db/questions.ts'
import { type ReportDay, reportDayOf } from '../domain/report.ts'

export interface ReportOf {
  /** The name of the kind of report. */
  name: string
  date: Temporal.PlainDate
}

/** Null: the team is archived, or does not have the report. */
export async function loadReport(
  q: Queryable,
  member: Member,
  { name, date }: ReportOf,
  now: Temporal.Instant,
): Promise<ReportDay | null> {
  const { workspaceId, teamId, memberId, userId, role } = member
  const [team, settings, calendars, person, entry, question, snoozes, metrics] = await Promise.all([
    loadTeam(q, workspaceId, teamId),
    settingsOn(q, workspaceId, teamId, date),
    calendarsOf(q, [member], date),
    findPerson(q, workspaceId, userId),
    answerOn(q, name, member, date),
    questionOf(q, { workspaceId, memberId, kind: name, date }),
    snoozesAmong(q, name, [member], date),
    roleMetricsOfTeams(q, [member]),
  ])
  const calendar = calendars.get(memberId)
  if (!team || team.archivedAt || !settings || !calendar || !person) return null
  const facts = { member, team, settings, calendar, personZone: person.zone, name, date, entry, question }
  const snoozedUntil = snoozes.get(memberId) ?? null
  return reportDayOf({ ...facts, snoozedUntil, metrics: metrics.get(teamId)?.[role] ?? [] }, now)
}

/** Null: there is no such member any more either. */
export async function loadReportOfMember(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  of: ReportOf,
  now: Temporal.Instant,
): Promise<ReportDay | null> {
  const member = await loadMember(q, workspaceId, memberId)
  return member && loadReport(q, member, of, now)
}
