// What handlers of due items share: grouping items by date, and building outcomes.
import type { DueItem, DueOutcome } from '../db/due.ts'

/** Groups the items by date, so that each date's facts are loaded once. */
export function byDate(items: readonly DueItem[]): { date: Temporal.PlainDate; items: DueItem[] }[] {
  const groups = new Map<string, { date: Temporal.PlainDate; items: DueItem[] }>()
  for (const item of items) {
    const group = groups.get(item.date.toString()) ?? { date: item.date, items: [] }
    group.items.push(item)
    groups.set(item.date.toString(), group)
  }
  return [...groups.values()]
}

export const done = ({ workspaceId, dueKey }: DueItem): DueOutcome => ({ workspaceId, dueKey, state: 'done' })

export const skipped = ({ workspaceId, dueKey }: DueItem, reason: string): DueOutcome => ({
  workspaceId,
  dueKey,
  state: 'skipped',
  reason,
})

export const tooLate = ({ workspaceId, dueKey }: DueItem, reason: string): DueOutcome => ({
  workspaceId,
  dueKey,
  state: 'missed_too_late',
  reason,
})
