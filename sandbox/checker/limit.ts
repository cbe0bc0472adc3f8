// Looks limits up in the table by the name that a refusal carries.
import { BLOCK_KIT_LIMITS, FURTHER_LIMITS } from './limit-table.ts'

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

function find(name: string): Limit | undefined {
  const value = BLOCK_KIT_LIMITS[name] ?? FURTHER_LIMITS[name]
  return value === undefined ? undefined : { rule: name, value }
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
