// Loads how far a person is with the milestones of this quarter, with what is open or was done in it of those from before.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { fiscalMonths } from '../../org/domain/fiscal-year.ts'
import { milestonesOf } from '../db/action-items.ts'
import { type MilestoneProgress, milestoneProgress } from '../domain/milestones.ts'

/** `teamId` null: in whatever team. Null: they have none. */
export async function ownMilestones(
  q: Queryable,
  of: { workspaceId: WorkspaceId; userId: UserId; teamId: TeamId | null },
  { today, zone }: { today: Temporal.PlainDate; zone: string },
): Promise<MilestoneProgress | null> {
  const { from } = fiscalMonths(today, 3, await fiscalYearStart(q, of.workspaceId))
  return milestoneProgress(await milestonesOf(q, of, from, from.toZonedDateTime(zone).toInstant()))
}
