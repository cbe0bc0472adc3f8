// What the audit records of changes of teams, people and leave.
import type { Leave, LeavePart } from './calendar.ts'

/** A leave as the audit keeps it. */
export interface AuditedLeave {
  from: string
  to: string
  part: LeavePart
}

declare module '../audit/domain/audit-event.ts' {
  interface AuditChanges {
    /** For somebody else. */
    'leave-recorded': { before: null; after: AuditedLeave }
    'leave-cancelled': { before: AuditedLeave; after: null }
  }
}

export const auditedLeave = ({ from, to, part }: Leave): AuditedLeave => ({
  ...{ from: from.toString(), to: to.toString(), part },
})
