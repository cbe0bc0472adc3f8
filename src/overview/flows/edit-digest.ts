// Edits the digest of a report when time alone lets more of its week's numbers count; what was not posted stays so.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { done } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import { DIGEST_LATE_HOURS, digestEdits, reportOfDigest } from '../domain/report-digest.ts'

export const editDigest = oneByOne(DIGEST_LATE_HOURS, async (tx, item, _now, context) => {
  const { name, date } = reportOfDigest(item.dueKey)
  const { workspaceId, teamId } = item
  await enqueueMessage(tx, context, digestEdits({ workspaceId, teamId, date, kind: name }))
  return done(item)
})
