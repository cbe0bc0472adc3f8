// Reads and writes a team's settings, kept in versions: which one is in force on a date, and who set it.
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamSettings } from '../domain/team.ts'
import { keepFormer } from './former-states.ts'
import { parseSettings } from './settings-schema.ts'
import { teamSettings, teams } from './teams.sql.ts'
import type { TeamRef } from './teams.ts'

export interface SettingsVersion {
  effectiveFrom: Temporal.PlainDate
  settings: TeamSettings
  setBy: UserId
  setAt: Temporal.Instant
}

const versionColumns = {
  teamId: teamSettings.teamId,
  effectiveFrom: teamSettings.effectiveFrom,
  settings: teamSettings.settings,
  setBy: teamSettings.setBy,
  setAt: teamSettings.setAt,
}

const versionOf = ({
  teamId,
  settings,
  ...version
}: SettingsVersion & { teamId: TeamId }): SettingsVersion => ({
  ...version,
  settings: parseSettings(settings, teamId),
})

/**
 * The settings of many teams on one date. On dates before its first version a team has that version: a member's
 * date can still be the day before, and imported history is older.
 */
export async function settingsOfTeams(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Map<TeamId, TeamSettings>> {
  if (wanted.length === 0) return new Map()
  const workspaces = textArray(wanted.map((ref) => ref.workspaceId))
  const ids = uuidArray(wanted.map((ref) => ref.teamId))
  const rows = await q.execute<{ team_id: string; settings: unknown }>(sql`
    select wanted.team_id, version.settings
    from (select distinct * from unnest(${workspaces}, ${ids}) as pair(workspace_id, team_id)) wanted
    cross join lateral (
      select settings from ${teamSettings} s
      where s.workspace_id = wanted.workspace_id and s.team_id = wanted.team_id
      order by s.effective_from <= ${date.toString()}::date desc,
        abs(s.effective_from - ${date.toString()}::date)
      limit 1
    ) version`)
  return new Map(rows.map((row) => [row.team_id, parseSettings(row.settings, row.team_id)]))
}

/** Null: there is no such team. */
export async function settingsOn(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<TeamSettings | null> {
  return (await settingsOfTeams(q, [{ workspaceId, teamId }], date)).get(teamId) ?? null
}

/** The version that was saved last, which may not be in force yet. Forms show this one. */
export async function latestSettings(q: Queryable, ref: TeamRef): Promise<SettingsVersion | null> {
  const rows = await q
    .select(versionColumns)
    .from(teamSettings)
    .where(ofTeam(ref))
    .orderBy(desc(teamSettings.effectiveFrom))
    .limit(1)
  return rows[0] ? versionOf(rows[0]) : null
}

/** The workspace's teams that are not paused and whose latest settings rank the board by the metric. */
export async function teamsRankedBy(
  q: Queryable,
  workspaceId: WorkspaceId,
  metricKey: MetricKey,
): Promise<TeamSettings[]> {
  const rows = await q.execute<{ team_id: string; settings: unknown }>(sql`
    select team_id, settings from (
      select distinct on (s.team_id) s.team_id, s.settings from ${teamSettings} s
      join ${teams} t on t.workspace_id = s.workspace_id and t.team_id = s.team_id and t.archived_at is null
      where s.workspace_id = ${workspaceId}
      order by s.team_id, s.effective_from desc
    ) latest
    where settings #>> '{measure,metric}' = ${metricKey}
      or settings #> '{measure,weights}' @> jsonb_build_array(jsonb_build_object('metric', ${metricKey}::text))`)
  return rows.map((row) => parseSettings(row.settings, row.team_id))
}

/** All versions, newest first. */
export async function settingsHistory(q: Queryable, ref: TeamRef): Promise<SettingsVersion[]> {
  const rows = await q
    .select(versionColumns)
    .from(teamSettings)
    .where(ofTeam(ref))
    .orderBy(desc(teamSettings.effectiveFrom))
  return rows.map(versionOf)
}

/** The settings in force on the date; before the first version, that one. `versions` are sorted newest first. Null: no versions. */
export const settingsIn = (
  versions: readonly SettingsVersion[],
  date: Temporal.PlainDate,
): TeamSettings | null =>
  (
    versions.find(({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, date) <= 0) ??
    versions.at(-1)
  )?.settings ?? null

/**
 * Saves a version. Deletes versions with a later `effectiveFrom`, because the last change wins, and replaces a
 * version with the same one; what is deleted or replaced is kept as it was.
 */
export async function saveSettings(q: Queryable, ref: TeamRef, version: SettingsVersion): Promise<void> {
  await keepFormer(
    q,
    'team_settings',
    version.setAt,
    sql`select workspace_id, team_id::text as subject, effective_from::text as row_key,
        jsonb_build_object('effective_from', effective_from, 'settings', settings, 'set_at', set_at) as state
      from ${teamSettings} where workspace_id = ${ref.workspaceId} and team_id = ${ref.teamId}
        and effective_from >= ${version.effectiveFrom.toString()}::date`,
  )
  await q.delete(teamSettings).where(and(ofTeam(ref), gt(teamSettings.effectiveFrom, version.effectiveFrom)))
  const { effectiveFrom, ...rest } = version
  await q
    .insert(teamSettings)
    .values({ ...ref, ...version })
    .onConflictDoUpdate({
      target: [teamSettings.workspaceId, teamSettings.teamId, teamSettings.effectiveFrom],
      set: rest,
    })
}

/** Of many teams, in a statement for each date that it is in their time zones now, and one more. */
export async function settingsOfTeamsNow(
  q: Queryable,
  wanted: readonly TeamRef[],
  now: Temporal.Instant,
): Promise<Map<TeamId, TeamSettings>> {
  const latest = await settingsOfTeams(q, wanted, LAST_DATE)
  const todayOf = ({ teamId }: TeamRef) =>
    now.toZonedDateTimeISO(latest.get(teamId)!.zone).toPlainDate().toString()
  const found = new Map<TeamId, TeamSettings>()
  const known = wanted.filter(({ teamId }) => latest.has(teamId))
  for (const [today, refs] of Map.groupBy(known, todayOf))
    for (const [teamId, settings] of await settingsOfTeams(q, refs, Temporal.PlainDate.from(today)))
      found.set(teamId, settings)
  return found
}

const LAST_DATE = Temporal.PlainDate.from('9999-12-31')

/** The settings in force now, in the team's time zone. Null: there is no such team. */
export async function settingsNow(
  q: Queryable,
  ref: TeamRef,
  now: Temporal.Instant,
): Promise<TeamSettings | null> {
  const latest = await latestSettings(q, ref)
  if (!latest) return null
  const today = now.toZonedDateTimeISO(latest.settings.zone).toPlainDate()
  if (Temporal.PlainDate.compare(latest.effectiveFrom, today) <= 0) return latest.settings
  return settingsOn(q, ref.workspaceId, ref.teamId, today)
}

function ofTeam(ref: TeamRef) {
  return and(eq(teamSettings.workspaceId, ref.workspaceId), eq(teamSettings.teamId, ref.teamId))
}
