// Undoes the entries of one typed line or form: once, by the person who entered them, while the date is open for entry.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { lockTotals } from '../db/activity.ts'
import {
  appendReversals,
  entriesOfSource,
  ledgerOfDay,
  type Reversal,
  type SourceEntries,
} from '../db/undo.ts'
import { undo } from '../domain/activity.ts'
import { isOpenForEntry } from '../domain/entry-day.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { numbersChanged } from './changes.ts'
import { type Membership, membershipsOf } from './memberships.ts'

export type UndoResult =
  | { ok: true; undone: SourceEntries; membership: Membership }
  | { ok: false; reason: 'unknown' | 'not-yours' | 'already-undone' | 'closed' | 'changed-since' }

/** Undoes all entries of the source key, or none of them. */
export async function undoEntries(
  tx: Transaction,
  input: { sourceKey: string; by: Person; now: Temporal.Instant },
): Promise<UndoResult> {
  const { sourceKey, by, now } = input
  const day = await entriesOfSource(tx, by.workspaceId, sourceKey)
  if (!day) return { ok: false, reason: 'unknown' }
  if (day.enteredBy !== by.userId) return { ok: false, reason: 'not-yours' }
  const membership = (await membershipsOf(tx, by, mayLogNumbers, now)).find(
    ({ member }) => member.memberId === day.memberId,
  )
  if (!membership || !isOpenForEntry(membership.entryCalendar, day.date, membership.zone, now))
    return { ok: false, reason: 'closed' }

  const metricKeys = day.entries.map((entry) => entry.metricKey)
  await lockTotals(tx, day, metricKeys)
  const ledger = await ledgerOfDay(tx, day, metricKeys)
  const reversals: Reversal[] = []
  for (const { activityId, metricKey, kind } of day.entries) {
    const own = ledger.filter((entry) => entry.metricKey === metricKey)
    if (own.some((entry) => entry.isUndo && entry.corrects === activityId))
      return { ok: false, reason: 'already-undone' }
    const undone = undo(kind, own, activityId)
    if (!undone.ok) return undone
    reversals.push({ metricKey, corrects: activityId, entry: undone.entry, total: undone.total })
  }
  await appendReversals(tx, day, reversals, { sourceKey, enteredBy: by.userId, now })
  return { ok: true, undone: day, membership }
}

/** Undoes the entries in a transaction of its own and announces the change, so that messages about the day are updated. */
export async function undoAndAnnounce(context: Context, by: Person, sourceKey: string): Promise<UndoResult> {
  const now = context.clock.now()
  return context.db.transaction(async (tx) => {
    const result = await undoEntries(tx, { sourceKey, by, now })
    if (!result.ok) return result
    const { membership, undone } = result
    await announce(tx, context, numbersChanged, {
      member: membership.member,
      date: undone.date,
      enteredIn: null,
    })
    return result
  })
}
