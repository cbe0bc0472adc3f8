// Loads members as of an instant: role, clock, and the calendar that they are measured by.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import { dayHistoriesOf } from '../db/day-history.ts'
import { type MemberAt, memberAt } from '../domain/measured-calendar.ts'
import type { Member } from '../domain/team.ts'

/** Of one workspace, in one statement. `span`: the days that are counted. */
export async function membersAt(
  q: Queryable,
  workspaceId: WorkspaceId,
  members: readonly Member[],
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  at: Temporal.Instant,
): Promise<Map<MemberId, MemberAt>> {
  const histories = await dayHistoriesOf(q, workspaceId, members, span)
  return new Map([...histories].map(([memberId, history]) => [memberId, memberAt(history, span, at)]))
}
