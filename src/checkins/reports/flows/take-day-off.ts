// Takes the day off on which a member's report is asked for, at their press of "Off today" below its prompt.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { memberOf } from '../../../org/db/members.ts'
import { type DayOffOutcome, takeDayOff } from '../../flows/take-day-off.ts'
import { mayFile } from '../domain/report.ts'
import { loadReport } from './load-report.ts'

export async function takeReportDayOff(
  context: Context,
  who: Person,
  of: { teamId: TeamId; name: string; date: Temporal.PlainDate },
): Promise<DayOffOutcome> {
  const members = await memberOf(context.db, who.workspaceId, who.userId)
  const member = members.find(({ teamId }) => teamId === of.teamId)
  if (!member || !mayFile(who, member)) return { ok: false, reason: 'not-a-member' }
  const day = await loadReport(context.db, member, of, context.clock.now())
  return day ? takeDayOff(context, who, day) : { ok: false, reason: 'not-a-member' }
}
