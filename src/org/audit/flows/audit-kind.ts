// How a feature defines one kind of audit event: its sentence, and how what changed is told.
import type { Queryable } from '../../../core/db/client.ts'
import type { MessageKey, Translate } from '../../../core/i18n/translate.ts'
import type { Permission } from '../../domain/permissions.ts'
import type { AuditChanges, AuditEvent, AuditKindName } from '../domain/audit-event.ts'
import type { PersonalData } from '../domain/reading.ts'

/** One thing that changed, in words. `before` or `after` null: there was nothing, or nothing is left. */
export interface ChangeInWords {
  /** What it is called, where a change can have several parts. */
  label?: string
  before: string | null
  after: string | null
}

/** What changed belongs to the person concerned. */
export interface Personal {
  /** Who may see it; everybody else sees that it changed. */
  permission: Permission
  what: PersonalData
}

interface Definition<Kind extends AuditKindName, Facts> {
  kind: Kind
  /** Says what was done, with `{who}`, and where they matter `{whom}` and `{team}`. */
  sentence: MessageKey
  /** Another sentence for some of the changes. */
  sentenceOf?(change: AuditChanges[Kind]): MessageKey
  /** Parses what is stored; an event that an older version stored otherwise is told without what changed. */
  change: { safeParse(stored: unknown): { data?: AuditChanges[Kind] | undefined } }
  /** Left out: nothing but the stored ids is needed to tell what changed. */
  load?(db: Queryable, event: AuditEvent): Promise<Facts>
  /** Left out: the sentence says it all. Names that people typed have to be escaped. */
  describe?(change: AuditChanges[Kind], t: Translate, facts: Facts): readonly ChangeInWords[]
  personal?: Personal
  /** True: it concerns everyone in the team, so its channel is told, in one message a day. Never what is personal. */
  announced?: boolean
}

/** An audit kind without its type parameters, as the list of events uses it. */
export interface AuditKind {
  kind: string
  sentenceOf(event: AuditEvent): MessageKey
  personal: Personal | null
  announced: boolean
  load(db: Queryable, event: AuditEvent): Promise<unknown>
  describe(event: AuditEvent, t: Translate, facts: never): readonly ChangeInWords[]
}

declare module '../../../core/context.ts' {
  interface Contributions {
    /** How each kind of audit event is told. */
    auditKinds: ReadonlyMap<string, AuditKind>
  }
}

export function auditKind<Kind extends AuditKindName, Facts = null>(
  definition: Definition<Kind, Facts>,
): AuditKind {
  const { kind, sentence, sentenceOf, change, load, describe, personal, announced } = definition
  return {
    ...{ kind, personal: personal ?? null },
    sentenceOf: ({ before, after }) => {
      const { data } = change.safeParse({ before, after })
      return data && sentenceOf ? sentenceOf(data) : sentence
    },
    announced: announced === true && !personal,
    load: async (db, event) => (load ? load(db, event) : null),
    describe: ({ before, after }, t, facts) => {
      const { data } = change.safeParse({ before, after })
      return data && describe ? describe(data, t, facts) : []
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
