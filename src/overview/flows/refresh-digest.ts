// Edits the digest of a report when numbers of its week come in or are put right, until the next report is due.
import { reportsOf } from '../../checkins/reports/domain/report-kind.ts'
import { reactTo } from '../../core/changes.ts'
import { localDate } from '../../core/time.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { digestEdits, isReadOn, reportDateOf } from '../domain/report-digest.ts'

/** What was not posted is not touched, and before the report's day nothing is. */
export const refreshDigest = reactTo(numbersChanged, async (tx, context, { member, date }) => {
  const { workspaceId, teamId } = member
  const now = context.clock.now()
  const settings = await settingsNow(tx, { workspaceId, teamId }, now)
  if (!settings) return
  const today = localDate(now, settings.zone)
  const edits = reportsOf(settings).flatMap((name) => {
    const of = reportDateOf(settings, name, date)
    return settings.reports[name]!.asksNumbers && isReadOn(of, today)
      ? digestEdits({ workspaceId, teamId, date: of, kind: name })
      : []
  })
  await enqueueMessage(tx, context, edits)
})
