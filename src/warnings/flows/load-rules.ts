// Loads the rules of a team with what its list shows of them; those that it would get at its next look are among them.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import type { DateReading } from '../../core/typed-dates/read-dates.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { partsOfTeams } from '../../targets/db/team-targets.ts'
import { partsCovering } from '../../targets/domain/parts-on.ts'
import { rulesOfTeams } from '../db/rules.ts'
import { type Above, aboveOf } from '../domain/ladder-of.ts'
import { mayChangeRules, maySeeRules } from '../domain/permissions.ts'
import type { Procedure } from '../domain/procedure.ts'
import { SIGNALS } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import { missingRules, procedureOfTeam } from './ensure-rules.ts'
import { chainOf } from './load-above.ts'

export interface RulesFacts extends TeamIdentity {
  teamId: TeamId
  /** In the order of the signals. */
  rules: readonly Rule[]
  metrics: ReadonlyMap<MetricKey, Metric>
  /** Of which somebody has a target this month. */
  targeted: ReadonlySet<MetricKey>
  procedure: Procedure
  hours: TeamSettings['workingHours']
  delegateUserId: UserId | null
  /** Whom the workspace names. Null: whoever manages at the top. */
  lastResortUserId: UserId | null
  /** How dates are typed and read here: by the team's clock. */
  dates: Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>
  above: Above
  mayChange: boolean
}

/** A default rule is the same one before and after it is stored. */
export const keyOfRule = ({ preset, ruleId }: Rule): string => preset ?? ruleId

/** Null: the team is paused or gone, or its rules are not for the reader. */
export async function loadRules(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  who: Person,
  teamId: TeamId,
): Promise<RulesFacts | null> {
  const { workspaceId, userId } = who
  const now = clock.now()
  const [actor, subject] = [await actorOf(db, who, now), { workspaceId, teamId, userId }]
  if (!may(actor, maySeeRules, subject)) return null
  const ref = { workspaceId, teamId }
  const day = (await loadTeamDays(db, [ref], localDate(now, who.zone))).get(teamId)
  if (!day) return null
  const { team, settings } = day
  const known = await rulesOfTeams(db, [ref])
  const chain = await chainOf(db, team)
  return {
    ...{ ...factsOfTeam(team, settings), rules: inOrder([...known, ...missingRules(day, known)]) },
    ...{ metrics: await metricsOfTeam(db, workspaceId, teamId), procedure: procedureOfTeam(known) },
    ...{ dates: readingOf(settings, who, now), targeted: await targetedIn(db, day) },
    ...{ lastResortUserId: chain.named, above: aboveOf(chain, null) },
    mayChange: may(actor, mayChangeRules, subject),
  }
}

/** Where it is only to come this month it counts as well. */
async function targetedIn(q: Queryable, { team, settings, date, members }: TeamDay) {
  const month = periodOf('month', date, weekStart(settings.workDays))
  const here = new Set(members.map(({ member }) => member.memberId))
  const parts = partsCovering(await partsOfTeams(q, [team], month), month, month.to)
  return new Set(
    parts.filter(({ memberId, value }) => here.has(memberId) && value > 0).map(({ metricKey }) => metricKey),
  )
}

const factsOfTeam = (team: Team, settings: TeamSettings) => ({
  ...{ ...identityOf(team, settings), teamId: team.teamId },
  ...{ hours: settings.workingHours, delegateUserId: team.delegateUserId },
})

export const readingOf = (
  { zone, workDays }: TeamSettings,
  { locale }: Person,
  now: Temporal.Instant,
): RulesFacts['dates'] => ({ today: localDate(now, zone), locale, weekStartsOn: weekStart(workDays) })

const ORDER = Object.keys(SIGNALS)

const inOrder = (rules: readonly Rule[]): Rule[] =>
  rules.toSorted(
    (one, other) =>
      ORDER.indexOf(one.signal) - ORDER.indexOf(other.signal) ||
      (one.metricKey ?? '').localeCompare(other.metricKey ?? ''),
  )
