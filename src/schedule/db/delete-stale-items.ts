// Deletes a team's due items that a new plan replaces: waiting ones that it no longer has, and ones skipped as excused.
import { and, eq, gt, gte, notInArray, or } from 'drizzle-orm'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { dueItems } from './due.sql.ts'

/** `keep`: the due keys of the new plan. Items that are already due and items of the kinds `except` always stay. */
export async function deleteStaleDueItems(
  tx: Transaction,
  ref: { workspaceId: WorkspaceId; teamId: TeamId },
  {
    from,
    now,
    keep,
    except,
  }: {
    from: Temporal.PlainDate
    now: Temporal.Instant
    keep: readonly string[]
    /** The due kinds that no plan of a day holds. */
    except: readonly string[]
  },
): Promise<void> {
  const ahead = and(eq(dueItems.state, 'waiting'), gt(dueItems.dueAt, now))
  const unwanted = keep.length > 0 ? and(ahead, notInArray(dueItems.dueKey, [...keep])) : ahead
  await tx
    .delete(dueItems)
    .where(
      and(
        eq(dueItems.workspaceId, ref.workspaceId),
        eq(dueItems.teamId, ref.teamId),
        gte(dueItems.date, from),
        notInArray(dueItems.kind, [...except]),
        or(unwanted, and(eq(dueItems.state, 'skipped'), eq(dueItems.reason, 'excused'))),
      ),
    )
}
