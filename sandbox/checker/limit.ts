// Finds a limit of the one table by the name that a refusal carries, for the shapes that apply it.
import { limits, moreLimits } from '../../src/slack/limits.ts'

/** One number and the rule that it stands for. */
export interface Limit {
  rule: string
  value: number
}

export type LimitKey =
  | 'min_length'
  | 'max_length'
  | 'min_items'
  | 'max_items'
  | 'min'
  | 'max'
  | 'exclusive_min'

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The number called `name` (`section.fields.item_max_length`), if the table has it. */
function find(name: string): Limit | undefined {
  for (const table of [limits, moreLimits]) {
    let node: unknown = table
    for (const key of name.split('.')) node = (node as Record<string, unknown> | undefined)?.[camelCase(key)]
    if (typeof node === 'number') return { rule: name, value: node }
  }
  return undefined
}

/** The number called `name`; throws for a name that the table does not have. */
export function limitNamed(name: string): Limit {
  const limit = find(name)
  if (!limit) throw new Error(`No limit is called ${name}.`)
  return limit
}

/** Those of the wanted numbers that the table has for `name`; throws when it has none of them. */
export function limitsOf(name: string, keys: readonly LimitKey[]): Partial<Record<LimitKey, Limit>> {
  const found: Partial<Record<LimitKey, Limit>> = {}
  for (const key of keys) {
    const limit = find(`${name}.${key}`)
    if (limit) found[key] = limit
  }
  if (Object.keys(found).length === 0) throw new Error(`No limit of ${name} is one of ${keys.join(', ')}.`)
  return found
}
