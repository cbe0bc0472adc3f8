// What a measure is to the table: a few rows, each a figure against its comparison and what it has to keep to.
import type { BenchDatabases } from './database.ts'

export interface Row {
  measure: string
  against: string
  ours: string
  theirs: string
  /** Null: there is nothing to compare with. */
  ratio: number | null
  /** Null: reported only. */
  limit: { kind: 'at least' | 'at most'; ratio: number; said?: string } | null
  /** Where the time goes, how often it was repeated. */
  note?: string
  /** Where it is not the ratio that decides. */
  holds?: boolean
}

export interface BenchOptions {
  /** Members of the company whose tick is measured. */
  members: number
}

export interface Bench {
  databases: BenchDatabases
  options: BenchOptions
  /** Says on standard error what is being done: the table alone goes to standard output. */
  say(line: string): void
}

export type Measure = (bench: Bench) => Promise<Row[]>

export function holds({ holds: decided, limit, ratio }: Row): boolean | null {
  if (decided !== undefined) return decided
  if (!limit || ratio === null) return null
  return limit.kind === 'at least' ? ratio >= limit.ratio : ratio <= limit.ratio
}
