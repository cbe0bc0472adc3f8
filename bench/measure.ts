// Types of a benchmark: its result rows, each with a value, its baseline and its limit.
import type { BenchDatabases } from './database.ts'

export interface Row {
  measure: string
  against: string
  ours: string
  theirs: string
  /** Null: no baseline. */
  ratio: number | null
  /** Null: reported only. */
  limit: { kind: 'at least' | 'at most'; ratio: number; said?: string } | null
  /** Where the time goes, how often it was repeated. */
  note?: string
  /** Set where the limit is not the ratio. */
  holds?: boolean
}

export interface BenchOptions {
  /** Members of the company whose tick is measured. */
  members: number
}

export interface Bench {
  databases: BenchDatabases
  options: BenchOptions
  /** Prints progress to standard error, because standard output has only the table. */
  say(line: string): void
}

export type Measure = (bench: Bench) => Promise<Row[]>

export function holds({ holds: decided, limit, ratio }: Row): boolean | null {
  if (decided !== undefined) return decided
  if (!limit || ratio === null) return null
  return limit.kind === 'at least' ? ratio >= limit.ratio : ratio <= limit.ratio
}
