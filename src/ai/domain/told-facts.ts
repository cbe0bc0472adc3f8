// How facts are told to a model: by the names of what may be sent, finished, and without anybody's id.
import type { Fact } from './fact.ts'
import type { SentField } from './sent-fields.ts'

/** Without the command that shows it. `of`: the key of the name that it belongs to, `reader`, `whole` (what the text is about), or `unnamed`. */
type ToldFact = Omit<Fact, 'subject' | 'source' | 'field'> & { of?: string }

/** `whole`: the id of whom a text is about as a whole. Null: each fact is told by its name. */
export function toldFacts(
  facts: readonly Fact[],
  { reader, whole }: { reader: string; whole: string | null },
): Partial<Record<SentField, readonly ToldFact[]>> {
  const nameOf = new Map(
    facts.flatMap(({ kind, subject, key }) => (kind === 'name' && subject ? [[subject, key] as const] : [])),
  )
  const whose = (subject: string): string => {
    if (subject === reader) return 'reader'
    return subject === whole ? 'whole' : (nameOf.get(subject) ?? 'unnamed')
  }
  const told: Partial<Record<SentField, ToldFact[]>> = {}
  for (const { field, subject, source: _, ...fact } of facts) {
    const one = subject === null ? fact : { ...fact, of: whose(subject) }
    told[field] = [...(told[field] ?? []), one]
  }
  return told
}
