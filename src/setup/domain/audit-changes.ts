// What the audit records of a team's settings: those that changed, without any text that a person typed.
import type { ReportSettings, TeamSettings } from '../../org/domain/team.ts'

/** Names are null: that they changed is kept, not what was typed. */
export type AuditedSettings = Partial<
  Omit<TeamSettings, 'name' | 'checkinName' | 'reports'> &
    Record<'name' | 'checkinName', null> &
    AuditedReports
>

/** By name: when each is due, without its title and questions. */
interface AuditedReports {
  reports: Readonly<Record<string, Pick<ReportSettings, 'on' | 'weekday' | 'promptTime'>>>
}

export interface SettingsChange {
  before: AuditedSettings
  after: AuditedSettings
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'settings-changed': SettingsChange
  }
}
