// Loads members as of an instant: role, clock, and the calendar that they are measured by.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import { dayHistoriesOf } from '../db/day-history.ts'
import { type AlikeMember, membersAlike } from '../domain/members-alike.ts'
import type { Member } from '../domain/team.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Of one workspace, in one statement. `span`: the days that are counted. `known`: those of which calendars know leave and extra days. */
export const membersAt = async (
  q: Queryable,
  workspaceId: WorkspaceId,
  members: readonly Member[],
  span: Span,
  at: Temporal.Instant,
  known: Span = span,
): Promise<Map<MemberId, AlikeMember>> =>
  membersAlike(await dayHistoriesOf(q, workspaceId, members, known), span, at)
