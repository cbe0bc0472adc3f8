// Lists how targets were changed: for whoever sets them the team's, for a rep their own.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsNow, settingsOfTeams } from '../../org/db/settings.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { latestVersions, partsOfMember, versionsOfTeam } from '../db/targets.ts'
import type { TargetAbove } from '../domain/message-facts.ts'
import { type TargetVersion, targetKey } from '../domain/target.ts'
import { isPartOf, TARGET_PERIODS, type TargetPeriod } from '../domain/target-period.ts'
import { metricsInTree } from './metrics-in-tree.ts'

export interface HistoryLine {
  version: TargetVersion
  /** The quarter or year that its period is a part of, if that has a target. */
  within: TargetPeriod | null
  metric: Metric
  /** Scaled; the team's whole, or the rep's part. Null: there was none. */
  before: number | null
  after: number | null
  byName: string
  /** The team of whose target it is a part. Null: of none, or a rep's own part is told. */
  partOf: TargetAbove | null
}

export interface TargetHistory {
  team: TeamIdentity
  /** True: of the team. False: of the reader's own parts. */
  ofTeam: boolean
  /** The newest first. */
  lines: readonly HistoryLine[]
}

const LINES_SHOWN = 15
/** A year changes its months, too. */
const VERSIONS_READ = 300

export async function teamTargetHistory(
  q: Queryable,
  team: Team,
  now: Temporal.Instant,
): Promise<TargetHistory> {
  const settings = (await settingsNow(q, team, now))!
  const versions = await latestVersions(q, team.workspaceId, team.teamId, VERSIONS_READ)
  const wholeBefore = (of: TargetVersion) =>
    versions.find((one) => targetKey(one) === targetKey(of) && one.version === of.version - 1)?.whole ?? null
  const told = versions
    .filter(({ follows }) => !follows)
    .slice(0, LINES_SHOWN)
    .map((version) => ({ version, before: wholeBefore(version), after: version.whole, versions }))
  const metrics = await metricsInTree(q, team)
  const lines = await named(q, team, told, metrics)
  const above = await targetsAbove(q, team, lines, now)
  const withAbove = lines.map((line) => ({ ...line, partOf: above.get(line.version.partOf ?? '') ?? null }))
  return { team: identityOf(team, settings), ofTeam: true, lines: withAbove }
}

/** Of the periods that are running. */
export async function ownTargetHistory(
  q: Queryable,
  { member, team, settings, today }: Membership,
): Promise<TargetHistory> {
  const { workspaceId, memberId, teamId } = member
  const parts = await partsOfMember(q, workspaceId, memberId, today)
  const versions = await versionsOfTeam(q, workspaceId, teamId, today)
  const told = versions.flatMap((version) => {
    const own = parts.filter((part) => targetKey(part) === targetKey(version))
    const part = own.find((one) => one.version === version.version)
    const earlier = own.filter((one) => one.version < version.version)
    const [before] = earlier.toSorted((one, other) => other.version - one.version)
    return part ? [{ version, before: before?.value ?? null, after: part.value, versions }] : []
  })
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const lines = await named(q, team, told.slice(0, LINES_SHOWN), metrics)
  return { team: identityOf(team, settings), ofTeam: false, lines }
}

async function named(
  q: Queryable,
  { workspaceId }: Team,
  told: readonly {
    version: TargetVersion
    before: number | null
    after: number | null
    versions: readonly TargetVersion[]
  }[],
  metrics: ReadonlyMap<MetricKey, Metric>,
): Promise<HistoryLine[]> {
  const names = await namesOf(q, workspaceId, [...new Set(told.map(({ version }) => version.setBy))])
  return told.flatMap(({ version, versions, before, after }) => {
    const metric = metrics.get(version.metricKey)
    const byName = names[version.setBy] ?? version.setBy
    const within = widerOf(version, versions)
    return metric ? [{ version, before, after, metric, byName, within, partOf: null }] : []
  })
}

/** The teams of whose targets some are parts, by id. */
async function targetsAbove(
  q: Queryable,
  { workspaceId }: Team,
  lines: readonly HistoryLine[],
  now: Temporal.Instant,
): Promise<Map<TeamId, TargetAbove>> {
  const teamIds = [...new Set(lines.flatMap(({ version }) => version.partOf ?? []))]
  const refs = teamIds.map((teamId) => ({ workspaceId, teamId }))
  const settings = await settingsOfTeams(q, refs, localDate(now, 'UTC'))
  const { companyTeamId } = await loadWorkspaceSettings(q, workspaceId)
  return new Map(
    [...settings].map(([teamId, { name }]) => [
      teamId,
      { teamName: name, isCompany: teamId === companyTeamId },
    ]),
  )
}

/** The nearest one that has a whole. */
function widerOf(
  { metricKey, period }: TargetVersion,
  versions: readonly TargetVersion[],
): TargetPeriod | null {
  const wider = versions.filter(
    (one) =>
      one.metricKey === metricKey &&
      one.whole !== null &&
      isLonger(one.period, period) &&
      isPartOf(period, one.period),
  )
  return (
    TARGET_PERIODS.flatMap((kind) => wider.find((one) => one.period.kind === kind)?.period ?? [])[0] ?? null
  )
}

const isLonger = (one: TargetPeriod, other: TargetPeriod): boolean =>
  TARGET_PERIODS.indexOf(one.kind) > TARGET_PERIODS.indexOf(other.kind)
