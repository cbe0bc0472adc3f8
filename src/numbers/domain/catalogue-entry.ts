// A metric of the workspace's catalogue, and whose it is.
import type { TeamId } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

export interface CatalogueEntry {
  /** As in no team: money without currency, to four decimals. */
  metric: Metric
  /** The team whose own it is. Null: the company's. */
  owner: TeamId | null
}
