// Reads what became of the prompts of a date: who was asked and reminded, and whom the bot never got to ask.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { amongPairs } from '../../../core/db/pairs.ts'
import type { MemberId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import { dueItems } from '../../../schedule/db/due.sql.ts'

export interface Prompted {
  asked: ReadonlySet<MemberId>
  reminded: ReadonlySet<MemberId>
  /** The prompt came too late or failed. */
  neverAsked: ReadonlySet<MemberId>
}

export async function promptedOn(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Prompted> {
  if (wanted.length === 0) return { asked: new Set(), reminded: new Set(), neverAsked: new Set() }
  const among = amongPairs(
    { workspaceId: dueItems.workspaceId, id: dueItems.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const rows = await q
    .select({ memberId: sql<string>`${dueItems.memberId}`, kind: dueItems.kind, state: dueItems.state })
    .from(dueItems)
    .where(
      and(
        among,
        eq(dueItems.date, date),
        inArray(dueItems.kind, ['prompt', 'remind']),
        isNotNull(dueItems.memberId),
      ),
    )
  const those = (wantedKind: 'prompt' | 'remind', ...states: string[]) =>
    new Set(
      rows
        .filter(({ kind, state }) => kind === wantedKind && states.includes(state))
        .map(({ memberId }) => memberId),
    )
  return {
    asked: those('prompt', 'done'),
    reminded: those('remind', 'done'),
    neverAsked: those('prompt', 'missed_too_late', 'failed'),
  }
}

/** Whether a prompt of the member's was ever planned for the date, whatever became of it. */
export async function hasPrompt(
  q: Queryable,
  { workspaceId, memberId }: { workspaceId: WorkspaceId; memberId: MemberId },
  date: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await q
    .select({ state: dueItems.state })
    .from(dueItems)
    .where(and(eq(dueItems.workspaceId, workspaceId), eq(dueItems.dueKey, `prompt:${memberId}:${date}`)))
  return rows.length > 0
}

/** Whether the team's standup of the date has been closed. */
export async function isClosed(q: Queryable, ref: TeamRef, date: Temporal.PlainDate): Promise<boolean> {
  const rows = await q
    .select({ state: dueItems.state })
    .from(dueItems)
    .where(and(eq(dueItems.workspaceId, ref.workspaceId), eq(dueItems.dueKey, `close:${ref.teamId}:${date}`)))
  return rows.some(({ state }) => state !== 'waiting')
}
