// The points that one whole unit of a metric earns: what a manager types, and what holds where nothing is typed.
import type { Unit } from './metrics.ts'

const MAX_POINTS = 1000

/** Null: not a whole number from 0 to 1000. */
export function readPoints(typed: string): number | null {
  const points = typed.normalize('NFKC').trim()
  return /^\d+$/.test(points) && Number(points) <= MAX_POINTS ? Number(points) : null
}

/** Money earns none unless the manager says so: it would outweigh everything else. */
export const defaultPoints = (unit: Unit): number => (unit === 'money' ? 0 : 1)
