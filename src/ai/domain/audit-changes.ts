// What the audit records of the language model: that it was switched on or off, in the workspace or in a team.
export interface Switched {
  isOn: boolean
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'model-switched': { before: Switched; after: Switched }
    'model-switched-in-team': { before: Switched; after: Switched }
  }
}
