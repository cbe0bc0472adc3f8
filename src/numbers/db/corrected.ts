// Reads which numbers of a day somebody has corrected.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, WorkspaceId } from '../../core/ids.ts'

/** By member, the metrics of the day that were corrected, also where that was undone since. */
export async function correctedOn(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, Set<MetricKey>>> {
  const found = new Map<MemberId, Set<MetricKey>>()
  if (memberIds.length === 0) return found
  const rows = await q.execute<{ member_id: MemberId; key: MetricKey }>(sql`
    select distinct a.member_id, number.key from activity a cross join jsonb_object_keys(a.numbers) number (key)
    where a.workspace_id = ${workspaceId} and a.member_id = any(${uuidArray(memberIds)})
      and a.date = ${date.toString()}::date and a.source = 'correction'`)
  for (const { member_id, key } of rows) found.set(member_id, new Set([...(found.get(member_id) ?? []), key]))
  return found
}
