// Says how far a person is with their milestones: how many are done, and how much of their weight.
import type { ActionItem } from './action-item.ts'

export interface MilestoneProgress {
  done: number
  total: number
  /** Of the weights, rounded; 100 only where all are done. */
  percent: number
}

/** Of those that are not dropped. Null: there is none. */
export function milestoneProgress(
  items: readonly Pick<ActionItem, 'weight' | 'state'>[],
): MilestoneProgress | null {
  const milestones = items.filter(({ weight, state }) => weight !== null && state !== 'dropped')
  if (milestones.length === 0) return null
  const done = milestones.filter(({ state }) => state === 'done')
  const sum = (of: typeof milestones) => of.reduce((total, { weight }) => total + (weight ?? 0), 0)
  const share = Math.round((100 * sum(done)) / sum(milestones))
  const percent = done.length < milestones.length ? Math.min(share, 99) : 100
  return { done: done.length, total: milestones.length, percent }
}
