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

/** The question, what facts say and of whom, and what is not covered: quotes, lists of names, and what things are called stand in it. */
const typedIn = ({ question, 'not-covered': notCovered, ...fields }: ModelInput): string[] => [
  ...[question, notCovered].flat().filter((said) => typeof said === 'string'),
  ...Object.values(fields).flat().flatMap(saidIn),
]

function saidIn(fact: unknown): string[] {
  if (typeof fact !== 'object' || fact === null) return []
  return Object.entries(fact).flatMap(([name, said]) =>
    name === 'of' || name === 'text' ? [String(said)] : [],
  )
}
