// Loads what a director is sent about the week of all their teams.
import { lateAmong } from '../../../actions/flows/late-items.ts'
import { answerCounts } from '../../../checkins/flows/answer-counts.ts'
import { openRequestsOfTeams } from '../../../checkins/reports/db/support-requests.ts'
import { reportKind } from '../../../checkins/reports/domain/report-kind.ts'
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { findPerson } from '../../../org/db/people.ts'
import { WEEKLY_REPORT } from '../../../org/domain/team.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { behindFirst } from '../../domain/side-by-side.ts'
import { neededOf, supportOf, type TeamsRollupFacts } from '../../domain/teams-rollup.ts'
import { MONDAY, sideBySide, teamsLedBy } from '../side-by-side.ts'

/** Null: the reader leads no teams any more. Rights are those of now. */
export async function loadTeamsRollup(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'teams-rollup'>,
  now: Temporal.Instant,
): Promise<TeamsRollupFacts | null> {
  const reader = toUserId && (await findPerson(db, workspaceId, toUserId))
  if (!reader) return null
  const { led, least } = await teamsLedBy(db, reader, now)
  if (led.length < least) return null
  const today = localDate(now, reader.zone)
  const week = periodOf('week', Temporal.PlainDate.from(subject.from), MONDAY)
  const month = periodOf('month', week.to, MONDAY)
  const ofMonth = await sideBySide(db, workspaceId, led, month, now)
  const ofWeek = await sideBySide(db, workspaceId, led, week, now, { aimed: month })
  const open = await openRequestsOfTeams(db, workspaceId, led)
  const late = await lateAmong(db, workspaceId, open, now)
  const requests = open.map((one) => ({ ...one, overdue: late.has(one.actionId) }))
  const reports = await answerCounts(db, reportKind(WEEKLY_REPORT), workspaceId, led, week)
  const weeks = new Map(ofWeek.sides.map((side) => [side.teamId, side]))
  const teams = behindFirst(ofMonth.sides).flatMap((side) => {
    const own = weeks.get(side.teamId)
    if (!own) return []
    const asked = requests.filter(({ teamId }) => teamId === side.teamId)
    const counts = reports.get(side.teamId) ?? null
    return [{ week: own, month: side, reports: counts, support: supportOf(asked) }]
  })
  const nameOf = new Map(teams.map((one) => [one.month.teamId, one.month.name]))
  const shown = requests.filter(({ teamId }) => nameOf.has(teamId))
  const needed = neededOf(shown, { userId: reader.userId, nameOf })
  return teams.length > 0 ? { kind: 'teams-rollup', week, month, today, teams, needed } : null
}
