// What a text may say: finished figures, names, dates, directions and quotes, each with the person or team it is about and the command that shows it.
import type { Locale } from '../../core/i18n/locale.ts'
import type { SentField } from './sent-fields.ts'

/** Which way a figure goes, or how it stands against what was due. */
export type Way = 'up' | 'down' | 'same' | 'ahead' | 'behind' | 'on-pace'

export interface Fact {
  /** What stands in a claim as `{{key}}`: letters, digits, dots and hyphens. */
  key: string
  kind: 'number' | 'name' | 'date' | 'direction' | 'quote'
  /** The id of the user or team that it is about. Null: of nobody, such as a date. */
  subject: string | null
  /** Finished, in the reader's language, unit included. Not escaped. A quote is what a person typed, shortened. */
  text: string
  source: {
    /** What shows it, such as `/kpi me 2026-11`. */
    command: string
  }
  /** Under which name it is sent. */
  field: SentField
  /** Of a figure or direction: what the metric is called. A claim with the figure has to say it, and no other one's. */
  label?: string
  /** Of a figure or direction: the key of the date fact that names its period. A claim says no other period. */
  when?: string
  /** Of a direction: the key of the figure that goes that way. */
  about?: string
  /** Of a direction. */
  way?: Way
  /** Of a direction: whether that is good. Null or missing: neither. */
  good?: boolean | null
}

export interface FactSheet {
  readonly locale: Locale
  /** The user's id. A claim says "you" or "I" of nobody else. */
  readonly reader: string
  /** The id of whom a claim without a name is about: the reader, or the team that is summed up. */
  readonly about: string
  readonly facts: readonly Fact[]
  /** What could not be told, as finished sentences. */
  readonly notCovered: readonly string[]
}

/** What a text may call things, beside the facts. */
export interface Vocabulary {
  /** Everyone's in the workspace: none may stand in a claim but through a placeholder. */
  names: readonly string[]
  /** Of metrics, products and the like: they may be written with a capital letter. */
  labels: readonly string[]
}

/** A sentence as it is shown. Not escaped. */
export interface RenderedClaim {
  text: string
  /** The commands that show what it says; each once. */
  sources: readonly string[]
  /** Where it belongs: a section of a form. Null: nowhere in particular. */
  part: string | null
}
