// How facts are told to a model: by the names of what may be sent, finished, and without anybody's id.
import type { Fact } from './fact.ts'
import type { SentField } from './sent-fields.ts'

/** Each fact stands under one name. Under the others that it holds something of stands its key. */
export function toldFacts(facts: readonly Fact[]): Partial<Record<SentField, readonly unknown[]>> {
  const told: Partial<Record<SentField, unknown[]>> = {}
  const tell = (field: SentField, one: unknown) => {
    told[field] = [...(told[field] ?? []), one]
  }
  for (const { key, about, text, period, fields } of facts) {
    const [main, ...others] = fields
    tell(main, { key, of: about.name, text, ...(period === null ? {} : { period }) })
    for (const other of new Set([...others, ...(about.sentAs ? [about.sentAs] : [])]))
      if (other !== main) tell(other, key)
  }
  return told
}
