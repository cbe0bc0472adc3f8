// Compares a team's settings before and after a change, as the audit keeps them.
import { isDeepStrictEqual } from 'node:util'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { AuditedSettings, SettingsChange } from '../domain/audit-changes.ts'

/** What a person typed is not kept, only that it changed. */
const TYPED: readonly (keyof TeamSettings)[] = ['name', 'checkinName']

function keptOf(settings: TeamSettings, key: keyof TeamSettings): unknown {
  if (TYPED.includes(key)) return null
  if (key !== 'reports') return settings[key] ?? null
  const dated = Object.entries(settings.reports).map(([name, { on, weekday, promptTime }]) => [
    name,
    { on, weekday, promptTime },
  ])
  return Object.fromEntries(dated)
}

/** Null: nothing changed. */
export function settingsChange(before: TeamSettings, after: TeamSettings): SettingsChange | null {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof TeamSettings)[]
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]))
  const kept = (settings: TeamSettings): AuditedSettings =>
    Object.fromEntries(changed.map((key) => [key, keptOf(settings, key)]))
  return changed.length > 0 ? { before: kept(before), after: kept(after) } : null
}
