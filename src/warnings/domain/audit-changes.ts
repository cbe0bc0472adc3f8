// What the audit records of changes of a team's rules and of its procedure.
import type { MetricKey } from '../../core/ids.ts'
import type { LevelLimits, Sign } from './limits.ts'
import type { Procedure } from './procedure.ts'
import type { Signal } from './rule-settings.ts'
import type { Rule } from './warning.ts'

/** Limits are as they are stored: shares, days, or values scaled by the metric's decimals. */
export interface AuditedRule {
  signal: Signal
  metric: MetricKey | null
  sign: Sign
  levels: LevelLimits
  clearBy: number
  leastDays: number
  mornings: number
  active: boolean
  /** ISO dates. */
  muted: readonly { from: string; to: string }[]
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'warning-rule-added': { before: null; after: AuditedRule }
    'warning-rule-changed': { before: AuditedRule; after: AuditedRule }
    'warning-rule-removed': { before: AuditedRule; after: null }
    'warning-procedure-changed': { before: Procedure; after: Procedure }
  }
}

export const auditedRule = ({ signal, metricKey, settings, active, muted }: Rule): AuditedRule => ({
  ...{ signal, metric: metricKey, ...settings, active },
  muted: muted.map(({ from, to }) => ({ from: from.toString(), to: to.toString() })),
})
