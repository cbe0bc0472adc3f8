// Finds the message in which whoever leads a team now reads a report's digest: the one they have, else the next that is free.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { recipientsOf } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { digestKeys, digestMessage, type ReportRef } from '../domain/report-digest.ts'

export interface DigestWanted extends ReportRef {
  workspaceId: WorkspaceId
  leader: UserId
}

export interface DigestFor {
  draft: MessageDraft
  /** The leader has none yet. */
  isNew: boolean
}

/** In the order of the wanted, without those that nobody more gets. One statement for each workspace. */
export async function digestsFor(q: Queryable, wanted: readonly DigestWanted[]): Promise<DigestFor[]> {
  const found = new Map<WorkspaceId, Map<string, UserId>>()
  for (const [workspaceId, own] of Map.groupBy(wanted, (one) => one.workspaceId))
    found.set(workspaceId, await recipientsOf(q, workspaceId, own.flatMap(digestKeys)))
  return wanted.flatMap(({ workspaceId, leader, ...of }) => {
    const readers = found.get(workspaceId)!
    const keys = digestKeys(of)
    const own = keys.find((key) => readers.get(key) === leader)
    const key = own ?? keys.find((one) => !readers.has(one))
    return key ? [{ draft: digestMessage(workspaceId, of, key, leader), isNew: own === undefined }] : []
  })
}
