// Loads all that is on record of a team over a stretch of time, in as many statements for fifty people and sixty days as for one.
import { askedDays } from '../../checkins/standup/db/unanswered.ts'
import type { Queryable } from '../../core/db/client.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { totalsAfter } from '../../numbers/db/totals.ts'
import { dayHistoriesOf } from '../../org/db/day-history.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { userKey } from '../../org/db/leaves.ts'
import { loadPeople } from '../../org/db/load-people.ts'
import { membersBetween } from '../../org/db/members.ts'
import { findPeople } from '../../org/db/people.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import { teamWorksOn } from '../../org/domain/calendar.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import { calendarKnown, type DayHistory, settingsKnown, zoneKnown } from '../../org/domain/day-history.ts'
import type { Team } from '../../org/domain/team.ts'
import { partsOfTeams, versionsOfTeams } from '../../targets/db/team-targets.ts'
import type { TeamLadder } from '../domain/ladder-of.ts'
import type { PastAsked, TeamRecord } from '../domain/past-look.ts'
import { trendWeeks } from '../domain/read-values.ts'
import type { Rule } from '../domain/warning.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The days that a forecast learns from: 40 working days with what lies between them. */
const FORECAST_DAYS = 85

/** For one rule. Null: nobody was in the team. Entries are those known today; who leads it now leads it all the time. */
export async function loadRecord(
  q: Queryable,
  team: Team,
  rule: Rule,
  { from, to }: Span,
  now: Temporal.Instant,
): Promise<TeamRecord | null> {
  const { workspaceId } = team
  const members = await membersBetween(q, [team], from, to)
  const weeks = rule.signal === 'trend' ? trendWeeks(rule) + 1 : 0
  const lookBack = Math.max(FORECAST_DAYS, 7 * weeks)
  const months = { from: from.with({ day: 1 }), to: to.with({ day: to.daysInMonth }) }
  const after = from.subtract({ days: lookBack + 1 })
  const [people, histories, lists, metrics, parts, versions, days, asked] = await Promise.all([
    loadPeople(q, members),
    dayHistoriesOf(q, workspaceId, members, { from: after, to: months.to }),
    roleMetricsOfTeams(q, [team], from.toZonedDateTime('UTC').toInstant()),
    metricsOfTeam(q, workspaceId, team.teamId),
    partsOfTeams(q, [team], months),
    versionsOfTeams(q, [team], months),
    totalsAfter(
      q,
      workspaceId,
      members.map(({ memberId }) => ({ memberId, after })),
      to,
    ),
    askedDays(q, team, { from: after, to }),
  ])
  const askedBy = Map.groupBy(asked, ({ memberId }) => memberId)
  const records = members.flatMap((member) => {
    const [person, history] = [people.get(userKey(member)), histories.get(member.memberId)]
    if (!person || !history || person.deactivated) return []
    const own = (askedBy.get(member.memberId) ?? []).map((day) => withClose(day, history))
    return [{ member, person, history, days: days.get(member.memberId) ?? [], asked: own }]
  })
  const [first] = records
  if (!first) return null
  const ofMetric = ({ metricKey }: { metricKey: string }) => metricKey === rule.metricKey
  return {
    ...{ team, history: first.history, members: records, metrics, lookBack },
    ...{ parts: parts.filter(ofMetric), versions: versions.filter(ofMetric) },
    roles: lists.get(team.teamId) ?? {},
    ladder: await loadLeaders(q, team, first.history, now),
    learnt: rule.signal === 'forecast-miss' && rule.metricKey ? [rule.metricKey] : [],
  }
}

function withClose({ date, answeredAt }: Omit<PastAsked, 'closesAt'>, history: DayHistory): PastAsked {
  const at = date.add({ days: 1 }).toZonedDateTime('UTC').toInstant()
  const zone = zoneKnown(history, date, at)
  const { closeAt } = checkinWindow(settingsKnown(history, date, at), zone, date, null)
  return { date, closesAt: closeAt, answeredAt }
}

/** As if none of them had ever been away. */
async function loadLeaders(
  q: Queryable,
  team: Team,
  history: DayHistory,
  now: Temporal.Instant,
): Promise<TeamLadder> {
  const { managerUserId, delegateUserId } = team
  const over = (await teamsAbove(q, team)).map((one) => one.managerUserId)
  const above = [...new Set(over)].filter((userId) => userId !== managerUserId)
  const inTeam = [managerUserId, ...(delegateUserId ? [delegateUserId] : [])]
  const { lastResortUserId: named } = await loadWorkspaceSettings(q, team.workspaceId)
  const people = await findPeople(q, team.workspaceId, [...inTeam, ...above, ...(named ? [named] : [])])
  const zones = new Map(people.map(({ userId, zone }) => [userId, zone]))
  const calendar = calendarKnown(history, now)
  const { workingHours: hours, zone: ofTeam } = settingsKnown(
    history,
    now.toZonedDateTimeISO('UTC').toPlainDate(),
    now,
  )
  const worksOn = (date: Temporal.PlainDate) => teamWorksOn(calendar, date)
  const answerer = (userId: string) => ({
    userId,
    schedule: { zone: zones.get(userId) ?? ofTeam, hours, worksOn },
  })
  return {
    ...{ inTeam: inTeam.map(answerer), above: above.map(answerer) },
    named: named && answerer(named),
  }
}
