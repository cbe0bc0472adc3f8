// What a text may say: finished statements, each with the person, team or metric it is about and the command that shows it.
import type { Locale } from '../../core/i18n/locale.ts'
import type { SentField } from './sent-fields.ts'

export interface About {
  /** Of a user or team, or a metric's key. */
  id: string
  /** As it is shown; of the reader 'you'. Not escaped. */
  name: string
  /** What stands before a statement in place of the name: 'your'. Empty: the statement says itself whom it is about. */
  before?: string
  /** Under which name of what is sent the name counts. Null: it is nobody's name. */
  sentAs: SentField | null
}

export interface Fact {
  /** What stands in a claim as `{{key}}`: letters, digits, dots and hyphens. */
  key: string
  about: About
  /**
   * True wherever it stands: it says itself what it is, in which unit, and everybody whom it counts. A list of names is closed by a bracket, a
   * quote by its marks, so that what follows does not seem to belong to it. It begins in small letters, not with a figure and has no full stop. What people typed is quoted and shortened. Not escaped.
   */
  text: string
  /** Of which period it is, as it is shown. Null: of none, or the text says it. */
  period: string | null
  source: {
    /** What shows it, such as `/kpi me 2026-11`. */
    command: string
  }
  /** Under which names it is sent: the first is the one where it stands. */
  fields: readonly [SentField, ...SentField[]]
}

export interface FactSheet {
  readonly locale: Locale
  /** The id of whom a text is about where it names nobody: its title names them. Null: it has no title, and always says it. */
  readonly about: string | null
  /** Of which period a text is that says none: its title names it. Null: of none. */
  readonly period: string | null
  readonly facts: readonly Fact[]
  /** What could not be told, as finished sentences. */
  readonly notCovered: readonly string[]
  /** Beside the facts, our advice may stand. */
  readonly mayAdvise: boolean
}

/** A sentence as it is shown. Not escaped. */
export interface RenderedClaim {
  text: string
  /** The commands that show what it says; each once. */
  sources: readonly string[]
  /** Where it belongs: a section of a form. Null: nowhere in particular. */
  part: string | null
}
