// Compares a team's settings before and after a change, as the audit keeps them.
import { isDeepStrictEqual } from 'node:util'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { AuditedSettings, SettingsChange } from '../domain/audit-changes.ts'

/** What a person typed is not kept, only that it changed. */
const TYPED: readonly (keyof TeamSettings)[] = ['name', 'checkinName']

/** Null: nothing changed. */
export function settingsChange(before: TeamSettings, after: TeamSettings): SettingsChange | null {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof TeamSettings)[]
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]))
  const kept = (settings: TeamSettings): AuditedSettings =>
    Object.fromEntries(changed.map((key) => [key, TYPED.includes(key) ? null : (settings[key] ?? null)]))
  return changed.length > 0 ? { before: kept(before), after: kept(after) } : null
}
