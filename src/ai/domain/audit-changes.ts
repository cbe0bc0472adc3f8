// What the audit records of the language model: its switches, in the workspace or in a team, and the month's budget.
export interface Switched {
  isOn: boolean
}

export interface BudgetChanged {
  /** Null: the operator's. */
  tokens: number | null
}

declare module '../../org/audit/domain/audit-event.ts' {
  interface AuditChanges {
    'model-switched': { before: Switched; after: Switched }
    'model-switched-in-team': { before: Switched; after: Switched }
    'model-budget-changed': { before: BudgetChanged; after: BudgetChanged }
  }
}
