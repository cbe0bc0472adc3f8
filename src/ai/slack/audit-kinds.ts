// How the audit tells that the language model was switched on or off, and that its budget was changed.
import { z } from 'zod'
import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { type AuditKind, auditKind } from '../../org/audit/flows/audit-kind.ts'
import type { BudgetChanged, Switched } from '../domain/audit-changes.ts'

const State = z.object({ isOn: z.boolean() })
const change = z.object({ before: State, after: State })
const stateText = ({ isOn }: Switched, t: Translate) => t(isOn ? 'privacy.isOn' : 'privacy.isOff')

const describe = ({ before, after }: { before: Switched; after: Switched }, t: Translate) => [
  { before: stateText(before, t), after: stateText(after, t) },
]

const BudgetSet = z.object({ tokens: z.number().nullable() })
const budgetChange = z.object({ before: BudgetSet, after: BudgetSet })
const tokensText = ({ tokens }: BudgetChanged, t: Translate) =>
  tokens === null ? t('budget.operators') : numberFormat(t.locale, {}).format(tokens)

const describeBudget = ({ before, after }: { before: BudgetChanged; after: BudgetChanged }, t: Translate) => [
  { before: tokensText(before, t), after: tokensText(after, t) },
]

export const modelAuditKinds: readonly AuditKind[] = [
  auditKind({ kind: 'model-switched', sentence: 'audit.model-switched', change, describe }),
  auditKind({ kind: 'model-switched-in-team', sentence: 'audit.model-switched-in-team', change, describe }),
  auditKind({
    ...{ kind: 'model-budget-changed', sentence: 'audit.model-budget-changed' },
    ...{ change: budgetChange, describe: describeBudget },
  }),
]
