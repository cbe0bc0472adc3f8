// Computes how a member stood against each target at an instant, from ledger, target versions, leave and settings as they were then.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import { daysAsOf } from '../../numbers/db/ledger-days.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { dayHistoriesOf } from '../../org/db/day-history.ts'
import { loadMember } from '../../org/db/members.ts'
import { stateAt } from '../../org/domain/day-history.ts'
import { memberAt, todayAt } from '../../org/domain/measured-calendar.ts'
import { weightedPartsOfMember } from '../db/targets.ts'
import { calendarFor } from '../domain/calendar-for.ts'
import { type OwnTarget, ownTarget } from '../domain/own-target.ts'
import { partsOn } from '../domain/parts-on.ts'
import { withSince } from '../domain/since.ts'
import { spanOf } from '../domain/target-period.ts'

/** A score holds no forecast, which is learnt from the team. */
export type Score = Omit<OwnTarget, 'forecast' | 'work'>

/** More than the longest period on both sides. */
const AROUND_DAYS = 400

/** Whatever was changed since: the same as was shown then. Null: there is no such member. */
export async function scoresAsOf(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  at: Temporal.Instant,
): Promise<Score[] | null> {
  const member = await loadMember(q, workspaceId, memberId)
  if (!member) return null
  const { teamId } = member
  const on = at.toZonedDateTimeISO('UTC').toPlainDate()
  const around = { from: on.subtract({ days: AROUND_DAYS }), to: on.add({ days: AROUND_DAYS }) }
  const history = (await dayHistoriesOf(q, workspaceId, [member], around)).get(memberId)!
  const [today, { role }] = [todayAt(history, at), stateAt(history, at)]
  const lists = (await roleMetricsOfTeams(q, [{ workspaceId, teamId }], at)).get(teamId)
  const known = withSince(await weightedPartsOfMember(q, workspaceId, memberId, today, at))
  const parts = partsOn(known, lists?.[role] ?? [], today)
  if (parts.length === 0) return []
  const span = spanOf(parts.map(({ part }) => part.period))
  const { settings, zone, calendar, roles } = memberAt(history, span, at)
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const days = await daysAsOf(q, { workspaceId, memberId }, { from: span.from, to: today }, metrics, at)
  const counts = (of: typeof role, key: string) => lists?.[of]?.some((metric) => metric.key === key) ?? false
  const calendarOf = calendarFor(calendar, roles, counts)
  return parts.map((one): Score => {
    const holder = { settings, zone, today, calendar: calendarOf(one.part) }
    const {
      forecast: _,
      work: __,
      ...score
    } = ownTarget(holder, one, { memberId, role: [], metrics, days, team: new Map() }, at)
    return score
  })
}
