// Loads what the form for a target offers: the team's numbers, and the periods that run or come next.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { type RoleLists, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { teamsBelow } from '../../org/db/hierarchy.ts'
import { membersBetween } from '../../org/db/members.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Role, Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { maySetTargets } from '../domain/permissions.ts'
import {
  nextPeriod,
  samePeriod,
  TARGET_PERIODS,
  type TargetPeriod,
  targetPeriod,
} from '../domain/target-period.ts'

export interface TargetFormFacts {
  teamId: TeamId
  team: TeamIdentity
  metrics: readonly Metric[]
  periods: readonly TargetPeriod[]
  /** Of the people who are in the team. */
  roles: readonly Role[]
  /** True: a target of the whole is shared out over the teams below it. */
  hasTeams: boolean
}

/** What the form is opened with. */
export interface TargetPrefill {
  month: TargetPeriod
  metric: Metric
  userId: UserId
  /** Scaled. */
  value: number
}

/** For a form that comes back. Null: the team is gone, or the person may not set its targets. */
export async function reopenTarget(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId,
  month: TargetPeriod | null = null,
): Promise<TargetFormFacts | null> {
  const now = clock.now()
  if (!(await isAllowedInTeam(db, who, maySetTargets, teamId, now))) return null
  const team = await loadTeam(db, who.workspaceId, teamId)
  return team && openTarget(db, team, now, month)
}

/** `month`: offered too, also where it is further ahead than the next one. */
export async function openTarget(
  q: Queryable,
  team: Team,
  now: Temporal.Instant,
  month: TargetPeriod | null = null,
): Promise<TargetFormFacts> {
  const settings = (await settingsNow(q, team, now))!
  const below = await teamsBelow(q, team)
  const lists = await roleMetricsOfTeams(q, [team, ...below])
  const metrics = [team, ...below].flatMap(({ teamId }) => listed(lists.get(teamId)))
  const today = localDate(now, settings.zone)
  const members = await membersBetween(q, [team], today, today)
  const yearStarts = await fiscalYearStart(q, team.workspaceId)
  const running = TARGET_PERIODS.map((kind) => targetPeriod(kind, today, yearStarts))
  const periods = running.flatMap((period) => [period, nextPeriod(period)])
  const isAhead = month && !periods.some((period) => samePeriod(period, month))
  return {
    ...{ teamId: team.teamId, team: identityOf(team, settings) },
    // The first of a key, which is the team's own where it has it.
    metrics: [...new Map(metrics.toReversed().map((metric) => [metric.key, metric])).values()].toReversed(),
    periods: isAhead ? [month, ...periods] : periods,
    roles: inRoleOrder([...new Set(members.map(({ role }) => role))]),
    hasTeams: below.length > 0,
  }
}

const listed = (lists: RoleLists | undefined): Metric[] =>
  inRoleOrder(Object.keys(lists ?? {})).flatMap((role) => lists?.[role] ?? [])
