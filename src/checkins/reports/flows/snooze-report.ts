// Puts a report's prompt off for 15 minutes at its member's wish.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { memberOf } from '../../../org/db/members.ts'
import { type SnoozeOutcome, snoozeDay } from '../../flows/snooze-day.ts'
import { mayFile } from '../domain/report.ts'
import { loadReport } from './load-report.ts'
import { reportCheckin } from './report-checkin.ts'

export const snoozeReport = (
  context: Context,
  who: Person,
  of: { teamId: TeamId; name: string; date: Temporal.PlainDate },
): Promise<SnoozeOutcome> =>
  context.db.transaction(async (tx): Promise<SnoozeOutcome> => {
    const members = await memberOf(tx, who.workspaceId, who.userId)
    const member = members.find(({ teamId }) => teamId === of.teamId)
    if (!member || !mayFile(who, member)) return { ok: false, reason: 'not-a-member' }
    const day = await loadReport(tx, member, of, context.clock.now())
    return day ? snoozeDay(tx, context, reportCheckin(of.name), day) : { ok: false, reason: 'not-a-member' }
  })
