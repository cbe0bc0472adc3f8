// How a feature defines one kind of audit event: its sentence, and how what changed is told.
import type { MessageKey, Translate } from '../../../core/i18n/translate.ts'
import type { AuditChanges, AuditKindName } from '../domain/audit-event.ts'

/** What it was and what it became, in words; null: nothing. */
export interface ChangeInWords {
  before: string | null
  after: string | null
}

interface Definition<Kind extends AuditKindName> {
  kind: Kind
  /** Says what was done, with `{who}`, and where they matter `{whom}` and `{team}`. */
  sentence: MessageKey
  /** Parses what is stored; an event that an older version stored otherwise is told without what changed. */
  change: { safeParse(stored: unknown): { data?: AuditChanges[Kind] | undefined } }
  /** Left out: the sentence says it all. */
  describe?(change: AuditChanges[Kind], t: Translate): ChangeInWords
  /** True: what changed are a person's own numbers, shown to those alone who may see these. */
  ownNumbers?: boolean
}

/** An audit kind without its type parameter, as the list of events uses it. */
export interface AuditKind {
  kind: string
  sentence: MessageKey
  ownNumbers: boolean
  describe(change: { before: unknown; after: unknown }, t: Translate): ChangeInWords
}

export function auditKind<Kind extends AuditKindName>(definition: Definition<Kind>): AuditKind {
  const { kind, sentence, change, describe, ownNumbers } = definition
  return {
    ...{ kind, sentence, ownNumbers: ownNumbers ?? false },
    describe: (stored, t) => {
      const { data } = change.safeParse(stored)
      return data && describe ? describe(data, t) : { before: null, after: null }
    },
  }
}

/** By kind. Throws, which stops the start, where two features define the same kind. */
export function joinAuditKinds(kinds: readonly AuditKind[]): ReadonlyMap<string, AuditKind> {
  const joined = new Map<string, AuditKind>()
  for (const one of kinds) {
    if (joined.has(one.kind)) throw new Error(`Two features define the audit kind ${one.kind}.`)
    joined.set(one.kind, one)
  }
  return joined
}
