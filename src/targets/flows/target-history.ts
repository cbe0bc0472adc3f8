// Lists how targets were changed: for whoever sets them the team's, for a rep their own.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Membership } from '../../numbers/flows/memberships.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { latestVersions, partsOfMember, versionsOfTeam } from '../db/targets.ts'
import { type TargetVersion, targetKey } from '../domain/target.ts'

export interface HistoryLine {
  version: TargetVersion
  metric: Metric
  /** Scaled; the team's whole, or the rep's part. Null: there was none. */
  before: number | null
  after: number | null
  byName: string
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
    .map((version) => ({ version, before: wholeBefore(version), after: version.whole }))
  const lines = await named(q, team, told)
  return { team: identityOf(team, settings), ofTeam: true, lines }
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
    return part ? [{ version, before: before?.value ?? null, after: part.value }] : []
  })
  const lines = await named(q, team, told.slice(0, LINES_SHOWN))
  return { team: identityOf(team, settings), ofTeam: false, lines }
}

async function named(
  q: Queryable,
  { workspaceId, teamId }: Team,
  told: readonly { version: TargetVersion; before: number | null; after: number | null }[],
): Promise<HistoryLine[]> {
  const metrics: ReadonlyMap<MetricKey, Metric> = await metricsOfTeam(q, workspaceId, teamId)
  const names = await namesOf(q, workspaceId, [...new Set(told.map(({ version }) => version.setBy))])
  return told.flatMap((line) => {
    const metric = metrics.get(line.version.metricKey)
    const { setBy } = line.version
    return metric ? [{ ...line, metric, byName: names[setBy] ?? setBy }] : []
  })
}
