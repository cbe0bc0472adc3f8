// What the audit records of targets: values and the chosen split, never the reason that was typed.
import type { MetricKey } from '../../core/ids.ts'
import type { Role } from '../../org/domain/team.ts'
import type { TargetPeriodKind } from './target-period.ts'

/** `value`: scaled; null: there was none. */
export interface AuditedTarget {
  metric: MetricKey
  period: TargetPeriodKind
  /** ISO date. */
  from: string
  /** Whose parts were set. Missing: the whole team's, or a single rep's. */
  role?: Role | undefined
  value: number | null
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'target-set': { before: AuditedTarget; after: AuditedTarget }
    'rep-target-set': { before: AuditedTarget; after: AuditedTarget }
  }
}
