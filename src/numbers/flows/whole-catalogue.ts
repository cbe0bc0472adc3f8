// The metrics of a workspace's catalogue: those that were adopted or added, and the presets that nobody has adopted yet.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, WorkspaceId } from '../../core/ids.ts'
import { inCatalogue, loadCatalogue } from '../db/catalogue.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import { allPresets } from '../domain/presets.ts'

export async function wholeCatalogue(
  q: Queryable,
  workspaceId: WorkspaceId,
): Promise<Map<MetricKey, CatalogueEntry>> {
  const known = await loadCatalogue(q, workspaceId)
  const presets = allPresets('USD').filter(({ key }) => !known.has(key))
  return new Map([...presets.map((metric) => [metric.key, inCatalogue(metric)] as const), ...known])
}
