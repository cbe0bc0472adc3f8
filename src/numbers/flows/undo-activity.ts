// Undoes the entries of one typed line or form: once, by the person who entered them, while the date is open for entry.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { appendAct, entriesIn, lockDay, sourceIdOf } from '../db/activity.ts'
import { entriesOfSource, type SourceEntries } from '../db/undo.ts'
import { undoAll } from '../domain/activity.ts'
import { isOpenForEntry } from '../domain/entry-day.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { numbersChanged } from './changes.ts'
import { type Membership, membershipsOf } from './memberships.ts'

export type UndoResult =
  | { ok: true; undone: SourceEntries; membership: Membership }
  | { ok: false; reason: 'unknown' | 'not-yours' | 'already-undone' | 'closed' | 'changed-since' }

/** By the key that the entries were made with, or by what the ledger has of it. */
export type UndoneSource = { sourceKey: string } | { sourceId: string }

/** Undoes all entries of the source, or none of them. */
export async function undoEntries(
  tx: Transaction,
  input: { source: UndoneSource; by: Person; now: Temporal.Instant },
): Promise<UndoResult> {
  const { source, by, now } = input
  const sourceId = 'sourceId' in source ? source.sourceId : sourceIdOf(source.sourceKey)
  const day = await entriesOfSource(tx, by.workspaceId, sourceId)
  if (!day) return { ok: false, reason: 'unknown' }
  if (day.enteredBy !== by.userId) return { ok: false, reason: 'not-yours' }
  const membership = (await membershipsOf(tx, by, mayLogNumbers, now)).find(
    ({ member }) => member.memberId === day.memberId,
  )
  if (!membership) return { ok: false, reason: 'closed' }
  const { settings, entryCalendar, zone } = membership
  if (!isOpenForEntry(settings, entryCalendar, day.date, zone, now)) return { ok: false, reason: 'closed' }

  const locked = await lockDay(tx, day)
  // Nothing is left of the day.
  if (!locked) return { ok: false, reason: 'already-undone' }
  const { totals, acts } = locked
  const undone = undoAll(day, { totals, entries: entriesIn(acts) })
  if (!undone.ok) return undone
  await appendAct(
    tx,
    day,
    { act: undone.act, before: acts },
    {
      ...{ source: 'undo', sourceId: sourceIdOf(`undo:${sourceId}`), reason: 'undo' },
      ...{ enteredBy: by.userId, now, late: false },
    },
  )
  return { ok: true, undone: day, membership }
}

/** Undoes the entries in a transaction of its own and announces the change, so that messages about the day are updated. */
export async function undoAndAnnounce(
  context: Context,
  by: Person,
  source: UndoneSource,
): Promise<UndoResult> {
  const now = context.clock.now()
  return context.db.transaction(async (tx) => {
    const result = await undoEntries(tx, { source, by, now })
    if (!result.ok) return result
    const { membership, undone } = result
    const keys = undone.entries.map(({ metricKey }) => metricKey)
    await announce(tx, context, numbersChanged, {
      ...{ member: membership.member, date: undone.date, enteredIn: null, act: null },
      changed: membership.metrics.filter(({ key }) => keys.includes(key)),
    })
    return result
  })
}
