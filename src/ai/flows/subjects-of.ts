// Whose data a request holds: of whom its facts are, and whoever else is named in what people typed.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { directoryFor } from '../db/directory.ts'
import { peopleNamed } from '../domain/people-named.ts'
import type { ModelInput, ModelRequest } from './model.ts'

export async function subjectsOf(q: Queryable, request: ModelRequest): Promise<UserId[]> {
  const { subjects, input, earlier = [] } = request
  const texts = [input, ...earlier.map(({ result }) => result)].flatMap(typedIn)
  const named = texts.length === 0 ? [] : peopleNamed(texts, await directoryFor(q, request))
  return [...new Set([...subjects, ...named])].sort()
}

/** The question, quotes, and what things are called. */
const typedIn = ({ question, ...fields }: ModelInput): string[] => [
  ...(typeof question === 'string' ? [question] : []),
  ...Object.values(fields).flat().flatMap(typedText),
]

function typedText(fact: unknown): string[] {
  if (typeof fact !== 'object' || fact === null || !('kind' in fact) || !('text' in fact)) return []
  return fact.kind === 'quote' || fact.kind === 'name' ? [String(fact.text)] : []
}
