// Files a member's report with one press, of what is known: in the same transaction as the form's submit does.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { memberOf } from '../../../org/db/members.ts'
import { isEnough, prefilled, type WeekWriter } from '../domain/known-week.ts'
import { filingOf } from '../domain/report.ts'
import { loadKnownWeek } from './known-week.ts'
import { loadReport } from './load-report.ts'
import { submitReport } from './submit-report.ts'

/** False: nothing is known, or it is not open: the form says what there is to do. A second press changes nothing. */
export async function fileAsItStands(
  context: Context,
  who: Person,
  of: { teamId: TeamId; name: string; date: Temporal.PlainDate },
  write: WeekWriter,
): Promise<boolean> {
  const now = context.clock.now()
  const member = (await memberOf(context.db, who.workspaceId, who.userId)).find(
    ({ teamId }) => teamId === of.teamId,
  )
  const day = member && (await loadReport(context.db, member, of, now))
  if (!day) return false
  if (day.entry && day.entry.revision > 0) return true
  const known = await loadKnownWeek(context.db, day, now)
  const filing = filingOf(day, now)
  if (!filing.ok || filing.late || !isEnough(known)) return false
  const filed = await submitReport(
    context,
    {
      ...{ who, ...of, viewId: 'as-it-stands', digest: of.date.toString(), revision: 0 },
      read: ({ definition }) => ({
        ok: true,
        answer: {
          sections: prefilled(definition, known, write),
          ...{ drafted: [], numbers: {}, confirmed: {}, support: null, reply: null },
        },
      }),
    },
    null,
  )
  return filed.ok || filed.reason === 'answered-elsewhere'
}
