// Records whose numbers somebody is shown by a warning that is new to them, when its message is written and not while it waits.
import type { Clock } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { recordDigests } from '../../org/audit/flows/record-reading.ts'
import { loadMembers } from '../../org/db/members.ts'
import type { Said } from '../domain/digest.ts'
import { outsideOwnerOf, riskOf } from '../domain/warning.ts'

/** Whom warnings are about, by `episodeId`, as far as it is known. */
export type Reps = ReadonlyMap<string, UserId | null>

export async function recordTold(
  q: Queryable,
  context: { clock: Clock },
  workspaceId: WorkspaceId,
  said: readonly Said[],
  reps: Reps = new Map(),
): Promise<void> {
  const news = said.filter(({ what, warning }) => what === 'new' && warning.episode.state !== 'resolved')
  const unknown = news.flatMap(({ warning: { episodeId, memberId } }) =>
    memberId !== null && !reps.has(episodeId) ? [{ workspaceId, memberId }] : [],
  )
  const members = await loadMembers(q, unknown)
  const shown = news.flatMap(({ warning, userId }) => {
    const { episodeId, memberId } = warning
    const risk = riskOf(warning)
    const found = memberId === null ? outsideOwnerOf(warning) : members.get(memberId)?.userId
    const rep = reps.get(episodeId) ?? found ?? risk?.raisedBy ?? null
    const what = risk ? ('report' as const) : ('numbers' as const)
    return rep === null ? [] : [{ workspaceId, viewers: [userId], parts: [{ userId: rep, what }] }]
  })
  await recordDigests(q, context, shown)
}
