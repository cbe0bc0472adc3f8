// How the audit tells that the language model was switched on or off.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { type AuditKind, auditKind } from '../../org/audit/flows/audit-kind.ts'
import type { Switched } from '../domain/audit-changes.ts'

const State = z.object({ isOn: z.boolean() })
const change = z.object({ before: State, after: State })
const stateText = ({ isOn }: Switched, t: Translate) => t(isOn ? 'privacy.isOn' : 'privacy.isOff')

const describe = ({ before, after }: { before: Switched; after: Switched }, t: Translate) => [
  { before: stateText(before, t), after: stateText(after, t) },
]

export const modelAuditKinds: readonly AuditKind[] = [
  auditKind({ kind: 'model-switched', sentence: 'audit.model-switched', change, describe }),
  auditKind({ kind: 'model-switched-in-team', sentence: 'audit.model-switched-in-team', change, describe }),
]
